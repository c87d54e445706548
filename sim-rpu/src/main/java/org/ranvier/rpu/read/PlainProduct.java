package org.ranvier.rpu.read;

import java.util.Arrays;

/** The exact product in plain Java: the order of rows and sums; what a row is stored as is left to subclasses. */
abstract class PlainProduct implements PlaneProduct {
    /** Rows added per pass: fewer loads and stores of the sums. */
    static final int ROWS = 4;

    private final int[] picked = new int[ROWS];
    private final float[] inputs = new float[ROWS];

    /** Adds four rows, each times its input. */
    abstract void add(int[][] weights, int[] rows, float[] inputs, float[] y);

    /** Adds the magnitudes of four rows, each times its input. */
    abstract void addMagnitudes(int[][] weights, int[] rows, float[] inputs, float[] y);

    /** @return one row as floats, with their 2^20 kept; valid until the next call */
    abstract float[] row(int[][] weights, int row);

    /** @return the magnitudes of one row as floats, with their 2^20 kept; valid until the next call */
    abstract float[] magnitudes(int[][] weights, int row);

    @Override
    public final void forward(final int[][] weights, final float[] x, final float[] y) {
        sumRows(weights, x, y, false);
    }

    @Override
    public final void forwardMagnitude(final int[][] weights, final float[] x, final float[] y) {
        sumRows(weights, x, y, true);
    }

    private void sumRows(final int[][] weights, final float[] x, final float[] y, final boolean magnitudes) {
        Arrays.fill(y, 0);
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            if (x[i] != 0) {
                picked[count] = i;
                inputs[count++] = x[i];
                if (count == ROWS) {
                    addPicked(weights, y, magnitudes);
                    count = 0;
                }
            }
        }
        if (count > 0) {
            // Rows that are missing add zeros, which change no sum.
            Arrays.fill(inputs, count, ROWS, 0);
            addPicked(weights, y, magnitudes);
        }
        for (int j = 0; j < y.length; j++) {
            y[j] *= UNIT;
        }
    }

    private void addPicked(final int[][] weights, final float[] y, final boolean magnitudes) {
        if (magnitudes) {
            addMagnitudes(weights, picked, inputs, y);
        } else {
            add(weights, picked, inputs, y);
        }
    }

    @Override
    public final void transposed(final int[][] weights, final float[] x, final float[] y) {
        for (int i = 0; i < weights.length; i++) {
            y[i] = UNIT * dot(row(weights, i), x, weights[i].length);
        }
    }

    @Override
    public final void transposedMagnitude(final int[][] weights, final float[] x, final float[] y) {
        for (int i = 0; i < weights.length; i++) {
            y[i] = UNIT * dot(magnitudes(weights, i), x, weights[i].length);
        }
    }

    /** Eight sums with their own chains of additions, which the processor overlaps. */
    private static float dot(final float[] a, final float[] x, final int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int j = 0;
        for (; j + LANES <= n; j += LANES) {
            s0 += a[j] * x[j];
            s1 += a[j + 1] * x[j + 1];
            s2 += a[j + 2] * x[j + 2];
            s3 += a[j + 3] * x[j + 3];
            s4 += a[j + 4] * x[j + 4];
            s5 += a[j + 5] * x[j + 5];
            s6 += a[j + 6] * x[j + 6];
            s7 += a[j + 7] * x[j + 7];
        }
        final int left = n - j;
        s0 += left > 0 ? a[j] * x[j] : 0;
        s1 += left > 1 ? a[j + 1] * x[j + 1] : 0;
        s2 += left > 2 ? a[j + 2] * x[j + 2] : 0;
        s3 += left > 3 ? a[j + 3] * x[j + 3] : 0;
        s4 += left > 4 ? a[j + 4] * x[j + 4] : 0;
        s5 += left > 5 ? a[j + 5] * x[j + 5] : 0;
        s6 += left > 6 ? a[j + 6] * x[j + 6] : 0;
        return s0 + s4 + (s2 + s6) + (s1 + s5 + (s3 + s7));
    }
}
