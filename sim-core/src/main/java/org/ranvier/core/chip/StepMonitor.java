package org.ranvier.core.chip;

/**
 * Hears when a step of a sample is over and the next one is decided: every core is at the barrier and nothing is in the fabric, so that
 * counters may be read. Costs a null check a step when nobody listens.
 *
 * <p>Called by the thread that runs the chip, while no part of it runs.
 */
@FunctionalInterface
public interface StepMonitor {
    /**
     * A step is over; before the first of a sample, the time between samples.
     *
     * @param cycle the current cycle
     */
    void over(long cycle);
}
