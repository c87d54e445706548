package org.ranvier.core.random;

/**
 * Random numbers for all columns of one row at once: device noise of a whole line.
 *
 * <p>A draw is a pure function of (row key, column, draw number), whichever of the methods makes it and in whatever order, so
 * results do not depend on the order of visits. The key of a row comes from {@link #key}, i.e. from the same address (seed,
 * array, device, counter) as every draw of {@link CounterRandom}; under it, columns j and j + width/2 share a Threefry block:
 * <pre>
 * block counter = (j mod half, draw), word = j / half, half = (width + 1) / 2
 * </pre>
 * Nothing is allocated after construction. Not thread-safe: each thread needs its own.
 */
public final class RandomRow {
    private final int width;
    private final int half;
    private final int[] columns;
    private final int[] blocks;
    private final int[] low;
    private final int[] high;
    private final int[] one = new int[1];
    private long key;

    /**
     * Makes the scratch space for rows of one width.
     *
     * @param width columns of a row: 1 or more; part of every draw's address
     */
    public RandomRow(final int width) {
        this.width = width;
        half = (width + 1) / 2;
        columns = new int[half];
        for (int j = 0; j < half; j++) {
            columns[j] = j;
        }
        blocks = new int[width];
        low = new int[width];
        high = new int[width];
    }

    /**
     * Computes a row's key.
     *
     * @param seed the run's seed
     * @param array the array's number in the chip
     * @param device the row's number
     * @param counter the number of the draw
     * @return 64 bits that no other address of the seed shares but by a chance of 2^-64
     */
    public static long key(final long seed, final int array, final int device, final long counter) {
        return CounterRandom.bits64(seed, array, device, counter);
    }

    /**
     * Chooses the row of the following draws.
     *
     * @param rowKey the row's {@link #key}
     * @return this
     */
    public RandomRow at(final long rowKey) {
        key = rowKey;
        return this;
    }

    /**
     * Draws 32 bits for every column.
     *
     * @param draw the number of the draw
     * @param out gets one word per column
     */
    public void bits(final int draw, final int[] out) {
        Threefry.blocks(key, columns, draw, half, out, high);
        System.arraycopy(high, 0, out, half, width - half);
    }

    /**
     * Draws 64 bits for some columns: a block each, under addresses of their own kind, which under one key must not be mixed
     * with those of the other methods.
     *
     * @param draw the number of the draw
     * @param index the columns
     * @param count how many
     * @param first gets a word of column {@code index[i]} at i
     * @param second gets another
     */
    public void bits(final int draw, final int[] index, final int count, final int[] first, final int[] second) {
        Threefry.blocks(key, index, draw, count, first, second);
    }

    /**
     * Draws a standard normal number for every column.
     *
     * @param draw the number of the draw
     * @param out gets one number per column
     */
    public void normals(final int draw, final float[] out) {
        bits(draw, low);
        NormalTable.fill(low, width, out);
    }

    /**
     * Draws standard normal numbers for some columns.
     *
     * @param draw the number of the draw
     * @param index the columns
     * @param count how many
     * @param out gets the number of column {@code index[i]} at i
     */
    public void normals(final int draw, final int[] index, final int count, final float[] out) {
        for (int i = 0; i < count; i++) {
            blocks[i] = index[i] - (index[i] >= half ? half : 0);
        }
        Threefry.blocks(key, blocks, draw, count, low, high);
        for (int i = 0; i < count; i++) {
            out[i] = NormalTable.of(index[i] >= half ? high[i] : low[i]);
        }
    }

    /**
     * Draws a standard normal number.
     *
     * @param draw the number of the draw
     * @param column the column
     * @return the number
     */
    public float normal(final int draw, final int column) {
        return NormalTable.of(bits(draw, column));
    }

    private int bits(final int draw, final int column) {
        final boolean second = column >= half;
        one[0] = second ? column - half : column;
        Threefry.blocks(key, one, draw, 1, low, high);
        return second ? high[0] : low[0];
    }
}
