package org.ranvier.core.fabric;

/** The barrier as the chip sees it as a whole: starting it, and what it waits for. */
public interface BarrierControl {
    /** @return members that have not arrived yet */
    int missing();

    /** @return copies sent and not yet handled */
    long outstanding();

    /**
     * Leaves the halt: asks the sequencer for the next event and releases everybody.
     *
     * @param cycle the current cycle
     */
    void start(long cycle);

    /** @return true before the first {@link #start} and after a release was {@link BarrierSequencer#HALT} */
    boolean halted();
}
