package org.ranvier.rpu.read;

/**
 * The exact product, and that of the weights' magnitudes, which approximations of noise and voltage drop need.
 *
 * <p>The order of summation is part of the contract, so that every implementation gives the same bits. Forward, a column adds its
 * rows in ascending order. Transposed, a row keeps eight sums, sum k of the columns with remainder k by 8, each in ascending
 * order, and adds them in pairs: {@code ((0+4)+(2+6))+((1+5)+(3+7))}. Products are rounded before they are added (no fused
 * multiply-add), weights are converted to float with their 2^20 kept, and sums are multiplied with 2^-20.
 */
public interface PlaneProduct extends MatrixProduct {
    /** Sums of a transposed read. */
    int LANES = 8;

    /** From Q20 to weights. */
    float UNIT = 0x1p-20f;

    /**
     * Drives the rows of an array of the weights' magnitudes.
     *
     * @param weights weights in Q20, row then column
     * @param x one input per row
     * @param y gets one read-out per column
     */
    void forwardMagnitude(int[][] weights, float[] x, float[] y);

    /**
     * Drives the columns of an array of the weights' magnitudes.
     *
     * @param weights weights in Q20, row then column
     * @param x one input per column
     * @param y gets one read-out per row
     */
    void transposedMagnitude(int[][] weights, float[] x, float[] y);
}
