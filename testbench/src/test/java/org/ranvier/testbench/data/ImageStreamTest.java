package org.ranvier.testbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;

/** Images one at a time: the same as whole sets give. */
final class ImageStreamTest {
    @TempDir
    private Path directory;

    @Test
    void shouldGiveWhatWholeSetsGiveInAnyOrder() throws IOException {
        write("emnist-letters-test", IdxBytes.images(3), IdxBytes.labels(1, 26, 2));
        final ImageSet whole = DataSets.load("emnist-letters", directory).test();
        try (ImageStream stream = new ImageFiles(directory).open("emnist-letters-test")) {
            assertThat(stream.transposed()).isTrue();
            assertThat(stream.rows()).isEqualTo(whole.rows()).isEqualTo(3);
            assertThat(stream.columns()).isEqualTo(whole.columns()).isEqualTo(2);
            assertThat(stream.classes()).isEqualTo(26);
            for (final int index : new int[] {0, 2, 1, 1, 0, 1, 2}) {
                final ImageStream.Image image = stream.read(index);
                assertThat(image.label()).isEqualTo(whole.label(index));
                for (int p = 0; p < whole.imageSize(); p++) {
                    assertThat(image.pixels()[p] & 0xff).isEqualTo(whole.pixel(index, p));
                }
            }
        }
    }

    @Test
    void shouldFindPairsWhateverTheirNamesEndIn() throws IOException {
        Files.write(directory.resolve("train-images.idx3-ubyte"), IdxBytes.images(1));
        Files.write(directory.resolve("train-labels.idx1-ubyte"), IdxBytes.labels(3));
        Files.write(directory.resolve("t10k-images-idx3-ubyte.gz"), IdxBytes.gzip(IdxBytes.images(2)));
        Files.write(directory.resolve("t10k-labels-idx1-ubyte.gz"), IdxBytes.gzip(IdxBytes.labels(4, 9)));
        write("mine", IdxBytes.images(1), IdxBytes.labels(255));
        final ImageFiles files = new ImageFiles(directory);
        assertThat(files.stems()).containsExactly("mine", "t10k", "train");
        assertThat(label(files, "train", 0)).isEqualTo(3);
        assertThat(label(files, "t10k", 1)).isEqualTo(9);
        assertThat(label(files, "mine", 0)).isEqualTo(255);
    }

    @Test
    void shouldNameTheFileWhenAPairDoesNotFit() throws IOException {
        write("train", IdxBytes.images(2), IdxBytes.labels(1));
        assertRefused("train-labels-idx1-ubyte: has 1 labels for 2 images in ");
        write("train", IdxBytes.images(1), IdxBytes.labels(11));
        assertRefused("train-labels-idx1-ubyte: label 11 of image 0 is out of range, mnist has labels 0..9");
        Files.delete(directory.resolve("train-labels-idx1-ubyte"));
        assertRefused("train-labels-idx1-ubyte.gz: cannot be read (NoSuchFileException)");
    }

    private void assertRefused(final String message) {
        assertThatThrownBy(() -> label(new ImageFiles(directory), "train", 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    private static int label(final ImageFiles files, final String stem, final int index) {
        try (ImageStream stream = files.open(stem)) {
            return stream.read(index).label();
        }
    }

    private void write(final String stem, final byte[] images, final byte[] labels) throws IOException {
        Files.write(directory.resolve(stem + "-images-idx3-ubyte"), images);
        Files.write(directory.resolve(stem + "-labels-idx1-ubyte"), labels);
    }
}
