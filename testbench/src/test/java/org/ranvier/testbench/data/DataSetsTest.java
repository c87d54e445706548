package org.ranvier.testbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ranvier.testbench.data.IdxBytes.gzip;
import static org.ranvier.testbench.data.IdxBytes.images;
import static org.ranvier.testbench.data.IdxBytes.labels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;

final class DataSetsTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "fashion-mnist", "MNIST"})
    void shouldLoadBothPartsWhenFilesHaveThePublishedNames(final String name) throws IOException {
        writeMnist();
        final DataSet set = DataSets.load(name, directory);
        assertThat(set.name()).isEqualToIgnoringCase(name);
        assertThat(set.classes()).isEqualTo(10);
        assertThat(set.train().count()).isEqualTo(3);
        assertThat(set.test().count()).isEqualTo(2);
        assertThat(set.train().label(2)).isEqualTo(9);
        assertThat(set.train().pixel(1, 4)).isEqualTo(10);
        assertThat(set.requireTrain()).isSameAs(set.train());
    }

    @Test
    void shouldLoadFilesWhenTheirNamesHaveAnExtensionInsteadOfAHyphen() throws IOException {
        write("train-images.idx3-ubyte", images(1));
        write("train-labels.idx1-ubyte", labels(4));
        write("t10k-images.idx3-ubyte.gz", gzip(images(2)));
        write("t10k-labels.idx1-ubyte.gz", gzip(labels(5, 6)));
        final DataSet set = DataSets.load("mnist", directory);
        assertThat(set.train().label(0)).isEqualTo(4);
        assertThat(set.test().label(1)).isEqualTo(6);
    }

    @Test
    void shouldTurnImagesUprightWhenSetIsEmnist() throws IOException {
        writeEmnistTest("letters", labels(1, 26));
        final ImageSet test = DataSets.load("emnist-letters", directory).test();
        assertThat(test.rows()).isEqualTo(3);
        assertThat(test.columns()).isEqualTo(2);
        assertThat(test.pixels()).containsExactly(0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11);
    }

    @Test
    void shouldCountClassesFromZeroWhenLettersAreLabelledFromOne() throws IOException {
        writeEmnistTest("letters", labels(1, 26));
        final DataSet set = DataSets.load("emnist-letters", directory);
        assertThat(set.classes()).isEqualTo(26);
        assertThat(set.test().label(0)).isEqualTo(0);
        assertThat(set.test().label(1)).isEqualTo(25);
    }

    @Test
    void shouldOfferTestingOnlyWhenEmnistHasNoTrainingFiles() throws IOException {
        writeEmnistTest("digits", labels(0, 9));
        final DataSet set = DataSets.load("emnist-digits", directory);
        assertThat(set.hasTrain()).isFalse();
        assertThat(set.train().count()).isZero();
        assertThatThrownBy(set::requireTrain)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("emnist-digits: the data directory holds no training part, only testing is possible");
    }

    @Test
    void shouldLoadTheTrainingPartWhenEmnistHasOne() throws IOException {
        writeEmnistTest("digits", labels(0, 9));
        write("emnist-digits-train-images-idx3-ubyte", images(1));
        write("emnist-digits-train-labels-idx1-ubyte", labels(7));
        assertThat(DataSets.load("emnist-digits", directory).train().label(0)).isEqualTo(7);
    }

    @Test
    void shouldNameTheMissingFileWhenOnlyHalfOfAPartIsThere() throws IOException {
        writeEmnistTest("digits", labels(0, 9));
        write("emnist-digits-train-images-idx3-ubyte", images(1));
        assertRefused(
                "emnist-digits", file("emnist-digits-train-labels-idx1-ubyte") + ": missing, with or without .gz");
    }

    @Test
    void shouldNameTheMissingFileWhenMnistLacksOne() throws IOException {
        writeMnist();
        Files.delete(file("train-images-idx3-ubyte"));
        assertRefused("mnist", file("train-images-idx3-ubyte") + ": missing, with or without .gz");
    }

    @Test
    void shouldNameTheLabelFileWhenCountsDiffer() throws IOException {
        writeMnist();
        write("train-labels-idx1-ubyte", labels(1, 2));
        assertRefused(
                "mnist",
                file("train-labels-idx1-ubyte") + ": has 2 labels for 3 images in " + file("train-images-idx3-ubyte"));
    }

    @Test
    void shouldNameTheLabelWhenItIsOutOfRange() throws IOException {
        writeMnist();
        write("train-labels-idx1-ubyte", labels(1, 10, 2));
        assertRefused(
                "mnist",
                file("train-labels-idx1-ubyte") + ": label 10 of image 1 is out of range, mnist has labels 0..9");
    }

    @Test
    void shouldRefuseLabelZeroWhenLabelsCountFromOne() throws IOException {
        writeEmnistTest("letters", labels(0, 1));
        assertRefused(
                "emnist-letters",
                file("emnist-letters-test-labels-idx1-ubyte.gz")
                        + ": label 0 of image 0 is out of range, emnist-letters has labels 1..26");
    }

    @Test
    void shouldNameBothSizesWhenTrainingAndTestImagesDiffer() throws IOException {
        writeMnist();
        write("train-images-idx3-ubyte", IdxBytes.idx(8, new int[] {3, 1, 1}, (byte) 1, (byte) 2, (byte) 3));
        assertRefused("mnist", "mnist: training images are 1x1, test images are 2x3");
    }

    @Test
    void shouldNameTheFileWhenItIsDamaged() throws IOException {
        writeMnist();
        write("t10k-images-idx3-ubyte.gz", new byte[] {0x1f, (byte) 0x8b, 8});
        assertRefused("mnist", file("t10k-images-idx3-ubyte.gz") + ": truncated, the gzip stream ends early");
    }

    @Test
    void shouldNameTheOptionWhenTheDirectoryIsMissing() {
        assertThatThrownBy(() -> DataSets.load("mnist", file("nowhere")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("--data-dir: " + file("nowhere") + " is not allowed, expected an existing directory");
    }

    @Test
    void shouldAskForADirectoryWhenTheSetIsNotEmbedded() {
        assertThatThrownBy(() -> DataSets.load("fashion-mnist", null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "data set fashion-mnist is not embedded (only mnist is): give --data-dir, the directory that "
                                + "holds t10k-images-idx3-ubyte[.gz]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cifar", "emnist", "emnist-", "emnist-greek"})
    void shouldListTheKnownNamesWhenTheSetIsUnknown(final String name) {
        assertThatThrownBy(() -> DataSets.load(name, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "data set: " + name + " is not allowed, expected mnist, fashion-mnist or emnist-<split> with a "
                                + "split of [balanced, byclass, bymerge, digits, letters, mnist]");
    }

    private void writeMnist() throws IOException {
        write("train-images-idx3-ubyte", images(3));
        write("train-labels-idx1-ubyte", labels(0, 5, 9));
        write("t10k-images-idx3-ubyte.gz", gzip(images(2)));
        write("t10k-labels-idx1-ubyte.gz", gzip(labels(1, 2)));
    }

    private void writeEmnistTest(final String split, final byte[] labels) throws IOException {
        write("emnist-" + split + "-test-images-idx3-ubyte.gz", gzip(images(2)));
        write("emnist-" + split + "-test-labels-idx1-ubyte.gz", gzip(labels));
    }

    private void write(final String name, final byte[] content) throws IOException {
        Files.write(file(name), content);
    }

    private Path file(final String name) {
        return directory.resolve(name);
    }

    private void assertRefused(final String name, final String message) {
        assertThatThrownBy(() -> DataSets.load(name, directory))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }
}
