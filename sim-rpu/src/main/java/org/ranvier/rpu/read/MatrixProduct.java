package org.ranvier.rpu.read;

/**
 * The analog part of a read: what the lines of an array return for inputs on the other lines, before noise and conversion.
 * Weights are Q20, one array per row; results are weights times inputs.
 */
public interface MatrixProduct {
    /**
     * Starts a read: the weights may have changed since the last one, and stay until the next.
     *
     * @param weights weights in Q20, row then column
     */
    default void load(final int[][] weights) {}

    /**
     * Drives the rows and senses the columns.
     *
     * @param weights weights in Q20, row then column
     * @param x one input per row
     * @param y gets one read-out per column
     */
    void forward(int[][] weights, float[] x, float[] y);

    /**
     * Drives the columns and senses the rows.
     *
     * @param weights weights in Q20, row then column
     * @param x one input per column
     * @param y gets one read-out per row
     */
    void transposed(int[][] weights, float[] x, float[] y);
}
