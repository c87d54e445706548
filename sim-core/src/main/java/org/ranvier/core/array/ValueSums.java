package org.ranvier.core.array;

/**
 * The exact arithmetic of reads and updates with values: products of 64 bit, summed with saturation, lines ascending, and
 * shifted once at the end.
 */
public final class ValueSums {
    private static final int RATE_SHIFT = 40;
    private static final long HALF = 1L << RATE_SHIFT - 1;

    private ValueSums() {}

    /**
     * Adds without wrapping.
     *
     * @return {@code sum + term}, saturating to 64 bit
     */
    public static long add(final long sum, final long term) {
        final long result = sum + term;
        if (((sum ^ result) & (term ^ result)) < 0) {
            return sum < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return result;
    }

    /**
     * Brings a sum of products to the weight unit.
     *
     * @param sum the sum
     * @param shift the position of the values' binary point, 0..63
     * @return {@code sum >> shift}, flooring, saturating to 32 bit
     */
    public static int result(final long sum, final int shift) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, sum >> shift));
    }

    /**
     * Computes one element of an outer-product update without losing a bit before the end.
     *
     * @param scaled the product of learning rate and one factor, both Q20: any magnitude up to 2^62
     * @param other the other factor, Q20
     * @return {@code scaled * other / 2^40}, rounded half up, within +-2^53
     */
    public static long change(final long scaled, final int other) {
        final long low = scaled * other;
        final long high = Math.multiplyHigh(scaled, other);
        final long rounded = low + HALF;
        final long carried = high + (Long.compareUnsigned(rounded, low) < 0 ? 1 : 0);
        return carried << Long.SIZE - RATE_SHIFT | rounded >>> RATE_SHIFT;
    }
}
