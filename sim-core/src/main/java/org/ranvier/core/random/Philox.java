package org.ranvier.core.random;

/**
 * Philox4x32-10, the counter-based generator of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (SC11).
 *
 * <p>A bijection of 128-bit counters chosen by a 64-bit key: no state, so any draw can be computed alone and in any order.
 * Words are packed in longs with the lower-numbered word in the lower half.
 */
final class Philox {
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;
    private static final long LOW_WORD = 0xFFFFFFFFL;

    private Philox() {}

    /**
     * Computes words 0 and 1 of a block.
     *
     * @param key key words 0 and 1
     * @param counterLow counter words 0 and 1
     * @param counterHigh counter words 2 and 3
     * @return output words 0 (lower half) and 1
     */
    static long low(final long key, final long counterLow, final long counterHigh) {
        return block(key, counterLow, counterHigh, true);
    }

    /**
     * Computes words 2 and 3 of a block.
     *
     * @param key key words 0 and 1
     * @param counterLow counter words 0 and 1
     * @param counterHigh counter words 2 and 3
     * @return output words 2 (lower half) and 3
     */
    static long high(final long key, final long counterLow, final long counterHigh) {
        return block(key, counterLow, counterHigh, false);
    }

    private static long block(final long key, final long counterLow, final long counterHigh, final boolean low) {
        int key0 = (int) key;
        int key1 = (int) (key >>> 32);
        long word0 = counterLow & LOW_WORD;
        long word1 = counterLow >>> 32;
        long word2 = counterHigh & LOW_WORD;
        long word3 = counterHigh >>> 32;
        for (int round = 0; round < ROUNDS; round++) {
            final long product0 = MULTIPLIER_0 * word0;
            final long product1 = MULTIPLIER_1 * word2;
            word0 = (product1 >>> 32) ^ word1 ^ (key0 & LOW_WORD);
            word1 = product1 & LOW_WORD;
            word2 = (product0 >>> 32) ^ word3 ^ (key1 & LOW_WORD);
            word3 = product0 & LOW_WORD;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        return low ? word0 | word1 << 32 : word2 | word3 << 32;
    }
}
