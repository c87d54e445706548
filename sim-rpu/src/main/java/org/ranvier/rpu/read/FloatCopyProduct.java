package org.ranvier.rpu.read;

import java.util.Arrays;

/**
 * The exact product over a copy of the weights as floats: for compilers that do not vectorise the conversion of ints (JDK 17).
 *
 * <p>Whoever changes weights need not say so: {@link #load} compares every row with the ints that it copied, and converts those
 * that differ. 8 bytes a device; to compare 784 x 256 weights takes longer than to multiply them, hence
 * {@link ReadPipeline#unchanged}.
 */
final class FloatCopyProduct extends PlainProduct {
    private final int[][] copied;
    private final float[][] floats;
    private final float[] scratch;

    FloatCopyProduct(final int rows, final int columns) {
        copied = new int[rows][columns];
        floats = new float[rows][columns];
        scratch = new float[columns];
    }

    @Override
    public void load(final int[][] weights) {
        for (int i = 0; i < weights.length; i++) {
            if (!Arrays.equals(weights[i], copied[i])) {
                System.arraycopy(weights[i], 0, copied[i], 0, copied[i].length);
                convert(weights[i], floats[i]);
            }
        }
    }

    private static void convert(final int[] from, final float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = from[j];
        }
    }

    @Override
    void add(final int[][] weights, final int[] rows, final float[] inputs, final float[] y) {
        add(
                y,
                floats[rows[0]],
                floats[rows[1]],
                floats[rows[2]],
                floats[rows[3]],
                inputs[0],
                inputs[1],
                inputs[2],
                inputs[3]);
    }

    private static void add(
            final float[] y,
            final float[] a,
            final float[] b,
            final float[] c,
            final float[] d,
            final float xa,
            final float xb,
            final float xc,
            final float xd) {
        for (int j = 0; j < y.length; j++) {
            y[j] = y[j] + xa * a[j] + xb * b[j] + xc * c[j] + xd * d[j];
        }
    }

    @Override
    void addMagnitudes(final int[][] weights, final int[] rows, final float[] inputs, final float[] y) {
        addMagnitudes(
                y,
                floats[rows[0]],
                floats[rows[1]],
                floats[rows[2]],
                floats[rows[3]],
                inputs[0],
                inputs[1],
                inputs[2],
                inputs[3]);
    }

    private static void addMagnitudes(
            final float[] y,
            final float[] a,
            final float[] b,
            final float[] c,
            final float[] d,
            final float xa,
            final float xb,
            final float xc,
            final float xd) {
        for (int j = 0; j < y.length; j++) {
            y[j] = y[j] + xa * Math.abs(a[j]) + xb * Math.abs(b[j]) + xc * Math.abs(c[j]) + xd * Math.abs(d[j]);
        }
    }

    @Override
    float[] row(final int[][] weights, final int row) {
        return floats[row];
    }

    @Override
    float[] magnitudes(final int[][] weights, final int row) {
        final float[] from = floats[row];
        for (int j = 0; j < scratch.length; j++) {
            scratch[j] = Math.abs(from[j]);
        }
        return scratch;
    }
}
