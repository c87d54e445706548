package org.ranvier.rpu.device;

/**
 * Exponential, logarithm and power for the inner loops of devices: equal bits on every JVM, since only additions,
 * multiplications and bit operations are used, and several times faster than {@link StrictMath}.
 *
 * <p>Relative errors: exp 2e-14 (arguments within +-700), log 2e-14 (absolute below 1), pow 1e-13 for |b log a| below 10.
 */
final class Elementary {
    private static final double LARGEST = 700;
    private static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts, the first with 21 trailing zero bits, so that its product with an exponent is exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /** Adding it rounds to a whole number, which then stands in the lowest bits: 1.5 * 2^52. */
    private static final double ROUNDER = 0x1.8p52;

    private static final int MANTISSA_BITS = 52;
    private static final long BIAS = 1023;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final double SQRT_2 = 1.4142135623730951;

    private Elementary() {}

    /**
     * Computes e^x; arguments beyond +-700 count as +-700.
     *
     * @param x the exponent
     * @return e^x
     */
    static double exp(final double x) {
        final double limited = Math.max(-LARGEST, Math.min(LARGEST, x));
        final double shifted = limited * LOG2_E + ROUNDER;
        final double k = shifted - ROUNDER;
        final double r = limited - k * LN2_HIGH - k * LN2_LOW;
        final double r2 = r * r;
        final double r4 = r2 * r2;
        // Taylor to the 11th power for |r| <= ln(2) / 2, in three groups that do not wait for each other.
        final double low = 1 + r + r2 * (0.5 + r * (1.0 / 6));
        final double middle = 1.0 / 24 + r * (1.0 / 120) + r2 * (1.0 / 720 + r * (1.0 / 5040));
        final double high = 1.0 / 40320 + r * (1.0 / 362880) + r2 * (1.0 / 3628800 + r * (1.0 / 39916800));
        final double power = low + r4 * (middle + r4 * high);
        return power * Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + BIAS) << MANTISSA_BITS);
    }

    /**
     * Computes the natural logarithm.
     *
     * @param x a normal number above 0
     * @return ln x
     */
    static double log(final double x) {
        final long bits = Double.doubleToRawLongBits(x);
        double mantissa = Double.longBitsToDouble(bits & MANTISSA | BIAS << MANTISSA_BITS);
        double exponent = (bits >>> MANTISSA_BITS) - BIAS;
        if (mantissa > SQRT_2) {
            mantissa *= 0.5;
            exponent += 1;
        }
        final double s = (mantissa - 1) / (mantissa + 1);
        final double s2 = s * s;
        final double s4 = s2 * s2;
        // 2 artanh s to the 17th power for |s| <= 0.1716.
        final double low = 1 + s2 * (1.0 / 3) + s4 * (1.0 / 5 + s2 * (1.0 / 7));
        final double high = 1.0 / 9 + s2 * (1.0 / 11) + s4 * (1.0 / 13 + s2 * (1.0 / 15) + s4 * (1.0 / 17));
        return exponent * LN2_HIGH + (exponent * LN2_LOW + 2 * s * (low + s4 * s4 * high));
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
