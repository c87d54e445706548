package org.ranvier.testbench.data.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;

/** SHD's layout in HDF5. */
final class ShdSourceTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "2, 2, false, LITTLE_ENDIAN, 4, false",
        "2, 1, false, LITTLE_ENDIAN, 0, false",
        "4, 4, true, LITTLE_ENDIAN, 3, true",
        "8, 8, true, BIG_ENDIAN, 100, true",
        "4, 2, true, BIG_ENDIAN, 1, false",
        "8, 4, false, LITTLE_ENDIAN, 0, false",
        "2, 8, false, BIG_ENDIAN, 7, true",
        "8, 1, true, BIG_ENDIAN, 2, true",
    })
    void shouldReadEveryEventWhateverTheWidths(
            final int timeBytes,
            final int unitBytes,
            final boolean signed,
            final String order,
            final int chunk,
            final boolean filtered)
            throws IOException {
        final ByteOrder byteOrder = order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        assertHolds(new TinyShd(9, timeBytes, unitBytes, signed, byteOrder, chunk, filtered));
    }

    private void assertHolds(final TinyShd tiny) throws IOException {
        Files.write(directory.resolve("tiny_train.h5"), tiny.bytes());
        final EventSample sample = new EventSample();
        try (EventSet set = open();
                EventSource train = set.open("train")) {
            assertThat(train.size()).isEqualTo(tiny.samples());
            assertThat(train.classes()).containsExactly("ONE", "TWO", "SIX");
            for (int s = tiny.samples() - 1; s >= 0; s--) {
                train.read(s, sample);
                assertThat(sample.label()).isEqualTo(s % 3);
                assertThat(sample.count()).isEqualTo(3 * s);
                for (int k = 0; k < 3 * s; k++) {
                    // Half a unit in the last place of a half float below 1/32 s.
                    assertThat(sample.times()[k]).isBetween(1000L * k - 8, 1000L * k + 8);
                    assertThat(sample.x()[k]).isEqualTo(tiny.unit(s, k));
                    assertThat(sample.y()[k]).isZero();
                }
            }
        }
    }

    @Test
    void shouldUnpackWhenFileIsCompressed() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve("a_test.h5.gz")))) {
            out.write(TinyShd.USUAL.bytes());
        }
        try (EventSet set = open()) {
            assertThat(set.parts()).containsExactly("test");
            assertThat(ClassCounts.of(set, "test")).containsExactly(3, 2, 2);
        }
    }

    @Test
    void shouldTakeTheUncompressedFileWhenThereAreBothAndRefuseWhenSeveralClaimAPart() throws IOException {
        final byte[] bytes = TinyShd.USUAL.bytes();
        Files.write(directory.resolve("a_train.h5"), bytes);
        Files.write(directory.resolve("a_train.h5.gz"), new byte[] {0x1f, (byte) 0x8b});
        try (EventSet set = open()) {
            assertThat(ClassCounts.of(set, "train")).containsExactly(3, 2, 2);
        }
        Files.write(directory.resolve("b_train.h5"), bytes);
        assertThatThrownBy(this::open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has several files for part train: a_train.h5 and b_train.h5");
    }

    @Test
    void shouldSayWhatIsWrongInOneLineWhenFileIsDamaged() throws IOException {
        assertRefused(
                "no HDF5, whatever its name may say".repeat(20).getBytes(StandardCharsets.US_ASCII),
                "a_train.h5: damaged or not an HDF5 file that can be read (HdfException: No valid HDF5 signature found)");
        final HdfBytes empty = new HdfBytes();
        assertRefused(
                empty.finish(Map.of("spikes", empty.group(Map.of()))), "a_train.h5: has no data set /spikes/times");
        final byte[] whole = TinyShd.USUAL.bytes();
        assertRefused(Arrays.copyOf(whole, whole.length - 100), "a_train.h5: damaged");
    }

    @Test
    void shouldNotBelieveWhatAFileDeclares() throws IOException {
        final byte[] labels = {1, 0, 2, 0};
        final byte[] type = HdfBytes.integer(2, false, ByteOrder.LITTLE_ENDIAN);
        final byte[] lists = HdfBytes.listOf(type);
        final HdfBytes many = new HdfBytes();
        final byte[] references = many.references(new byte[][] {{1, 0}, {2, 0}}, 2);
        final long column = many.contiguous(lists, 1 << 30, references);
        assertRefused(
                many.finish(Map.of("spikes", many.group(Map.of("times", column, "units", column)))),
                "a_train.h5: /spikes/times: declares 1073741824 elements, expected 0..67108864");
        final HdfBytes half = new HdfBytes();
        final long alone = half.chunked(lists, 2, half.references(new byte[][] {{1, 0}, {2, 0}}, 2), 2, false);
        assertRefused(
                half.finish(Map.of("spikes", half.group(Map.of("times", alone)))),
                "a_train.h5: has no data set /spikes/units");
        final HdfBytes flat = new HdfBytes();
        final long numbers = flat.contiguous(type, 2, labels);
        assertRefused(
                flat.finish(
                        Map.of("spikes", flat.group(Map.of("times", numbers, "units", numbers)), "labels", numbers)),
                "a_train.h5: /spikes/times: holds FixedPoint, expected lists of numbers (VLArray)");
    }

    private void assertRefused(final byte[] bytes, final String message) throws IOException {
        Files.write(directory.resolve("a_train.h5"), bytes);
        try (EventSet set = open()) {
            assertThatThrownBy(() -> set.open("train"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(message);
        }
    }

    @Test
    void shouldCountClassesOfRealDigitsWhenTheyAreThere() {
        try (EventSet set = EventSets.open(RealData.folder("fsdd-shd-layout"), null, EventOptions.NONE)) {
            assertThat(set.parts()).containsExactly("train", "test");
            assertThat(ClassCounts.of(set, "train")).containsExactly(59, 57, 57, 55, 57, 57, 54, 53, 54, 54);
            assertThat(ClassCounts.of(set, "test")).containsExactly(12, 12, 12, 12, 12, 11, 12, 12, 11, 12);
        }
    }

    private EventSet open() {
        return EventSets.open(directory, null, EventOptions.NONE);
    }
}
