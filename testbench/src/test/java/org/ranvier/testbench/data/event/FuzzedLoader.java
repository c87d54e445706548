package org.ranvier.testbench.data.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.ImageFiles;
import org.ranvier.testbench.data.ImageStream;

/** A loader, small sets that it reads, and what it may allocate for a set of them. */
enum FuzzedLoader {
    SHD(
            8,
            () -> List.of(
                    Map.of("a_train.h5", TinyShd.USUAL.bytes()),
                    Map.of("a_train.h5", new TinyShd(9, 4, 4, true, ByteOrder.LITTLE_ENDIAN, 3, true).bytes()),
                    Map.of("a_train.h5", new TinyShd(5, 8, 1, false, ByteOrder.BIG_ENDIAN, 0, false).bytes()))),
    SHD_GZIP(32, () -> List.of(Map.of("a_test.h5.gz", gzip(TinyShd.USUAL.bytes())))),
    N_MNIST(
            4,
            () -> List.of(
                    Map.of("Train/3/00001.bin", Recordings.bin(events(40))),
                    Map.of("Train/3/00001.bin", Recordings.bin(events(3))))),
    N_MNIST_ZIP(
            32,
            () -> List.of(
                    Map.of("a.zip", zip("Train/3/00001.bin", Recordings.bin(events(90)))),
                    Map.of("a.zip", zip("Test/cat/1.bin", Recordings.bin(events(9)))))),
    AEDAT2(
            4,
            () -> List.of(
                    Map.of("cat/a.aedat", Recordings.aedat2(events(30))), Map.of("cat/a.aedat", Recordings.aedat2()))),
    AEDAT3(
            4,
            () -> List.of(
                    Map.of("a.aedat", Recordings.aedat3(events(30))), Map.of("a.aedat", Recordings.aedat3(events(5))))),
    DVS_GESTURE(4, () -> List.of(gestures(12), gestures(3))),
    DVS_GESTURE_NPY(
            4,
            () -> List.of(
                    Map.of("ibmGestureTrain/user01_led/3.npy", Recordings.npy(true, events(20))),
                    Map.of("ibmGestureTrain/user01_led/3.npy", Recordings.npy(false, events(20))))),
    IDX(4, () -> List.of(images("train"), images("emnist-letters-test"))) {
        @Override
        void read(final Path folder) {
            readImages(folder);
        }
    },
    IDX_GZIP(32, () -> List.of(zipped(images("t10k")), zipped(images("emnist-letters-train")))) {
        @Override
        void read(final Path folder) {
            readImages(folder);
        }
    };

    private static final int MEBIBYTE = 1 << 20;

    private final int mostMebibytes;
    private final List<Map<String, byte[]>> sets;
    private final EventSample sample = new EventSample();

    FuzzedLoader(final int mostMebibytes, final Sets sets) {
        this.mostMebibytes = mostMebibytes;
        this.sets = sets.make();
    }

    /** Makes the sets. */
    private interface Sets {
        List<Map<String, byte[]>> make();
    }

    /** Gives the bytes that reading one set may allocate. */
    long mostBytes() {
        return (long) mostMebibytes * MEBIBYTE;
    }

    /** Writes a damaged set: one of its files damaged, the others whole. */
    void write(final Path folder, final long seed) throws IOException {
        final Mutator mutator = new Mutator(seed);
        final Map<String, byte[]> set = sets.get(mutator.below(sets.size()));
        final Map<String, byte[]> other = sets.get(mutator.below(sets.size()));
        final List<String> names = List.copyOf(new TreeMap<>(set).keySet());
        final String damaged = names.get(mutator.below(names.size()));
        for (final String name : names) {
            final Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            final byte[] bytes = set.get(name);
            // Not overwritten: file systems write a file that was cut to nothing to disk at once.
            Files.deleteIfExists(file);
            Files.write(file, name.equals(damaged) ? mutator.damage(bytes, other.getOrDefault(name, bytes)) : bytes);
        }
    }

    /** Reads every sample of every part. */
    void read(final Path folder) {
        try (EventSet set = EventSets.open(folder, null, EventOptions.NONE)) {
            for (final String part : set.parts()) {
                readPart(set, part);
            }
        } catch (final ConfigurationException e) {
            assertOneLine(e);
        }
    }

    private void readPart(final EventSet set, final String part) {
        try (EventSource source = set.open(part)) {
            for (int i = 0; i < source.size(); i++) {
                try {
                    source.read(i, sample);
                    if (sample.label() >= source.classes().size() || sample.label() < EventSample.UNLABELLED) {
                        throw new AssertionError("label " + sample.label() + " of " + source.classes());
                    }
                } catch (final ConfigurationException e) {
                    assertOneLine(e);
                }
            }
        } catch (final ConfigurationException e) {
            assertOneLine(e);
        }
    }

    private static void readImages(final Path folder) {
        try {
            final ImageFiles files = new ImageFiles(folder);
            for (final String stem : files.stems()) {
                try (ImageStream images = files.open(stem)) {
                    for (int i = 0; i < images.size(); i++) {
                        images.read(i);
                    }
                } catch (final ConfigurationException e) {
                    assertOneLine(e);
                }
            }
        } catch (final ConfigurationException e) {
            assertOneLine(e);
        }
    }

    private static void assertOneLine(final ConfigurationException e) {
        if (!e.getMessage().matches("[\\P{C}]{10,900}")) {
            throw new AssertionError("not one line: " + e.getMessage(), e);
        }
    }

    private static long[][] events(final int count) {
        final long[][] events = new long[count][];
        for (int i = 0; i < count; i++) {
            events[i] = new long[] {10L * i, i * 7 % 34, i * 5 % 34, i & 1};
        }
        return events;
    }

    private static Map<String, byte[]> gestures(final int count) {
        return Map.of(
                "trials_to_train.txt", "user01_led.aedat\r\n".getBytes(StandardCharsets.US_ASCII),
                "user01_led.aedat", Recordings.aedat3(events(count)),
                "user01_led_labels.csv",
                        "class,startTime_usec,endTime_usec\n3,20,90\n1,5,20\n11,200,100000\n"
                                .getBytes(StandardCharsets.US_ASCII));
    }

    private static Map<String, byte[]> images(final String stem) {
        final byte[] images = new byte[16 + 12 * 25];
        images[2] = 8;
        images[3] = 3;
        images[7] = 12;
        images[11] = 5;
        images[15] = 5;
        final byte[] labels = {0, 0, 8, 1, 0, 0, 0, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3};
        return Map.of(stem + "-images-idx3-ubyte", images, stem + "-labels-idx1-ubyte", labels);
    }

    private static Map<String, byte[]> zipped(final Map<String, byte[]> files) {
        final Map<String, byte[]> zipped = new TreeMap<>();
        files.forEach((name, bytes) -> zipped.put(name + ".gz", gzip(bytes)));
        return zipped;
    }

    private static byte[] gzip(final byte[] bytes) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(final String name, final byte[] bytes) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
