package org.ranvier.core.random;

/**
 * Standard normal numbers from 32 random bits by inversion: the quantile function, tabulated and joined by straight lines.
 *
 * <p>The table has 2048 equal cells of probability, so that it leaves half of a first-level cache of 32 KiB to others. Its outer
 * cells, 1/64 of the draws, where the quantile bends, are taken from a second table with 64 cells for every power of two of the
 * tail probability. So every number is within 1.7e-4 of {@link NormalQuantile} at the same probability, numbers reach +-6.3, and
 * neither a logarithm nor a division is needed.
 */
final class NormalTable {
    private static final int CELL_BITS = 11;
    private static final int CELLS = 1 << CELL_BITS;
    private static final int SHIFT = Integer.SIZE - CELL_BITS;
    private static final int FRACTION = (1 << SHIFT) - 1;
    private static final int OUTER = CELLS / 128;
    private static final float[] START = new float[CELLS];
    private static final float[] SLOPE = new float[CELLS];

    private static final int TAIL_BITS = 6;
    private static final int TAIL_CELLS = 1 << TAIL_BITS;
    private static final int TAIL_SHIFT = Integer.SIZE - 1 - TAIL_BITS;
    private static final int TAIL_FRACTION = (1 << TAIL_SHIFT) - 1;

    /** From 32 bits as a fraction to the middle of their cell. */
    private static final double MIDDLE = 0x1p-33;

    private static final float[] TAIL_START = new float[Integer.SIZE << TAIL_BITS];
    private static final float[] TAIL_SLOPE = new float[Integer.SIZE << TAIL_BITS];

    static {
        for (int cell = OUTER; cell < CELLS - OUTER; cell++) {
            final double left = NormalQuantile.of((double) cell / CELLS);
            final double right = NormalQuantile.of((double) (cell + 1) / CELLS);
            START[cell] = (float) left;
            SLOPE[cell] = (float) ((right - left) / (1 << SHIFT));
        }
        for (int zeros = TAIL_BITS; zeros < Integer.SIZE; zeros++) {
            final double octave = Math.scalb(1.0, -zeros - 1);
            for (int cell = 0; cell < TAIL_CELLS; cell++) {
                final double left = NormalQuantile.of(octave * (1 + (double) cell / TAIL_CELLS) + MIDDLE);
                final double right = NormalQuantile.of(octave * (1 + (cell + 1.0) / TAIL_CELLS) + MIDDLE);
                TAIL_START[zeros << TAIL_BITS | cell] = (float) left;
                TAIL_SLOPE[zeros << TAIL_BITS | cell] = (float) ((right - left) / (1 << TAIL_SHIFT));
            }
        }
        // No bits set: no leading one.
        TAIL_START[0] = (float) NormalQuantile.of(MIDDLE);
    }

    private NormalTable() {}

    /**
     * Turns random bits into a normal number.
     *
     * @param bits 32 uniform bits
     * @return a number distributed N(0, 1)
     */
    static float of(final int bits) {
        final int cell = bits >>> SHIFT;
        if (cell - OUTER >= CELLS - 2 * OUTER || cell < OUTER) {
            return outer(bits);
        }
        return START[cell] + (bits & FRACTION) * SLOPE[cell];
    }

    /** Turns the first {@code count} words into normal numbers. */
    static void fill(final int[] bits, final int count, final float[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = of(bits[i]);
        }
    }

    /** Looks up the tail by the position and the next bits of the leading one; the upper tail is the mirrored lower one. */
    private static float outer(final int bits) {
        final int tail = bits ^ bits >> Integer.SIZE - 1;
        final int zeros = Integer.numberOfLeadingZeros(tail) & Integer.SIZE - 1;
        final int aligned = tail << zeros;
        final int cell = zeros << TAIL_BITS | aligned >>> TAIL_SHIFT & TAIL_CELLS - 1;
        final float quantile = TAIL_START[cell] + (aligned & TAIL_FRACTION) * TAIL_SLOPE[cell];
        return bits < 0 ? -quantile : quantile;
    }
}
