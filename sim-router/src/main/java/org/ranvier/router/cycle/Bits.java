package org.ranvier.router.cycle;

/** Round-robin choices on bit masks. */
final class Bits {
    private Bits() {}

    /**
     * Picks the lowest set bit at or above a pointer, else the lowest set bit.
     *
     * @param mask not zero
     * @param pointer 0..63
     * @return the bit's index
     */
    static int roundRobin(final long mask, final int pointer) {
        final long above = mask >>> pointer << pointer;
        return Long.numberOfTrailingZeros(above != 0 ? above : mask);
    }

    /** {@link #roundRobin(long, int)} for 32-bit masks, pointer 0..31. */
    static int roundRobin(final int mask, final int pointer) {
        final int above = mask >>> pointer << pointer;
        return Integer.numberOfTrailingZeros(above != 0 ? above : mask);
    }

    /** @return the smallest power of two that is at least {@code value} */
    static int powerOfTwo(final int value) {
        return value <= 1 ? 1 : Integer.highestOneBit(value - 1) << 1;
    }

    /** @return the smallest n with 2^n at least {@code value} */
    static int log(final int value) {
        return Integer.numberOfTrailingZeros(powerOfTwo(value));
    }

    /** @return words of a bit set */
    static int words(final int bits) {
        return (bits + Long.SIZE - 1) / Long.SIZE;
    }

    /** Sets a bit of a bit set. */
    static void set(final long[] words, final int bit) {
        words[bit >> 6] |= 1L << bit;
    }

    /** Clears a bit of a bit set. */
    static void clear(final long[] words, final int bit) {
        words[bit >> 6] &= ~(1L << bit);
    }

    /** @return whether any bit is set */
    static boolean any(final long[] words) {
        long all = 0;
        for (final long word : words) {
            all |= word;
        }
        return all != 0;
    }
}
