package org.ranvier.testbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.StoredImages;

class MeanFieldTest {
    private static final int ONE = 1 << 20;

    /** Two pixels, two hidden neurons, two classes; the last row of a crossbar is the bias. */
    private static final ImageSet IMAGES =
            new StoredImages("two", 1, 2, new byte[] {(byte) 128, 0, 0, (byte) 255}, new byte[] {0, 1});

    @Test
    void shouldClipRatesBetweenLayers() {
        final int[][] first = {{4 * ONE, -ONE}, {-ONE, ONE}, {0, 0}};
        // Image 0: hidden sums 2 and -0.5, rates 1 and 0. Unclipped, output 1 would win by 2 * 0.6 - 0.5 * -1.
        final int[][] second = {{ONE, ONE * 6 / 10}, {0, -ONE}, {0, 0}};
        assertThat(new MeanField(new int[][][] {first, second}).accuracy(IMAGES))
                .isEqualTo(0.5);
    }

    @Test
    void shouldAddTheBiasRow() {
        final int[][] only = {{0, 0}, {0, ONE}, {ONE / 2, 0}};
        assertThat(new MeanField(new int[][][] {only}).accuracy(IMAGES)).isEqualTo(1);
    }
}
