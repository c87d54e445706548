package org.ranvier.testbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ranvier.testbench.data.IdxBytes.gzip;
import static org.ranvier.testbench.data.IdxBytes.idx;
import static org.ranvier.testbench.data.IdxBytes.images;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;

final class IdxReaderTest {

    @Test
    void shouldReadShapeAndDataWhenFileIsPlain() {
        final IdxFile file = read(images(2));
        assertThat(file.shape()).containsExactly(2, 2, 3);
        assertThat(file.data()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void shouldReadTheSameWhenFileIsCompressed() {
        assertThat(read(gzip(images(3))).data()).isEqualTo(read(images(3)).data());
    }

    @Test
    void shouldReportTruncationWhenDataEndsEarly() {
        final byte[] whole = images(2);
        assertRefused(Arrays.copyOf(whole, whole.length - 1), "truncated in its elements, 11 of 12 bytes are there");
        assertRefused(Arrays.copyOf(whole, 9), "truncated in its dimensions, 5 of 12 bytes are there");
        assertRefused(Arrays.copyOf(whole, 3), "truncated in its magic number, 3 of 4 bytes are there");
        assertRefused(new byte[0], "truncated in its magic number, 0 of 4 bytes are there");
    }

    @Test
    void shouldReportTruncationWhenGzipStreamEndsEarly() {
        final byte[] zipped = gzip(images(100));
        assertRefused(Arrays.copyOf(zipped, zipped.length / 2), "truncated, the gzip stream ends early");
        assertRefused(Arrays.copyOf(zipped, zipped.length - 2), "truncated, the gzip stream ends early");
    }

    @Test
    void shouldReportCorruptionWhenGzipChecksumIsWrong() {
        final byte[] zipped = gzip(images(100));
        zipped[zipped.length - 8] ^= 1;
        assertRefused(zipped, "corrupt gzip data (Corrupt GZIP trailer)");
    }

    @Test
    void shouldReportCorruptionWhenGzipBlockIsInvalid() {
        final byte[] zipped = gzip(images(100));
        zipped[10] = (byte) 0xff;
        assertRefused(zipped, "corrupt gzip data (invalid block type)");
    }

    @Test
    void shouldReportTheMagicNumberWhenFileIsNotIdx() {
        assertRefused(new byte[] {'P', 'N', 'G', 0, 0, 0}, "wrong magic number 504e4700, an IDX file starts with 0000");
    }

    @Test
    void shouldReportTheElementTypeWhenItIsNotUnsignedByte() {
        assertRefused(
                idx(0x0d, new int[] {1, 1, 1}, (byte) 0, (byte) 0, (byte) 0, (byte) 0),
                "IDX element type 0x0d is not supported, expected 0x08 (unsigned byte)");
    }

    @Test
    void shouldReportTheDimensionsWhenLabelsStandForImages() {
        assertRefused(IdxBytes.labels(1, 2), "has 1 dimensions, expected 3");
    }

    @Test
    void shouldReportTheSizeWhenADimensionIsImpossible() {
        assertRefused(
                idx(8, new int[] {0, 28, 28}),
                "dimension 0 has size 0, expected 1 or more and fewer than 2^31 elements in all");
        assertRefused(
                idx(8, new int[] {-1, 28, 28}),
                "dimension 0 has size 4294967295, expected 1 or more and fewer than 2^31 elements in all");
        assertRefused(
                idx(8, new int[] {1 << 20, 1 << 10, 2}),
                "dimension 2 has size 2, expected 1 or more and fewer than 2^31 elements in all");
    }

    /** A damaged header that names two gigabytes must not make the reader ask for them. */
    @Test
    void shouldReportTruncationWhenHeaderNamesFarMoreThanThereIs() {
        assertRefused(
                idx(8, new int[] {1 << 20, 1 << 10, 1}, (byte) 7),
                "truncated in its elements, 1 of 1073741824 bytes are there");
    }

    @Test
    void shouldReportTheExcessWhenMoreFollowsTheData() {
        final byte[] whole = images(2);
        assertRefused(Arrays.copyOf(whole, whole.length + 1), "holds more data than the 12 bytes its header names");
    }

    @Test
    void shouldNameTheFileWhenItCannotBeRead(@TempDir final Path directory) {
        assertThatThrownBy(() -> IdxReader.read(directory.resolve("absent"), 3))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(directory.resolve("absent") + ": cannot be read (NoSuchFileException)");
    }

    private static IdxFile read(final byte[] bytes) {
        return IdxReader.read("tiny", new ByteArrayInputStream(bytes), 3);
    }

    private static void assertRefused(final byte[] bytes, final String problem) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("tiny: " + problem);
    }
}
