package org.ranvier.testbench.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ranvier.core.error.ConfigurationException;

/**
 * The IDX container of the MNIST family, plain or gzip-compressed, read from front to back.
 *
 * <p>The layout is big-endian: two zero bytes, the element type (8 = unsigned byte), the number of dimensions, one 32-bit size per
 * dimension, then the elements in row-major order and nothing else. Compression is recognised by the content, not by the file name.
 */
final class IdxStream implements AutoCloseable {
    private static final int GZIP_MAGIC_0 = 0x1f;
    private static final int GZIP_MAGIC_1 = 0x8b;
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int MAGIC_BYTES = 4;

    private final String source;
    private final int[] shape;
    private final int itemBytes;
    private InputStream in;

    /**
     * Reads the header.
     *
     * @param source how messages name the stream
     * @param file the stream; closed with this
     * @param dimensions how many dimensions it must have: 3 for images, 1 for labels
     * @throws ConfigurationException naming the source, if it is no IDX file of unsigned bytes
     */
    IdxStream(final String source, final InputStream file, final int dimensions) {
        this.source = source;
        this.in = file;
        this.shape = new int[dimensions];
        try {
            in = expanded(file);
        } catch (final IOException e) {
            throw failure(e);
        }
        checkMagic(exactly(MAGIC_BYTES, "its magic number"), dimensions);
        final ByteBuffer sizes = ByteBuffer.wrap(exactly(Integer.BYTES * dimensions, "its dimensions"));
        long elements = 1;
        for (int d = 0; d < dimensions; d++) {
            shape[d] = sizes.getInt();
            if (shape[d] <= 0 || elements * shape[d] > Integer.MAX_VALUE) {
                throw new ConfigurationException(
                        source + ": dimension " + d + " has size " + Integer.toUnsignedString(shape[d])
                                + ", expected 1 or more and fewer than 2^31 elements in all");
            }
            elements *= shape[d];
        }
        itemBytes = (int) (elements / shape[0]);
    }

    private static InputStream expanded(final InputStream in) throws IOException {
        final BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        final boolean gzip = buffered.read() == GZIP_MAGIC_0 && buffered.read() == GZIP_MAGIC_1;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private void checkMagic(final byte[] magic, final int dimensions) {
        if (magic[0] != 0 || magic[1] != 0) {
            throw new ConfigurationException(
                    source + ": wrong magic number " + hex(magic) + ", an IDX file starts with 0000");
        }
        if (magic[2] != UNSIGNED_BYTE) {
            throw new ConfigurationException(source + ": IDX element type 0x"
                    + hex(magic).substring(4, 6) + " is not supported, expected 0x08 (unsigned byte)");
        }
        if (magic[3] != dimensions) {
            throw new ConfigurationException(
                    source + ": has " + (magic[3] & 0xff) + " dimensions, expected " + dimensions);
        }
    }

    private static String hex(final byte[] bytes) {
        final StringBuilder text = new StringBuilder();
        for (final byte b : bytes) {
            text.append(Character.forDigit(b >> 4 & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
        }
        return text.toString();
    }

    /** @return the sizes of its dimensions, outermost first */
    int[] shape() {
        return shape.clone();
    }

    /** @return the size of the outermost dimension: images or labels held */
    int count() {
        return shape[0];
    }

    /** @return bytes of one of them */
    int itemBytes() {
        return itemBytes;
    }

    /**
     * Reads the next images or labels.
     *
     * @param items how many
     * @return their elements
     * @throws ConfigurationException naming the source, if they are not all there
     */
    byte[] next(final int items) {
        return exactly(items * itemBytes, "its elements");
    }

    /**
     * Passes over images or labels.
     *
     * @param items how many
     * @throws ConfigurationException naming the source, if they are not all there
     */
    void skip(final int items) {
        try {
            in.skipNBytes((long) items * itemBytes);
        } catch (final IOException e) {
            throw failure(e);
        }
    }

    /**
     * Makes sure that nothing follows. Reading past the end also makes a gzip stream verify its checksum.
     *
     * @throws ConfigurationException naming the source, if something does
     */
    void end() {
        try {
            if (in.read() >= 0) {
                throw new ConfigurationException(source + ": holds more data than the " + (long) itemBytes * shape[0]
                        + " bytes its header names");
            }
        } catch (final IOException e) {
            throw failure(e);
        }
    }

    /** Grows with what is really there, so a damaged header cannot ask for memory the file does not fill. */
    private byte[] exactly(final int bytes, final String what) {
        try {
            final byte[] read = in.readNBytes(bytes);
            if (read.length < bytes) {
                throw new ConfigurationException(
                        source + ": truncated in " + what + ", " + read.length + " of " + bytes + " bytes are there");
            }
            return read;
        } catch (final IOException e) {
            throw failure(e);
        }
    }

    private ConfigurationException failure(final IOException e) {
        if (e instanceof EOFException) {
            return new ConfigurationException(source + ": truncated, the gzip stream ends early", e);
        }
        if (e instanceof ZipException) {
            return new ConfigurationException(source + ": corrupt gzip data (" + e.getMessage() + ")", e);
        }
        return new ConfigurationException(source + ": cannot be read (" + e.getMessage() + ")", e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (final IOException e) {
            throw failure(e);
        }
    }
}
