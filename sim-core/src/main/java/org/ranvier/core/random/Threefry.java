package org.ranvier.core.random;

/**
 * Threefry-2x32 with 13 rounds, the counter-based generator of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3"
 * (SC11), for many blocks under one key.
 *
 * <p>It needs only additions, rotations and exclusive ors of ints, so the loop over blocks is vectorised by the JIT compiler;
 * the multiplications of {@link Philox} are not. Thirteen rounds are the fewest that its authors found to pass BigCrush.
 */
final class Threefry {
    private static final int PARITY = 0x1BD11BDA;

    private Threefry() {}

    /**
     * Computes a block for each counter.
     *
     * @param key the key, words 0 (lower half) and 1
     * @param counter word 0 of the counters
     * @param high word 1 of all counters
     * @param count how many blocks
     * @param first gets output words 0
     * @param second gets output words 1
     */
    static void blocks(
            final long key,
            final int[] counter,
            final int high,
            final int count,
            final int[] first,
            final int[] second) {
        final int key0 = (int) key;
        final int key1 = (int) (key >>> 32);
        final int key2 = PARITY ^ key0 ^ key1;
        final int start = high + key1;
        for (int i = 0; i < count; i++) {
            int x = counter[i] + key0;
            int y = start;
            x += y;
            y = Integer.rotateLeft(y, 13) ^ x;
            x += y;
            y = Integer.rotateLeft(y, 15) ^ x;
            x += y;
            y = Integer.rotateLeft(y, 26) ^ x;
            x += y;
            y = Integer.rotateLeft(y, 6) ^ x;
            x += key1;
            y += key2 + 1;
            x += y;
            y = Integer.rotateLeft(y, 17) ^ x;
            x += y;
            y = Integer.rotateLeft(y, 29) ^ x;
            x += y;
            y = Integer.rotateLeft(y, 16) ^ x;
            x += y;
            y = Integer.rotateLeft(y, 24) ^ x;
            x += key2;
            y += key0 + 2;
            x += y;
            y = Integer.rotateLeft(y, 13) ^ x;
            x += y;
            y = Integer.rotateLeft(y, 15) ^ x;
            x += y;
            y = Integer.rotateLeft(y, 26) ^ x;
            x += y;
            y = Integer.rotateLeft(y, 6) ^ x;
            x += key0;
            y += key1 + 3;
            x += y;
            first[i] = x;
            second[i] = Integer.rotateLeft(y, 17) ^ x;
        }
    }
}
