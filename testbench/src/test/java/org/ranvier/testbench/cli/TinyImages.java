package org.ranvier.testbench.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a data set of a few 28 x 28 images of stripes in the files that MNIST has. */
final class TinyImages {
    static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    private static final int SIDE = 28;

    private TinyImages() {}

    static Path write(final Path directory, final int images) throws IOException {
        for (final String part : new String[] {"train", "t10k"}) {
            Files.write(directory.resolve(part + "-images-idx3-ubyte"), images(images));
            Files.write(directory.resolve(part + "-labels-idx1-ubyte"), labels(images));
        }
        return directory;
    }

    static byte[] images(final int count) {
        final ByteBuffer bytes = ByteBuffer.allocate(16 + count * SIDE * SIDE);
        bytes.putInt(0x803).putInt(count).putInt(SIDE).putInt(SIDE);
        for (int i = 0; i < count * SIDE * SIDE; i++) {
            final int image = i / (SIDE * SIDE);
            final int row = i / SIDE % SIDE;
            bytes.put((byte) (row / 3 == image % 10 ? 200 : 0));
        }
        return bytes.array();
    }

    static byte[] labels(final int count) {
        final ByteBuffer bytes = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (i % 10));
        }
        return bytes.array();
    }
}
