package org.ranvier.core.parallel;

/** What belongs to the whole chip: works between windows, while no partition runs. */
public interface Coordinator {
    /** The {@link #lookahead} of what never acts. */
    int NO_LIMIT = Integer.MAX_VALUE;

    /**
     * Says how late it acts at least on what partitions do.
     *
     * @return cycles from an event to the earliest action that follows from it, at least 1
     */
    int lookahead();

    /**
     * Looks at what the last window did.
     *
     * @return the next cycle in which it has to act, or {@link Long#MAX_VALUE}
     */
    long review();

    /**
     * Acts, before any partition runs the cycle.
     *
     * @param cycle the cycle that {@link #review} gave
     */
    void act(long cycle);
}
