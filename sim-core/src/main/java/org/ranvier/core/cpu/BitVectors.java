package org.ranvier.core.cpu;

/** Loops over bit sets, a word at a time; the bits beyond the last element are clear before and after. */
final class BitVectors {
    private BitVectors() {}

    static boolean none(final long[] words) {
        for (final long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    static int count(final long[] words) {
        int count = 0;
        for (final long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** @return the lowest set bit at or after {@code from}, or -1 */
    static int next(final long[] words, final int from) {
        int word = from >> 6;
        if (word >= words.length) {
            return -1;
        }
        long bits = words[word] & (-1L << from);
        while (bits == 0) {
            if (++word == words.length) {
                return -1;
            }
            bits = words[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    static void fill(final long[] words, final int value, final int n) {
        for (int i = 0; i < words.length; i++) {
            words[i] = value == 0 ? 0 : -1L;
        }
        if (value != 0 && (n & 63) != 0) {
            words[words.length - 1] = (1L << n) - 1;
        }
    }

    static void and(final long[] d, final long[] a, final long[] b) {
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] & b[i];
        }
    }

    static void or(final long[] d, final long[] a, final long[] b) {
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] | b[i];
        }
    }

    static void xor(final long[] d, final long[] a, final long[] b) {
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] ^ b[i];
        }
    }

    static void andNot(final long[] d, final long[] a, final long[] b) {
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] & ~b[i];
        }
    }
}
