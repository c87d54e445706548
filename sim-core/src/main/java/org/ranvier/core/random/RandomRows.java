package org.ranvier.core.random;

/**
 * Standard normal numbers for all columns of many rows at once: noise of a whole array, one number a device.
 *
 * <p>A number is a pure function of (key, row, column, draw), whichever rows it is drawn with and in whatever order. Columns j
 * and j + width/2 of a row share a Threefry block:
 * <pre>
 * block counter = (row half + j mod half, draw), word = j / half, half = (width + 1) / 2
 * </pre>
 * One key for all rows makes loops that are long also where rows are short, and saves a key a row. Numbers have the resolution
 * of {@link NormalSums}. Nothing is allocated after construction. Not thread-safe: each thread needs its own.
 */
public final class RandomRows {
    /** About the numbers drawn at a time: enough for long loops, few enough for the first-level cache. */
    private static final int BATCH = 1024;

    private final int width;
    private final int half;
    private final int rows;
    private final int[] counters;
    private final int[] first;
    private final int[] second;
    private final float[] left;
    private final float[] right;

    /**
     * Makes the scratch space for rows of one width.
     *
     * @param width columns of a row: 1 or more; part of every draw's address
     */
    public RandomRows(final int width) {
        this.width = width;
        half = (width + 1) / 2;
        rows = Math.max(1, BATCH / width);
        counters = new int[rows * half];
        first = new int[rows * half];
        second = new int[rows * half];
        left = new float[rows * half];
        right = new float[rows * half];
    }

    /** @return the most rows that are drawn at a time */
    public int most() {
        return rows;
    }

    /**
     * Draws the numbers of some rows, for {@link #copy}.
     *
     * @param key the key: 64 bits from {@link RandomRow#key} of an address of their own
     * @param draw the number of the draw
     * @param index rows, each of which times half the width must be below 2^31
     * @param from the first of them
     * @param count how many, at most {@link #most}
     */
    public void draw(final long key, final int draw, final int[] index, final int from, final int count) {
        for (int k = 0; k < count; k++) {
            number(counters, k * half, half, index[from + k] * half);
        }
        Threefry.blocks(key, counters, draw, count * half, first, second);
        NormalSums.fill(first, count * half, left);
        NormalSums.fill(second, count * half, right);
    }

    private static void number(final int[] counters, final int from, final int count, final int start) {
        for (int j = 0; j < count; j++) {
            counters[from + j] = start + j;
        }
    }

    /**
     * Copies the numbers of one of the rows drawn last.
     *
     * @param k the row was number k of them, from 0
     * @param out gets one number per column
     */
    public void copy(final int k, final float[] out) {
        System.arraycopy(left, k * half, out, 0, half);
        System.arraycopy(right, k * half, out, half, width - half);
    }
}
