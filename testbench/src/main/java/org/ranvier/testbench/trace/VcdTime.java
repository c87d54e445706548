package org.ranvier.testbench.trace;

/**
 * Cycles as times of a VCD file. The timescale is the coarsest power of ten, from a hundred seconds down to a femtosecond, of which a
 * cycle is a whole number; where there is none, times are rounded to femtoseconds.
 */
final class VcdTime {
    private static final int COARSEST = 2;
    private static final int FINEST = -15;
    private static final String[] UNITS = {"s", "ms", "us", "ns", "ps", "fs"};
    private static final double EXACT = 1e-9;

    private final int exponent;
    private final long steps;
    private final double ticks;

    VcdTime(final double clockHz) {
        int power = COARSEST;
        while (power > FINEST && !isWhole(cycle(clockHz, power))) {
            power--;
        }
        exponent = power;
        ticks = cycle(clockHz, power);
        steps = isWhole(ticks) ? Math.round(ticks) : 0;
    }

    /** A cycle in units of a power of ten seconds. */
    private static double cycle(final double clockHz, final int power) {
        return Math.pow(10, -power) / clockHz;
    }

    private static boolean isWhole(final double units) {
        return units > 1 - EXACT && Math.abs(units - Math.rint(units)) <= EXACT * units;
    }

    /** @return the timescale as the file states it, such as {@code 10 ns} */
    String scale() {
        final int unit = exponent > 0 ? 0 : (-exponent + 2) / 3;
        int number = 1;
        for (int rest = exponent + 3 * unit; rest > 0; rest--) {
            number *= 10;
        }
        return number + " " + UNITS[unit];
    }

    /** @return the time at which a cycle begins */
    long of(final long cycle) {
        return steps > 0 ? cycle * steps : Math.round(cycle * ticks);
    }
}
