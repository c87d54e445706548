package org.ranvier.core.time;

import org.ranvier.core.state.Stateful;

/** What makes time pass: the one scheduler of a chip, or those of its partitions together. */
public interface Timeline extends Stateful {
    /** @return the last cycle that had an event; -1 before the first */
    long cycle();

    /** @return true when no event is pending */
    boolean isIdle();

    /**
     * Runs until nothing is pending or the next event lies after {@code lastCycle}.
     *
     * @param lastCycle the last cycle to run
     */
    void runThrough(long lastCycle);
}
