package org.ranvier.core.array;

import java.util.Arrays;

/**
 * Reads driven by values, exact to the last bit: what an SRAM array does, and a crossbar with perfect converters.
 *
 * <p>Lines with the value 0 are not driven.
 */
public final class ExactReads {
    private final int rows;
    private final int columns;
    private final long[] sums;
    private final int[] lines;

    /**
     * Makes room for the reads of one array.
     *
     * @param rows its rows
     * @param columns its columns
     */
    public ExactReads(final int rows, final int columns) {
        this.rows = rows;
        this.columns = columns;
        this.sums = new long[columns];
        this.lines = new int[columns];
    }

    /**
     * Sums the rows, each times its value.
     *
     * @param weights the weights, one array per row
     * @param values one value per row
     * @param shift the position of their binary point, 0..63
     * @param out gets one result per column; not values
     * @return how many rows are driven
     */
    public int forward(final int[][] weights, final int[] values, final int shift, final int[] out) {
        Arrays.fill(sums, 0);
        int driven = 0;
        for (int row = 0; row < rows; row++) {
            if (values[row] != 0) {
                addProducts(weights[row], values[row]);
                driven++;
            }
        }
        for (int column = 0; column < columns; column++) {
            out[column] = ValueSums.result(sums[column], shift);
        }
        return driven;
    }

    private void addProducts(final int[] weights, final long value) {
        for (int column = 0; column < columns; column++) {
            sums[column] = ValueSums.add(sums[column], value * weights[column]);
        }
    }

    /**
     * Sums the columns, each times its value.
     *
     * @param weights the weights, one array per row
     * @param values one value per column
     * @param shift the position of their binary point, 0..63
     * @param out gets one result per sensed row; not values
     * @param sensed how many rows are sensed, from row 0
     * @return how many columns are driven
     */
    public int backward(final int[][] weights, final int[] values, final int shift, final int[] out, final int sensed) {
        int driven = 0;
        for (int column = 0; column < columns; column++) {
            if (values[column] != 0) {
                lines[driven++] = column;
            }
        }
        for (int row = 0; row < sensed; row++) {
            long sum = 0;
            for (int k = 0; k < driven; k++) {
                sum = ValueSums.add(sum, (long) values[lines[k]] * weights[row][lines[k]]);
            }
            out[row] = ValueSums.result(sum, shift);
        }
        return driven;
    }
}
