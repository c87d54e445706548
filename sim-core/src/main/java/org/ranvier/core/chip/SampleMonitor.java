package org.ranvier.core.chip;

/**
 * Hears when samples begin and end, which is when a chip may be read, saved and changed.
 *
 * <p>Called by the thread that runs the chip, while no part of it runs.
 */
public interface SampleMonitor {
    /**
     * A sample is about to begin.
     *
     * @param ticks its ticks
     * @param cycle the cycle in which it begins
     */
    default void begins(final int ticks, final long cycle) {}

    /**
     * A sample has ended: every core is at the barrier, and nothing is in the fabric.
     *
     * @param cycle the current cycle
     */
    default void ends(final long cycle) {}
}
