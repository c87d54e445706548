package org.ranvier.rpu.device;

/**
 * Exponential, logarithm and power for the inner loops of devices: equal bits on every JVM, since only additions,
 * multiplications, tables and bit operations are used, and faster than {@link StrictMath}.
 *
 * <p>Relative errors: exp 1e-14 (arguments within +-700), log 1e-14 (absolute where the logarithm is below 1), pow 1e-13.
 */
final class Elementary {
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final long BIAS = 1023;
    /** ln 2 in two parts, the first with trailing zero bits, so that its product with an exponent is exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

    private static final double LARGEST = 700;
    private static final int POWER_BITS = 6;
    private static final int POWERS = 1 << POWER_BITS;
    private static final double PER_POWER = POWERS * 1.4426950408889634;
    /** Adding it rounds to a whole number, which then stands in the lowest bits: 1.5 * 2^52. */
    private static final double ROUNDER = 0x1.8p52;

    /** The bits of 2^(j / 64). */
    private static final long[] POWER = new long[POWERS];

    private static final int LOG_BITS = 7;
    private static final int LOG_CELLS = 1 << LOG_BITS;
    /** About the inverse of the middle of a cell of [1, 2), with few bits, and its negative logarithm. */
    private static final double[] INVERSE = new double[LOG_CELLS];

    private static final double[] LOG = new double[LOG_CELLS];

    static {
        for (int j = 0; j < POWERS; j++) {
            POWER[j] = Double.doubleToRawLongBits(StrictMath.pow(2, (double) j / POWERS));
        }
        for (int j = 0; j < LOG_CELLS; j++) {
            INVERSE[j] = (float) (1 / (1 + (j + 0.5) / LOG_CELLS));
            LOG[j] = -StrictMath.log(INVERSE[j]);
        }
        // The cells next to 1 on either side, so that logarithms of numbers close to 1 keep their digits.
        INVERSE[0] = 1;
        LOG[0] = 0;
        INVERSE[LOG_CELLS - 1] = 0.5;
        LOG[LOG_CELLS - 1] = -StrictMath.log(0.5);
    }

    private Elementary() {}

    /**
     * Computes e^x; arguments beyond +-700 count as +-700.
     *
     * @param x the exponent
     * @return e^x
     */
    static double exp(final double x) {
        final double limited = Math.max(-LARGEST, Math.min(LARGEST, x));
        // e^x = 2^(n / 64) e^r with |r| below 0.0055.
        final double shifted = limited * PER_POWER + ROUNDER;
        final double n = shifted - ROUNDER;
        final double r = limited - n * (LN2_HIGH / POWERS) - n * (LN2_LOW / POWERS);
        final double r2 = r * r;
        final double power = 1 + r + r2 * (0.5 + r * (1.0 / 6) + r2 * (1.0 / 24 + r * (1.0 / 120)));
        final long bits = Double.doubleToRawLongBits(shifted);
        // What lies above the lowest bits of n leaves at the top of the shift.
        return power * Double.longBitsToDouble(POWER[(int) bits & POWERS - 1] + (bits >> POWER_BITS << MANTISSA_BITS));
    }

    /**
     * Computes the natural logarithm.
     *
     * @param x a normal number above 0
     * @return ln x
     */
    static double log(final double x) {
        final long bits = Double.doubleToRawLongBits(x);
        final double mantissa = Double.longBitsToDouble(bits & MANTISSA | BIAS << MANTISSA_BITS);
        final double exponent = (bits >>> MANTISSA_BITS) - BIAS;
        final int cell = (int) (bits >>> MANTISSA_BITS - LOG_BITS) & LOG_CELLS - 1;
        // ln x = e ln 2 + ln (1 / c) + ln(1 + r) with |r| below 0.008.
        final double r = mantissa * INVERSE[cell] - 1;
        final double r2 = r * r;
        final double series = r2 * (-0.5 + r * (1.0 / 3) + r2 * (-0.25 + r * 0.2 + r2 * (-1.0 / 6 + r * (1.0 / 7))));
        return exponent * LN2_HIGH + (LOG[cell] + (exponent * LN2_LOW + (r + series)));
    }

    /**
     * Computes a power; bases below the smallest normal number, and NaN, count as 0.
     *
     * @param base the base
     * @param exponent the exponent, finite
     * @return base^exponent; 1 for exponent 0, otherwise 0 for base 0
     */
    static double pow(final double base, final double exponent) {
        if (exponent == 0) {
            return 1;
        }
        return base >= Double.MIN_NORMAL ? exp(exponent * log(base)) : 0;
    }
}
