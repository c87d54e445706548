package org.ranvier.core.random;

/**
 * Standard normal numbers from 32 random bits in one look-up: the bits are cut into numbers of 11, 11 and 10 bits, and their
 * sum, which is nearly normal, is turned into a normal number by inversion.
 *
 * <p>A sum s stands for the cell of probability between P(sum &lt; s) and P(sum &lt;= s) of the normal distribution and becomes its
 * mean within the cell. So the 5,118 values have mean 0 exactly, variance and kurtosis within 1e-6 and 1e-5 of a normal number's,
 * and no other distance from it than the width of cells: 0.0012 in the middle, 0.008 at 4 and 0.04 at 5 standard deviations; the
 * outermost cells have a probability of 2^-32, as the smallest of any inversion of 32 bits. Against the finer
 * {@link NormalTable} this needs neither a branch nor an interpolation: the sums are vectorised, and a load remains.
 */
final class NormalSums {
    private static final int BITS = 11;
    private static final int LAST_BITS = Integer.SIZE - 2 * BITS;
    private static final int MASK = (1 << BITS) - 1;
    private static final int LAST_MASK = (1 << LAST_BITS) - 1;
    private static final int LARGEST = 2 * MASK + LAST_MASK;
    private static final float[] MEAN = new float[LARGEST + 1];

    static {
        final long[] ways = ways();
        double below = 0;
        double densityBelow = 0;
        // From the middle of the lower half on numbers are mirrored, so that tails are as exact as their probabilities.
        for (int sum = 0; sum <= LARGEST / 2; sum++) {
            final double probability = ways[sum] * 0x1p-32;
            final double above = below + probability;
            final double densityAbove = sum == LARGEST / 2 ? density(0) : density(NormalQuantile.of(above));
            MEAN[sum] = (float) ((densityBelow - densityAbove) / probability);
            MEAN[LARGEST - sum] = -MEAN[sum];
            below = above;
            densityBelow = densityAbove;
        }
    }

    private NormalSums() {}

    /** Counts the words of every sum. */
    private static long[] ways() {
        final long[] ways = new long[LARGEST + 1];
        for (int first = 0; first <= MASK; first++) {
            for (int last = 0; last <= LAST_MASK; last++) {
                ways[first + last]++;
            }
        }
        // Adding a number of 0..MASK sums the last MASK + 1 entries.
        final long[] sums = new long[LARGEST + 2];
        for (int sum = 0; sum <= LARGEST; sum++) {
            sums[sum + 1] = sums[sum] + ways[sum];
        }
        for (int sum = 0; sum <= LARGEST; sum++) {
            ways[sum] = sums[sum + 1] - sums[Math.max(0, sum - MASK)];
        }
        return ways;
    }

    private static double density(final double z) {
        return StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
    }

    /**
     * Turns words into normal numbers.
     *
     * @param bits the words; overwritten
     * @param count how many
     * @param out gets the numbers
     */
    static void fill(final int[] bits, final int count, final float[] out) {
        add(bits, count);
        look(bits, count, out);
    }

    private static void add(final int[] bits, final int count) {
        for (int i = 0; i < count; i++) {
            bits[i] = (bits[i] >>> BITS + LAST_BITS) + (bits[i] >>> LAST_BITS & MASK) + (bits[i] & LAST_MASK);
        }
    }

    private static void look(final int[] sums, final int count, final float[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = MEAN[sums[i]];
        }
    }
}
