package org.ranvier.core.random;

/**
 * Random numbers addressed by (seed, array, device, counter) instead of drawn from a sequence: device noise.
 *
 * <p>A draw is a pure function of its address, so a result does not depend on the order in which devices are visited, and
 * nothing has to be saved but the counters. The address is the Philox4x32-10 block number itself (seed = key, counter = words
 * 0 and 1, device = word 2, array = word 3): two addresses of one seed never share a block. All arithmetic is exact or IEEE
 * 754 with {@link StrictMath}, hence equal bits on every JVM. Nothing is allocated.
 */
public final class CounterRandom {
    private static final double TO_UNIT_53 = 0x1p-53;
    private static final double TO_UNIT_52 = 0x1p-52;

    private CounterRandom() {}

    /**
     * Draws 64 random bits.
     *
     * @param seed the run's seed
     * @param array the array's number in the chip, any 32 bits
     * @param device the device's index in its array, any 32 bits
     * @param counter the number of the draw, any 64 bits
     * @return a uniform 64-bit word
     */
    public static long bits64(final long seed, final int array, final int device, final long counter) {
        return Philox.low(seed, counter, (long) array << 32 | device & 0xFFFFFFFFL);
    }

    /**
     * Draws 32 random bits: the upper half of {@link #bits64} at the same address.
     *
     * @param seed the run's seed
     * @param array the array's number in the chip
     * @param device the device's index in its array
     * @param counter the number of the draw
     * @return a uniform 32-bit word
     */
    public static int bits32(final long seed, final int array, final int device, final long counter) {
        return (int) (bits64(seed, array, device, counter) >>> 32);
    }

    /**
     * Draws a number uniform in [0, 1), a multiple of 2^-53.
     *
     * @param seed the run's seed
     * @param array the array's number in the chip
     * @param device the device's index in its array
     * @param counter the number of the draw
     * @return the number
     */
    public static double uniform(final long seed, final int array, final int device, final long counter) {
        return (bits64(seed, array, device, counter) >>> 11) * TO_UNIT_53;
    }

    /**
     * Draws a standard normal number by inversion, so one draw costs one block and no rejection loop; its magnitude stays
     * below 8.3.
     *
     * @param seed the run's seed
     * @param array the array's number in the chip
     * @param device the device's index in its array
     * @param counter the number of the draw
     * @return a number distributed N(0, 1)
     */
    public static double normal(final long seed, final int array, final int device, final long counter) {
        // Midpoints of 2^52 cells: symmetric, exactly representable and never 0 or 1.
        return NormalQuantile.of(((bits64(seed, array, device, counter) >>> 12) + 0.5) * TO_UNIT_52);
    }
}
