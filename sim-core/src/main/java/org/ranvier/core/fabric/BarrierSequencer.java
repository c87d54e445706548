package org.ranvier.core.fabric;

/** Decides, at the root of the barrier tree, what the next release means: the next phase, the next tick, the end of a sample. */
public interface BarrierSequencer {
    /** The release that stops the chip: members stay at the barrier until the host starts the next sample. */
    int HALT = -1;

    /**
     * Names the event of the release that is about to leave the root.
     *
     * @param cycle the current cycle
     * @return an event number, or {@link #HALT}
     */
    int next(long cycle);

    /** The tick under way is the sample's last: a member said so when it arrived. Called before {@link #next}. */
    default void last() {}
}
