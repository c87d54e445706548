package org.ranvier.testbench.trace;

/** Cycles as nanoseconds, exactly where a cycle is a whole number of them; slices have their cycles as an argument all the same. */
final class PerfettoTime {
    private static final double NANO = 1e9;

    private final double ticks;
    private final long steps;

    PerfettoTime(final double clockHz) {
        ticks = NANO / clockHz;
        steps = ticks == Math.rint(ticks) ? (long) ticks : 0;
    }

    /** @return the nanosecond in which a cycle begins */
    long of(final long cycle) {
        return steps > 0 ? cycle * steps : (long) (cycle * ticks);
    }
}
