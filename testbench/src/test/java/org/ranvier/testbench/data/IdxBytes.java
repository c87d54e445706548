package org.ranvier.testbench.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Builds small IDX files, whole ones and damaged ones. */
final class IdxBytes {
    private IdxBytes() {}

    /** Gives any header in front of any data. */
    static byte[] idx(final int type, final int[] shape, final byte... data) {
        final ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * shape.length + data.length);
        buffer.put((byte) 0).put((byte) 0).put((byte) type).put((byte) shape.length);
        for (final int size : shape) {
            buffer.putInt(size);
        }
        return buffer.put(data).array();
    }

    /** Gives images of 2 rows and 3 columns whose pixels count up from 0. */
    static byte[] images(final int count) {
        final byte[] pixels = new byte[count * 6];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) i;
        }
        return idx(8, new int[] {count, 2, 3}, pixels);
    }

    static byte[] labels(final int... labels) {
        final byte[] data = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            data[i] = (byte) labels[i];
        }
        return idx(8, new int[] {labels.length}, data);
    }

    static byte[] gzip(final byte[] data) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(data);
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
