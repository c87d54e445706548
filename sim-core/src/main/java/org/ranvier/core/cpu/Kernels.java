package org.ranvier.core.cpu;

import org.ranvier.core.random.XorShift32;

/**
 * The loops of the vector lanes over primitive arrays.
 *
 * <p>Lanes compute in saturating signed 32 bit. Overflow of a sum shows in the signs: both operands differ from the result. All
 * methods work on elements 0..n-1 and may write over their sources. Bodies are free of conditions where 32 bit suffice: the JIT
 * of JDK 17 vectorises masks and shifts of ints, but no selection, no minimum or maximum, and nothing in 64 bit.
 */
final class Kernels {
    /** Shift counts are taken modulo 32, as a barrel shifter does. */
    static final int SHIFT_MASK = 31;

    /** Shift counts of products, which have 64 bit, are taken modulo 64. */
    static final int PRODUCT_MASK = 63;

    private Kernels() {}

    static int add(final int a, final int b) {
        final int sum = a + b;
        final int overflow = (a ^ sum) & (b ^ sum);
        return select(overflow >> 31, (sum >> 31) ^ Integer.MIN_VALUE, sum);
    }

    static int subtract(final int a, final int b) {
        final int difference = a - b;
        final int overflow = (a ^ b) & (a ^ difference);
        return select(overflow >> 31, (difference >> 31) ^ Integer.MIN_VALUE, difference);
    }

    /** @return {@code a} where the mask is -1, {@code b} where it is 0 */
    private static int select(final int mask, final int a, final int b) {
        return b ^ (a ^ b) & mask;
    }

    /** @return 1 if a is less than b, else 0: the sign of the exact difference */
    private static int less(final int a, final int b) {
        final int difference = a - b;
        return (difference ^ (a ^ b) & (difference ^ a)) >>> 31;
    }

    private static int min(final int a, final int b) {
        return select(-less(a, b), a, b);
    }

    private static int max(final int a, final int b) {
        return select(-less(a, b), b, a);
    }

    /** @return 1 if x is not 0, else 0 */
    private static int nonZero(final int x) {
        return (x | -x) >>> 31;
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
            d[i] = min(a[i], b[i]);
        }
    }

    static void max(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = max(a[i], b[i]);
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
            d[i] = magnitude - (magnitude >>> 31);
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

    /** The result lies between d and a, so that only the difference needs a 33rd bit: half of it is formed instead. */
    static void leak(final int[] d, final int[] a, final int shift, final int n) {
        if (shift == 0) {
            System.arraycopy(a, 0, d, 0, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            final int half = (a[i] >> 1) - (d[i] >> 1) - (~a[i] & d[i] & 1);
            d[i] += half >> shift - 1;
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

    static void gatherColumn(final int[] d, final int[][] rows, final int column, final int[] index, final int n) {
        for (int k = 0; k < n; k++) {
            d[k] = rows[index[k]][column];
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

    static void scatterColumn(
            final int[][] rows,
            final int column,
            final int[] index,
            final int[] a,
            final int low,
            final int high,
            final int n) {
        for (int k = 0; k < n; k++) {
            rows[index[k]][column] = Math.max(low, Math.min(high, a[k]));
        }
    }

    static void scatterAddColumn(
            final int[][] rows,
            final int column,
            final int[] index,
            final int[] a,
            final int low,
            final int high,
            final int n) {
        for (int k = 0; k < n; k++) {
            final int[] row = rows[index[k]];
            row[column] = Math.max(low, Math.min(high, add(row[column], a[k])));
        }
    }

    /** The same for rows of lists of bytes; the masks are 0xFF for unsigned elements, -1 for signed ones. */
    static void scatterAdd(
            final int[] table,
            final byte[] index,
            final int indexMask,
            final byte[] a,
            final int mask,
            final int from,
            final int low,
            final int high,
            final int n) {
        for (int k = from; k < from + n; k++) {
            final int at = index[k] & indexMask;
            table[at] = Math.max(low, Math.min(high, add(table[at], a[k] & mask)));
        }
    }

    static void clamp(final int[] d, final int low, final int high, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = max(low, min(high, d[i]));
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
            d[i] = ((states[i] >>> shift) - (p[i] & ~(p[i] >> 31))) >>> 31;
        }
    }

    static void greater(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = less(b[i], a[i]);
        }
    }

    static void greaterOrEqual(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = 1 - less(a[i], b[i]);
        }
    }

    static void equal(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = 1 - nonZero(a[i] ^ b[i]);
        }
    }

    static void notEqual(final int[] d, final int[] a, final int[] b, final int n) {
        for (int i = 0; i < n; i++) {
            d[i] = nonZero(a[i] ^ b[i]);
        }
    }

    /** Packs flags of 0 and 1 into words; bits beyond n stay clear. */
    static void pack(final long[] words, final int[] flags, final int n) {
        for (int word = 0, from = 0; from < n; word++, from += Long.SIZE) {
            words[word] = pack(flags, from, Math.min(n, from + Long.SIZE));
        }
    }

    /** Packs up to 64 flags; eight at a time, since a chain of shifts would wait for itself at every flag. */
    static long pack(final int[] flags, final int from, final int to) {
        long bits = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            final int low = flags[i] | flags[i + 1] << 1 | (flags[i + 2] | flags[i + 3] << 1) << 2;
            final int high = flags[i + 4] | flags[i + 5] << 1 | (flags[i + 6] | flags[i + 7] << 1) << 2;
            bits |= (long) (low | high << 4) << i - from;
        }
        for (; i < to; i++) {
            bits |= (long) flags[i] << i - from;
        }
        return bits;
    }

    /** Writes the elements whose bit is set, or clear if {@code negated}, and leaves the others. */
    static void commit(final int[] d, final int[] result, final long[] mask, final boolean negated, final int n) {
        for (int word = 0, from = 0; from < n; word++, from += Long.SIZE) {
            final long inside = n - from < Long.SIZE ? (1L << n - from) - 1 : -1L;
            for (long rest = (negated ? ~mask[word] : mask[word]) & inside; rest != 0; rest &= rest - 1) {
                final int i = from + Long.numberOfTrailingZeros(rest);
                d[i] = result[i];
            }
        }
    }
}
