package org.ranvier.testbench.reference.rules;

import java.math.BigInteger;

/** The integer arithmetic that the rules are defined in. */
final class Integers {
    private static final int BYTE_TOP = 255;
    private static final int RATE_SHIFT = 40;
    private static final int LONG_BITS = 62;

    private Integers() {}

    /** Limits to 0..255. */
    static int unsigned8(final long value) {
        return (int) limit(value, 0, BYTE_TOP);
    }

    /** Limits to 16 bit. */
    static int signed16(final long value) {
        return (int) limit(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** Limits to 32 bit. */
    static int signed32(final long value) {
        return (int) limit(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static long limit(final long value, final long low, final long high) {
        return Math.max(low, Math.min(high, value));
    }

    /** Divides by a power of two to the nearest whole number, halves up. */
    static long rounded(final long value, final int shift) {
        return shift == 0 ? value : Math.floorDiv(value + (1L << shift - 1), 1L << shift);
    }

    /** Divides by a power of two, down. */
    static long floored(final long value, final int shift) {
        return Math.floorDiv(value, 1L << shift);
    }

    /** Multiplies three numbers and divides by 2^40 to the nearest whole number, halves up; exact whatever their size. */
    static long product(final int a, final int b, final int c) {
        final long pair = (long) a * b;
        if (Math.abs(pair) < 1L << RATE_SHIFT && Math.abs((long) c) < 1L << LONG_BITS - RATE_SHIFT) {
            return rounded(pair * c, RATE_SHIFT);
        }
        return BigInteger.valueOf(pair)
                .multiply(BigInteger.valueOf(c))
                .add(BigInteger.ONE.shiftLeft(RATE_SHIFT - 1))
                .shiftRight(RATE_SHIFT)
                .longValueExact();
    }
}
