package org.ranvier.core.cpu;

import org.ranvier.core.random.XorShift32;

/**
 * The loops of the vector lanes over primitive arrays.
 *
 * <p>Lanes compute in saturating signed 32 bit. Overflow of a sum shows in the signs: both operands differ from the result. All
 * methods work on elements 0..n-1 and may write over their sources.
 */
final class Kernels {
    /** Shift counts are taken modulo 32, those of products modulo 64, as a barrel shifter does. */
    static final int SHIFT_MASK = 31;

    private Kernels() {}

    static int add(final int a, final int b) {
        final int sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? (sum >> 31) ^ Integer.MIN_VALUE : sum;
    }

    static int subtract(final int a, final int b) {
        final int difference = a - b;
        return ((a ^ b) & (a ^ difference)) < 0 ? (difference >> 31) ^ Integer.MIN_VALUE : difference;
    }

    static int saturate(final long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    static int shiftLeft(final int a, final int count) {
        return saturate((long) a << (count & SHIFT_MASK));
    }

    static int shiftRightRounding(final int a, final int count) {
        final int shift = count & SHIFT_MASK;
        return (int) (((long) a + (1L << shift >> 1)) >> shift);
    }

    static int multiply(final int a, final int b, final int shift) {
        return saturate((long) a * b >> shift);
    }

    /** Rounds half up; adding one half in front of the last shift cannot overflow, whatever the product. */
    private static long round(final long product, final int shift) {
        return shift == 0 ? product : (product >> (shift - 1)) + 1 >> 1;
    }

    static void add(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = add(a[i], b[i]);
        }
    }

    static void subtract(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = subtract(a[i], b[i]);
        }
    }

    static void min(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = Math.min(a[i], b[i]);
        }
    }

    static void max(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = Math.max(a[i], b[i]);
        }
    }

    static void and(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = a[i] & b[i];
        }
    }

    static void abs(final int[] d, final int[] a, final int n) {
        for (int i = 0; i < n; i++) {
            final int sign = a[i] >> 31;
            // -2^31 has no positive counterpart: it saturates to 2^31 - 1.
            final int magnitude = (a[i] ^ sign) - sign;
            d[i] = magnitude < 0 ? Integer.MAX_VALUE : magnitude;
        }
    }

    static void shiftLeft(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = shiftLeft(a[i], b[i]);
        }
    }

    static void shiftRight(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = a[i] >> b[i];
        }
    }

    static void shiftRightRounding(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = shiftRightRounding(a[i], b[i]);
        }
    }

    static void multiply(final int[] d, final int[] a, final int[] b, final int shift, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = multiply(a[i], b[i], shift);
        }
    }

    static void multiplyRounding(final int[] d, final int[] a, final int[] b, final int shift, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = saturate(round((long) a[i] * b[i], shift));
        }
    }

    static void multiplyAdd(final int[] d, final int[] a, final int[] b, final int shift, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = saturate(d[i] + ((long) a[i] * b[i] >> shift));
        }
    }

    static void multiplyAddRounding(final int[] d, final int[] a, final int[] b, final int shift, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = saturate(d[i] + round((long) a[i] * b[i], shift));
        }
    }

    static void shiftAdd(final int[] d, final int[] a, final int shift, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = add(d[i], a[i] >> shift);
        }
    }

    static void shiftAddRounding(final int[] d, final int[] a, final int shift, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = add(d[i], shiftRightRounding(a[i], shift));
        }
    }

    static void shiftSubtract(final int[] d, final int[] a, final int shift, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = subtract(d[i], a[i] >> shift);
        }
    }

    static void shiftSubtractRounding(final int[] d, final int[] a, final int shift, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = subtract(d[i], shiftRightRounding(a[i], shift));
        }
    }

    static void leak(final int[] d, final int[] a, final int shift, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = saturate(d[i] + ((long) a[i] - d[i] >> shift));
        }
    }

    static void leakRounding(final int[] d, final int[] a, final int shift, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = saturate(d[i] + ((long) a[i] - d[i] + (1L << shift >> 1) >> shift));
        }
    }

    static void gather(final int[] d, final int[] table, final int[] index, final int n) {
        for (int k = 0; k < n; k++) {
            d[k] = table[index[k]];
        }
    }

    static void scatter(
            final int[] table, final int[] index, final int[] a, final int low, final int high, final int n) {
        for (int k = 0; k < n; k++) {
            table[index[k]] = Math.max(low, Math.min(high, a[k]));
        }
    }

    static void scatterAdd(
            final int[] table, final int[] index, final int[] a, final int low, final int high, final int n) {
        for (int k = 0; k < n; k++) {
            table[index[k]] = Math.max(low, Math.min(high, add(table[index[k]], a[k])));
        }
    }

    static void clamp(final int[] d, final int low, final int high, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = Math.max(low, Math.min(high, d[i]));
        }
    }

    static void step(final int[] states, final int n) {
        for (int i = 0; i < n; i++) {
            states[i] = XorShift32.next(states[i]);
        }
    }

    static void topBits(final int[] d, final int[] states, final int bits, final int n) {
        final int shift = Integer.SIZE - bits;
        for (int i = 0; i < n; i++) {
            d[i] = states[i] >>> shift;
        }
    }

    /** d[i] = 1 where the top bits of the state are below p[i]; a negative p never fires. */
    static void bernoulli(final int[] d, final int[] states, final int[] p, final int bits, final int n) {
        final int shift = Integer.SIZE - bits;
        for (int i = 0; i < n; i++) {
            d[i] = ((states[i] >>> shift) - Math.max(p[i], 0)) >>> 31;
        }
    }

    static void greater(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = a[i] > b[i] ? 1 : 0;
        }
    }

    static void greaterOrEqual(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = a[i] >= b[i] ? 1 : 0;
        }
    }

    static void equal(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = a[i] == b[i] ? 1 : 0;
        }
    }

    static void notEqual(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = a[i] != b[i] ? 1 : 0;
        }
    }

    /** Packs flags of 0 and 1 into words; bits beyond n stay clear. */
    static void pack(final long[] words, final int[] flags, final int n) {
        for (int word = 0, from = 0; from < n; word++, from += Long.SIZE) {
            final int to = Math.min(n, from + Long.SIZE);
            long bits = 0;
            for (int i = to - 1; i >= from; i--) {
                bits = bits << 1 | flags[i];
            }
            words[word] = bits;
        }
    }
}
