package org.ranvier.testbench.data.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;

/** Recordings of event cameras in their formats: what is written is read. */
final class EventFilesTest {
    /** Time, x, y, polarity; the corners of 128 x 128 pixels among them. */
    private static final long[][] EVENTS = {
        {0, 0, 0, 1}, {5, 127, 0, 0}, {5, 0, 127, 1}, {90_000, 127, 127, 0}, {90_001, 3, 64, 1}
    };

    @TempDir
    private Path directory;

    @Test
    void shouldReadAedat2WithAndWithoutHeader() throws IOException {
        final byte[] file = Recordings.aedat2(moved(4_000_000_000L));
        write("cat/a.aedat", file);
        write("bird/b.dat", Arrays.copyOfRange(file, 27, file.length));
        final List<String> samples = samples("aedat2", "all");
        assertThat(samples).containsExactly("1 " + text(EVENTS), "0 " + text(EVENTS));
    }

    @Test
    void shouldDropExternalEventsAndKeepImpossibleAddressesWhenAedat2IsRead() throws IOException {
        write(
                "a.aedat",
                ByteBuffer.allocate(24)
                        .putInt(0x8000)
                        .putInt(7)
                        .putInt(0x7f00)
                        .putInt(8)
                        .putInt(0x10000)
                        .putInt(9)
                        .array());
        assertThat(samples("aedat2", "all")).containsExactly("-1 1,127,0,1;2,127,-129,1;");
    }

    @Test
    void shouldReadAedat3PastForeignPacketsAndOverflows() throws IOException {
        write("a.aedat", Recordings.aedat3(moved(7L << 31)));
        assertThat(samples("aedat3", "all")).containsExactly("-1 " + text(EVENTS));
    }

    @Test
    void shouldReadInvalidEventsOnlyWhenAskedTo() throws IOException {
        final byte[] file = Recordings.aedat3(EVENTS);
        final int firstEvent =
                new String(file, StandardCharsets.ISO_8859_1).indexOf("END-HEADER\r\n") + 12 + 28 + 8 + 28;
        file[firstEvent] &= (byte) 0xfe;
        write("a.aedat", file);
        assertThat(samples("aedat3", "all").get(0)).startsWith("-1 0,127,0,0;0,0,127,1;");
        final EventOptions options = new EventOptions(null, false, false, false, true);
        assertThat(samples("aedat3", "all", options)).containsExactly("-1 " + text(EVENTS));
    }

    @Test
    void shouldCutGesturesOutOfRecordings() throws IOException {
        gestures();
        try (EventSet set = EventSets.open(directory, null, EventOptions.NONE)) {
            assertThat(set.format()).isEqualTo("dvs-gesture");
            assertThat(set.parts()).containsExactly("train", "test");
        }
        // Rows are in any order; an end belongs to the next gesture.
        assertThat(samples("dvs-gesture", "train"))
                .containsExactly("10 0,0,0,1;", "0 0,127,0,0;0,0,127,1;", "2 89901,127,127,0;89902,3,64,1;");
        assertThat(samples("dvs-gesture", "test")).containsExactly("1 ");
    }

    @Test
    void shouldGiveTheSameGesturesWhenReadBackwards() throws IOException {
        gestures();
        final EventSample sample = new EventSample();
        try (EventSet set = EventSets.open(directory, null, EventOptions.NONE);
                EventSource train = set.open("train")) {
            final int[] counts = IntStream.of(2, 0, 1, 1, 2, 0)
                    .map(index -> {
                        train.read(index, sample);
                        return sample.count();
                    })
                    .toArray();
            assertThat(counts).containsExactly(2, 1, 2, 2, 2, 1);
        }
    }

    private void gestures() throws IOException {
        write("trials_to_train.txt", "user01_led.aedat\r\n\r\n".getBytes());
        write("trials_to_test.txt", "user24_lab.aedat".getBytes());
        write("user01_led.aedat", Recordings.aedat3(EVENTS));
        write("user24_lab.aedat", Recordings.aedat3(EVENTS));
        write("user01_led_labels.csv", "class,startTime_usec,endTime_usec\n3,99,90002\n11,0,5\n1,5,90\n".getBytes());
        write("user24_lab_labels.csv", "class,startTime_usec,endTime_usec\n2,100,200\n".getBytes());
    }

    @Test
    void shouldNameLineWhenATableOrListIsWrong() throws IOException {
        gestures();
        write("user24_lab_labels.csv", "class,startTime_usec,endTime_usec\n12,100,200\n".getBytes());
        assertRefused("user24_lab_labels.csv, line 2: class: 12 is not allowed, expected 1..11");
        write("user24_lab_labels.csv", "class,startTime_usec,endTime_usec\n1,200\n".getBytes());
        assertRefused("user24_lab_labels.csv, line 2: expected class,startTime_usec,endTime_usec, found 1,200");
        write("user24_lab_labels.csv", "class,startTime_usec,endTime_usec\n1,200,100\n".getBytes());
        assertRefused("user24_lab_labels.csv, line 2: ends at 100 before it starts at 200");
        write("trials_to_test.txt", "user25_lab.aedat".getBytes());
        assertRefused("trials_to_test.txt, line 1: user25_lab.aedat is missing");
    }

    private void assertRefused(final String message) {
        assertThatThrownBy(() -> EventSets.open(directory, null, EventOptions.NONE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void shouldReadArraysOfGestures() throws IOException {
        write("ibmGestureTrain/user01_led/3.npy", Recordings.npy(true, EVENTS));
        write("ibmGestureTrain/user02_led/0.npy", Recordings.npy(false, EVENTS));
        write("ibmGestureTest/user24_led/10.npy", Recordings.npy(true));
        assertThat(samples("dvs-gesture-npy", "train")).containsExactly("3 " + text(EVENTS), "0 " + text(EVENTS));
        assertThat(samples("dvs-gesture-npy", "test")).containsExactly("10 ");
    }

    @Test
    void shouldAddOverflowsWhenBinHasThem() throws IOException {
        write("cup/1.bin", Recordings.bin(new long[] {5, 1, 2, 0}, new long[] {0, 0, 240, 0}, new long[] {6, 239, 179, 1
        }));
        assertThat(samples("n-caltech101", "all")).containsExactly("0 5,1,2,0;8198,239,179,1;");
    }

    @Test
    void shouldSayWhereWhenRecordingsAreDamaged() throws IOException {
        final byte[] three = Recordings.aedat3(EVENTS);
        assertBad(
                "a.aedat",
                Arrays.copyOf(three, three.length - 4),
                "a.aedat, byte " + (three.length - 4) + ": the file ends too early");
        assertBad(
                "a.aedat",
                "#!AER-DAT3.1\r\n#Format: RAW\r\n".getBytes(),
                "a.aedat, byte 28: the header has no line #!END-HEADER");
        assertBad("a.aedat", "#!AER-DAT1.0\r\n".getBytes(), "a.aedat: is AER-DAT1.0, expected AER-DAT2.0");
        assertBad("a.aedat", Arrays.copyOf(Recordings.aedat2(EVENTS), 30), "a.aedat, byte 30: the file ends too early");
        Files.delete(directory.resolve("a.aedat"));
        assertBad("0.npy", "not an array".getBytes(), "0.npy: is no NumPy array (.npy)");
    }

    /** Two thousand million events of as many bytes, and no byte of them. */
    @Test
    void shouldNotBelieveWhatAFileDeclares() throws IOException {
        final byte[] three = Recordings.aedat3(new long[] {1, 2, 3, 1});
        final int packet = three.length - 28 - 3 - 8 - 28;
        final byte[] huge = {-1, -1, -1, 0x7f};
        for (final int field : new int[] {4, 20}) {
            System.arraycopy(huge, 0, three, packet + field, 4);
        }
        assertBad("a.aedat", three, "a.aedat, byte " + three.length + ": the file ends too early");
        Files.delete(directory.resolve("a.aedat"));
        final byte[] array = new String(Recordings.npy(true), StandardCharsets.ISO_8859_1)
                .replace("(0, 4)", "(999999999, 4)")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertBad("0.npy", array, "0.npy, byte " + array.length + ": the file ends too early");
    }

    private void assertBad(final String name, final byte[] bytes, final String message) throws IOException {
        write(name, bytes);
        assertThatThrownBy(() -> samples(null, "all"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    private List<String> samples(final String format, final String part) {
        return samples(format, part, EventOptions.NONE);
    }

    private List<String> samples(final String format, final String part, final EventOptions options) {
        try (EventSet set = EventSets.open(directory, format, options);
                EventSource source = set.open(part)) {
            final EventSample sample = new EventSample();
            return IntStream.range(0, source.size())
                    .mapToObj(index -> {
                        source.read(index, sample);
                        return sample.label() + " " + text(sample);
                    })
                    .toList();
        }
    }

    private static String text(final EventSample sample) {
        final long[][] events = new long[sample.count()][];
        for (int i = 0; i < events.length; i++) {
            events[i] = new long[] {sample.times()[i], sample.x()[i], sample.y()[i], sample.polarities()[i]};
        }
        return text(events);
    }

    private static String text(final long[][] events) {
        final StringBuilder text = new StringBuilder();
        for (final long[] event : events) {
            text.append(LongStream.of(event).mapToObj(Long::toString).collect(Collectors.joining(",")))
                    .append(';');
        }
        return text.toString();
    }

    private static long[][] moved(final long by) {
        return Arrays.stream(EVENTS)
                .map(e -> new long[] {e[0] + by, e[1], e[2], e[3]})
                .toArray(long[][]::new);
    }

    private void write(final String name, final byte[] bytes) throws IOException {
        Files.createDirectories(directory.resolve(name).getParent());
        Files.write(directory.resolve(name), bytes);
    }
}
