package org.ranvier.testbench.data.raster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Writes recordings in N-MNIST's layout: of class c, a bar that moves over the rows 3c to 3c+2 in 60 ms, ON before OFF, in some noise. */
public final class TinyEvents {
    /** Classes there are. */
    public static final int CLASSES = 4;

    private static final int SIDE = 34;
    private static final int EVENTS = 240;
    private static final int LENGTH_US = 60_000;

    private TinyEvents() {}

    /**
     * Writes a set.
     *
     * @param directory gets folders Train and Test
     * @param train recordings to learn from
     * @param test recordings to test on
     * @return the directory
     */
    public static Path write(final Path directory, final int train, final int test) {
        final SplittableRandom random = new SplittableRandom(1);
        write(directory.resolve("Train"), train, random);
        write(directory.resolve("Test"), test, random);
        return directory;
    }

    private static void write(final Path part, final int recordings, final SplittableRandom random) {
        for (int i = 0; i < recordings; i++) {
            final ByteBuffer bytes = ByteBuffer.allocate(5 * EVENTS);
            for (int n = 0; n < EVENTS; n++) {
                final int time = LENGTH_US * n / EVENTS;
                final boolean noise = random.nextInt(5) == 0;
                final int x = noise ? random.nextInt(SIDE) : SIDE * n / EVENTS;
                final int y = noise ? random.nextInt(SIDE) : 3 * (i % CLASSES) + random.nextInt(3);
                put(bytes, x, y, n % 2, time);
            }
            write(part, i % CLASSES, i + 1, bytes.array());
        }
    }

    /** Writes one event of a .bin file: x, y, and 1 bit of polarity before 23 bits of microseconds. */
    static void put(final ByteBuffer bytes, final int x, final int y, final int polarity, final int time) {
        bytes.put((byte) x)
                .put((byte) y)
                .put((byte) (polarity << 7 | time >> 16))
                .putShort((short) time);
    }

    /** Writes the file of one recording. */
    static void write(final Path part, final int label, final int number, final byte[] bytes) {
        try {
            final Path folder = Files.createDirectories(part.resolve(String.valueOf(label)));
            Files.write(folder.resolve(String.format("%05d.bin", number)), bytes);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
