package org.ranvier.testbench.network;

import java.lang.management.ManagementFactory;

/**
 * What a run took.
 *
 * @param wallSeconds by the clock, in s
 * @param cpuSeconds processor time of the thread that ran it, in s
 */
public record RunTime(double wallSeconds, double cpuSeconds) {
    private static final double NANOSECOND = 1e-9;

    /**
     * Runs and measures.
     *
     * @param run what is run, by this thread
     * @return what it took
     */
    public static RunTime of(final Runnable run) {
        final long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        final long wall = System.nanoTime();
        run.run();
        return new RunTime(
                (System.nanoTime() - wall) * NANOSECOND,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) * NANOSECOND);
    }
}
