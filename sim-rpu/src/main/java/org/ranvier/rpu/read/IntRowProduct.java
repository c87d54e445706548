package org.ranvier.rpu.read;

/** The exact product straight from the weights: for compilers that vectorise the conversion of ints (JDK 25). */
final class IntRowProduct extends PlainProduct {
    private final float[] scratch;

    IntRowProduct(final int columns) {
        scratch = new float[columns];
    }

    @Override
    void add(final int[][] weights, final int[] rows, final float[] inputs, final float[] y) {
        add(
                y,
                weights[rows[0]],
                weights[rows[1]],
                weights[rows[2]],
                weights[rows[3]],
                inputs[0],
                inputs[1],
                inputs[2],
                inputs[3]);
    }

    private static void add(
            final float[] y,
            final int[] a,
            final int[] b,
            final int[] c,
            final int[] d,
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
                weights[rows[0]],
                weights[rows[1]],
                weights[rows[2]],
                weights[rows[3]],
                inputs[0],
                inputs[1],
                inputs[2],
                inputs[3]);
    }

    private static void addMagnitudes(
            final float[] y,
            final int[] a,
            final int[] b,
            final int[] c,
            final int[] d,
            final float xa,
            final float xb,
            final float xc,
            final float xd) {
        for (int j = 0; j < y.length; j++) {
            y[j] = y[j]
                    + xa * Math.abs((float) a[j])
                    + xb * Math.abs((float) b[j])
                    + xc * Math.abs((float) c[j])
                    + xd * Math.abs((float) d[j]);
        }
    }

    @Override
    float[] row(final int[][] weights, final int row) {
        final int[] from = weights[row];
        for (int j = 0; j < scratch.length; j++) {
            scratch[j] = from[j];
        }
        return scratch;
    }

    @Override
    float[] magnitudes(final int[][] weights, final int row) {
        final int[] from = weights[row];
        for (int j = 0; j < scratch.length; j++) {
            scratch[j] = Math.abs((float) from[j]);
        }
        return scratch;
    }
}
