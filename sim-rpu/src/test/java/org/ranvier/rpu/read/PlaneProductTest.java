package org.ranvier.rpu.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.random.CounterRandom;

class PlaneProductTest {
    @ParameterizedTest
    @CsvSource({"1,1", "3,5", "4,8", "7,16", "33,17", "100,255"})
    void shouldGiveTheBitsOfTheDefinedOrderInEveryImplementation(final int rows, final int columns) {
        final int[][] weights = weights(rows, columns);
        final float[] x = inputs(rows, 1);
        final float[] d = inputs(columns, 2);
        for (final PlaneProduct product : new PlaneProduct[] {
            new FloatCopyProduct(rows, columns), new IntRowProduct(columns), PlaneProducts.create(rows, columns)
        }) {
            product.load(weights);
            final float[] y = new float[columns];
            final float[] back = new float[rows];
            product.forward(weights, x, y);
            assertThat(y).isEqualTo(forward(weights, x, columns));
            product.transposed(weights, d, back);
            assertThat(back).isEqualTo(transposed(weights, d));
            final int[][] magnitudes = magnitudes(weights);
            product.forwardMagnitude(weights, x, y);
            assertThat(y).isEqualTo(forward(magnitudes, x, columns));
            product.transposedMagnitude(weights, d, back);
            assertThat(back).isEqualTo(transposed(magnitudes, d));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0", "5,3", "8,6"})
    void shouldSeeAnyChangedWeightAfterLoading(final int row, final int column) {
        final int[][] weights = weights(9, 7);
        final FloatCopyProduct product = new FloatCopyProduct(9, 7);
        product.load(weights);
        weights[row][column] ^= 1;
        product.load(weights);
        final float[] x = inputs(9, 3);
        final float[] y = new float[7];
        product.forward(weights, x, y);
        assertThat(y).isEqualTo(forward(weights, x, 7));
    }

    static int[][] weights(final int rows, final int columns) {
        final int[][] weights = new int[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                // Beyond 2^24 too, where floats round.
                weights[i][j] = (int) CounterRandom.bits64(1, 0, i, j) >> (i + j) % 12;
            }
        }
        return weights;
    }

    static float[] inputs(final int lines, final int draw) {
        final float[] x = new float[lines];
        for (int i = 0; i < lines; i++) {
            x[i] = i % 5 == 3 ? 0 : (float) CounterRandom.normal(2, 0, i, draw);
        }
        return x;
    }

    static float[] forward(final int[][] weights, final float[] x, final int columns) {
        final float[] y = new float[columns];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < x.length; i++) {
                y[j] += x[i] * (float) weights[i][j];
            }
            y[j] *= 0x1p-20f;
        }
        return y;
    }

    static float[] transposed(final int[][] weights, final float[] x) {
        final float[] y = new float[weights.length];
        for (int i = 0; i < y.length; i++) {
            final float[] s = new float[8];
            for (int j = 0; j < x.length; j++) {
                s[j % 8] += x[j] * (float) weights[i][j];
            }
            y[i] = 0x1p-20f * (((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7])));
        }
        return y;
    }

    private static int[][] magnitudes(final int[][] weights) {
        final int[][] magnitudes = new int[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            magnitudes[i] = weights[i].clone();
            for (int j = 0; j < magnitudes[i].length; j++) {
                magnitudes[i][j] = Math.abs(magnitudes[i][j]);
            }
        }
        return magnitudes;
    }
}
