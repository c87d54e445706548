package org.ranvier.testbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Pins the embedded digits: a different file would change every result of the project. */
final class EmbeddedMnistTest {
    private static final DataSet MNIST = DataSets.load("mnist", null);

    @Test
    void shouldHoldTenThousandImagesOfEachPartWhenNoDirectoryIsGiven() {
        assertThat(MNIST.classes()).isEqualTo(10);
        for (final ImageSet part : new ImageSet[] {MNIST.train(), MNIST.test()}) {
            assertThat(part.count()).isEqualTo(10_000);
            assertThat(part.rows()).isEqualTo(28);
            assertThat(part.columns()).isEqualTo(28);
            assertThat(part.imageSize()).isEqualTo(784);
        }
    }

    @Test
    void shouldHaveThePublishedHistogramWhenTestLabelsAreCounted() {
        assertThat(histogram(MNIST.test())).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    }

    @Test
    void shouldHaveTheHistogramOfTheFirstTenThousandWhenTrainingLabelsAreCounted() {
        assertThat(histogram(MNIST.train())).containsExactly(1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978);
    }

    @Test
    void shouldStartWithThePublishedLabelsWhenRead() {
        assertThat(new int[] {
                    MNIST.train().label(0),
                    MNIST.train().label(1),
                    MNIST.train().label(2)
                })
                .containsExactly(5, 0, 4);
        assertThat(new int[] {
                    MNIST.test().label(0), MNIST.test().label(1), MNIST.test().label(2)
                })
                .containsExactly(7, 2, 1);
    }

    @Test
    void shouldKeepEveryPixelWhenRead() {
        assertThat(crc(MNIST.train())).isEqualTo(0xc9c827deL);
        assertThat(crc(MNIST.test())).isEqualTo(0xe4ca5f57L);
    }

    private static int[] histogram(final ImageSet images) {
        final int[] counts = new int[10];
        for (int i = 0; i < images.count(); i++) {
            counts[images.label(i)]++;
        }
        return counts;
    }

    private static long crc(final ImageSet images) {
        final CRC32 crc = new CRC32();
        crc.update(images.pixels());
        return crc.getValue();
    }
}
