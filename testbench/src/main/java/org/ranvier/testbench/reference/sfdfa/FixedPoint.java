package org.ranvier.testbench.reference.sfdfa;

/** Rounding and saturation of the integer form: what has 32 bits on a chip saturates here as it does there. */
final class FixedPoint {
    private FixedPoint() {}

    /**
     * @param value any
     * @param shift 1 or more
     * @return value / 2^shift, rounded half up
     */
    static int round(final long value, final int shift) {
        return sat32(value + (1L << shift - 1) >> shift);
    }

    /**
     * @param a any
     * @param b any
     * @return the sum, saturated to 32 bits
     */
    static int add(final int a, final int b) {
        return sat32((long) a + b);
    }

    /**
     * @param value any
     * @return the nearest number of 16 bits
     */
    static int sat16(final int value) {
        return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }

    /**
     * @param value any
     * @return the nearest number of 32 bits
     */
    static int sat32(final long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /**
     * @param value 1 or more
     * @return the largest k with 2^k not above it
     */
    static int log2(final long value) {
        return 63 - Long.numberOfLeadingZeros(value);
    }
}
