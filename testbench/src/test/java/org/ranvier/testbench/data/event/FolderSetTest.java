package org.ranvier.testbench.data.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;

/** N-MNIST's layout: folders, archives, parts, labels, and the 40 bits of an event. */
final class FolderSetTest {
    /** x 3, y 33, ON at 0x012345 us; x 0, y 5, OFF at 0x7fffff us. */
    private static final byte[] TWO_EVENTS = {3, 33, (byte) 0x81, 0x23, 0x45, 0, 5, 0x7f, (byte) 0xff, (byte) 0xff};

    @TempDir
    private Path directory;

    @Test
    void shouldDecodeEveryBitOfAnEventWhenFileIsWhole() throws IOException {
        write(Map.of("Train/7/00002.bin", TWO_EVENTS));
        final EventSample sample = new EventSample();
        try (EventSet set = open(directory);
                EventSource train = set.open("train")) {
            train.read(0, sample);
            assertThat(train.shape()).isEqualTo(new EventShape(34, 34, 2));
            assertThat(train.classes()).hasSize(8).last().isEqualTo("7");
        }
        assertThat(sample.origin()).isEqualTo("Train/7/00002.bin");
        assertThat(sample.label()).isEqualTo(7);
        assertThat(sample.count()).isEqualTo(2);
        assertThat(Arrays.copyOf(sample.times(), 2)).containsExactly(0x12345, 0x7fffff);
        assertThat(Arrays.copyOf(sample.x(), 2)).containsExactly(3, 0);
        assertThat(Arrays.copyOf(sample.y(), 2)).containsExactly(33, 5);
        assertThat(Arrays.copyOf(sample.polarities(), 2)).containsExactly(1, 0);
    }

    @Test
    void shouldTurnEventsWhenAskedTo() throws IOException {
        write(Map.of("a.bin", TWO_EVENTS));
        final EventSample sample = new EventSample();
        try (EventSet set = EventSets.open(directory, "n-mnist", new EventOptions(null, true, true, true, false));
                EventSource all = set.open("all")) {
            all.read(0, sample);
        }
        assertThat(sample.label()).isEqualTo(EventSample.UNLABELLED);
        assertThat(Arrays.copyOf(sample.x(), 2)).containsExactly(30, 33);
        assertThat(Arrays.copyOf(sample.y(), 2)).containsExactly(0, 28);
        assertThat(Arrays.copyOf(sample.polarities(), 2)).containsExactly(0, 1);
    }

    @Test
    void shouldMixClassesInTheOrderOfFileNamesWhenPartIsRead() throws IOException {
        final Map<String, byte[]> files = new TreeMap<>();
        files.put("Train/9/00001.bin", TWO_EVENTS);
        files.put("Train/0/00003.bin", TWO_EVENTS);
        files.put("Train/4/00002.bin", TWO_EVENTS);
        files.put("Test/4/00001.bin", new byte[0]);
        write(files);
        try (EventSet set = open(directory)) {
            assertThat(set.parts()).containsExactly("train", "test");
            assertThat(labels(set, "train")).containsExactly(9, 4, 0);
            assertThat(labels(set, "test")).containsExactly(4);
            assertThatThrownBy(() -> set.open("valid"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(directory + ": has no part valid, only train, test");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Train/7/1.bin, train",
        "a/ibmGestureTest/7/1.bin, test",
        "my_validation/7/1.bin, valid",
        "TRAINING/7/1.bin, train",
        "latest/7/1.bin, all",
        "strain/7/1.bin, all",
        "train/7/x_test.bin, test",
        "train2/7/1.bin, all"
    })
    void shouldTakeTheLastWordOfANameForThePart(final String file, final String part) throws IOException {
        write(Map.of(file, TWO_EVENTS));
        try (EventSet set = open(directory)) {
            assertThat(set.parts()).containsExactly(part);
        }
    }

    @Test
    void shouldReadArchivesWhenFolderHoldsThem() throws IOException {
        zip("Train.zip", Map.of("Train/cat/1.bin", TWO_EVENTS, "Train/bird/2.bin", TWO_EVENTS));
        zip("Test.zip", Map.of("cat/1.bin", TWO_EVENTS));
        final EventSample sample = new EventSample();
        try (EventSet set = open(directory)) {
            assertThat(set.parts()).containsExactly("train", "test");
            assertThat(labels(set, "train")).containsExactly(1, 0);
            assertThat(labels(set, "test")).containsExactly(1);
            try (EventSource test = set.open("test")) {
                test.read(0, sample);
                assertThat(test.classes()).containsExactly("bird", "cat");
            }
        }
        assertThat(sample.origin()).isEqualTo("Test.zip!/cat/1.bin");
        try (EventSet set = open(directory.resolve("Train.zip"))) {
            assertThat(labels(set, "train")).containsExactly(1, 0);
        }
    }

    @Test
    void shouldNamePlaceWhenFileIsCutOff() throws IOException {
        write(Map.of("Train/7/00002.bin", Arrays.copyOf(TWO_EVENTS, 8)));
        try (EventSet set = open(directory);
                EventSource train = set.open("train")) {
            assertThatThrownBy(() -> train.read(0, new EventSample()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("Train/7/00002.bin, byte 8: the file ends too early");
        }
    }

    @Test
    void shouldRefuseInOneLineWhenThereIsNothingToRead() throws IOException {
        assertThatThrownBy(() -> open(directory.resolve("none")))
                .hasMessage(directory.resolve("none") + ": does not exist");
        assertThatThrownBy(() -> open(directory))
                .hasMessageMatching(".*: holds no recordings of a known format \\(.*n-mnist.*list says.*");
        assertThatThrownBy(() -> EventSets.open(directory, "n-mnst", EventOptions.NONE))
                .hasMessageContaining("--format: n-mnst is not allowed, expected one of ")
                .hasMessageContaining("did you mean 'n-mnist'?");
        final Path file = Files.write(directory.resolve("x.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> open(file)).hasMessageMatching(".*x.zip: not a readable zip archive \\(.*\\)");
    }

    @Test
    void shouldCountClassesOfPublishedRecordingsWhenTheyAreThere() {
        try (EventSet set = open(RealData.folder("nmnist-small"))) {
            assertThat(ClassCounts.of(set, "train")).containsExactly(97, 116, 99, 93, 105, 92, 94, 117, 87, 100);
            assertThat(ClassCounts.of(set, "test")).containsExactly(8, 14, 8, 11, 14, 7, 10, 15, 2, 11);
        }
    }

    private static EventSet open(final Path path) {
        return EventSets.open(path, null, EventOptions.NONE);
    }

    private static int[] labels(final EventSet set, final String part) {
        final EventSample sample = new EventSample();
        try (EventSource source = set.open(part)) {
            final int[] labels = new int[source.size()];
            for (int i = 0; i < labels.length; i++) {
                source.read(i, sample);
                labels[i] = sample.label();
            }
            return labels;
        }
    }

    private void write(final Map<String, byte[]> files) throws IOException {
        for (final Map.Entry<String, byte[]> file : files.entrySet()) {
            final Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private void zip(final String name, final Map<String, byte[]> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(directory.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
    }
}
