package org.ranvier.testbench.data;

import org.ranvier.core.error.ConfigurationException;

/**
 * The order in which samples are shown: a fresh uniform permutation for every epoch, a pure function of (seed, epoch, count).
 *
 * <p>Fisher-Yates from the last position down. Position {@code i} is exchanged with position {@code (r * (i + 1)) >> 32}, where
 * {@code r} is the upper half of the next number of a SplitMix64 stream (Steele, Lea, Flood 2014) that starts at
 * {@code mix(mix(seed) + epoch)}. The generator is spelled out here so that the order is the same on every Java version.
 */
public final class SampleOrder {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final int[] order;

    /**
     * @param seed any number
     * @param count samples in an epoch, 1 or more
     * @throws ConfigurationException if there are no samples
     */
    public SampleOrder(final long seed, final int count) {
        this.seed = seed;
        this.order = new int[ConfigurationException.checkRange("samples per epoch", count, 1, Integer.MAX_VALUE)];
    }

    /**
     * Computes the order of one epoch.
     *
     * @param epoch any number, usually from 0
     * @return the sample indices in the order of presentation; the same array is filled again by the next call
     */
    public int[] epoch(final int epoch) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        long state = mix(mix(seed) + epoch);
        for (int i = order.length - 1; i > 0; i--) {
            state += GOLDEN_GAMMA;
            final int j = (int) ((mix(state) >>> 32) * (i + 1L) >>> 32);
            final int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    private static long mix(final long state) {
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
