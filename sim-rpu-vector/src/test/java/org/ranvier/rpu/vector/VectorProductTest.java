package org.ranvier.rpu.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.random.CounterRandom;
import org.ranvier.rpu.read.PlaneProduct;
import org.ranvier.rpu.read.PlaneProducts;

class VectorProductTest {
    @ParameterizedTest
    @CsvSource({"1,1", "3,7", "5,8", "6,16", "9,31", "33,129", "100,256", "41,300"})
    void shouldGiveTheBitsOfPlainJava(final int rows, final int columns) {
        final int[][] weights = new int[rows][columns];
        final float[] x = new float[rows];
        final float[] d = new float[columns];
        for (int i = 0; i < rows; i++) {
            x[i] = i % 5 == 3 ? 0 : (float) CounterRandom.normal(2, 0, i, 0);
            for (int j = 0; j < columns; j++) {
                weights[i][j] = (int) CounterRandom.bits64(1, 0, i, j) >> (i + j) % 12;
                d[j] = (float) CounterRandom.normal(2, 0, j, 1);
            }
        }
        final PlaneProduct plain = PlaneProducts.plain(rows, columns);
        final PlaneProduct vector = new VectorProduct();
        plain.load(weights);
        vector.load(weights);
        final float[] y = new float[columns];
        final float[] expected = new float[columns];
        plain.forward(weights, x, expected);
        vector.forward(weights, x, y);
        assertThat(y).isEqualTo(expected);
        plain.forwardMagnitude(weights, x, expected);
        vector.forwardMagnitude(weights, x, y);
        assertThat(y).isEqualTo(expected);
        final float[] back = new float[rows];
        final float[] expectedBack = new float[rows];
        plain.transposed(weights, d, expectedBack);
        vector.transposed(weights, d, back);
        assertThat(back).isEqualTo(expectedBack);
        plain.transposedMagnitude(weights, d, expectedBack);
        vector.transposedMagnitude(weights, d, back);
        assertThat(back).isEqualTo(expectedBack);
    }

    @Test
    void shouldBeChosenWhereVectorsAreWideEnough() {
        assertThat(PlaneProducts.create(1, 1) instanceof VectorProduct).isEqualTo(VectorProduct.wideEnough());
    }
}
