package org.ranvier.testbench.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ranvier.core.error.ConfigurationException;

/**
 * Reads the IDX container of the MNIST family, plain or gzip-compressed.
 *
 * <p>The layout is big-endian: two zero bytes, the element type (8 = unsigned byte), the number of dimensions, one 32-bit size per
 * dimension, then the elements in row-major order and nothing else. Compression is recognised by the content, not by the file name.
 */
final class IdxReader {
    private static final int GZIP_MAGIC_0 = 0x1f;
    private static final int GZIP_MAGIC_1 = 0x8b;
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int MAGIC_BYTES = 4;

    private IdxReader() {}

    /**
     * Reads a whole file.
     *
     * @param file the file
     * @param dimensions how many dimensions it must have: 3 for images, 1 for labels
     * @return its content
     * @throws ConfigurationException naming the file, if it cannot be read or is not a complete IDX file of unsigned bytes
     */
    static IdxFile read(final Path file, final int dimensions) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in, dimensions);
        } catch (final IOException e) {
            throw new ConfigurationException(
                    file + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /**
     * Reads a whole stream.
     *
     * @param source how messages name the stream
     * @param in the stream; not closed
     * @param dimensions how many dimensions it must have
     * @return its content
     * @throws ConfigurationException naming the source, if it is not a complete IDX file of unsigned bytes
     */
    static IdxFile read(final String source, final InputStream in, final int dimensions) {
        try {
            return parse(source, expanded(in), dimensions);
        } catch (final EOFException e) {
            throw new ConfigurationException(source + ": truncated, the gzip stream ends early", e);
        } catch (final ZipException e) {
            throw new ConfigurationException(source + ": corrupt gzip data (" + e.getMessage() + ")", e);
        } catch (final IOException e) {
            throw new ConfigurationException(source + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static InputStream expanded(final InputStream in) throws IOException {
        final BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        final boolean gzip = buffered.read() == GZIP_MAGIC_0 && buffered.read() == GZIP_MAGIC_1;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private static IdxFile parse(final String source, final InputStream in, final int dimensions) throws IOException {
        final byte[] magic = exactly(source, in, MAGIC_BYTES, "its magic number");
        checkMagic(source, magic, dimensions);
        final ByteBuffer sizes = ByteBuffer.wrap(exactly(source, in, Integer.BYTES * dimensions, "its dimensions"));
        final int[] shape = new int[dimensions];
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
        final byte[] data = exactly(source, in, (int) elements, "its elements");
        // Reading past the end also makes a gzip stream verify its checksum.
        if (in.read() >= 0) {
            throw new ConfigurationException(
                    source + ": holds more data than the " + elements + " bytes its header names");
        }
        return new IdxFile(source, shape, data);
    }

    private static void checkMagic(final String source, final byte[] magic, final int dimensions) {
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

    /** Grows with what is really there, so a damaged header cannot ask for memory the file does not fill. */
    private static byte[] exactly(final String source, final InputStream in, final int bytes, final String what)
            throws IOException {
        final byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new ConfigurationException(
                    source + ": truncated in " + what + ", " + read.length + " of " + bytes + " bytes are there");
        }
        return read;
    }

    private static String hex(final byte[] bytes) {
        final StringBuilder text = new StringBuilder();
        for (final byte b : bytes) {
            text.append(Character.forDigit(b >> 4 & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
        }
        return text.toString();
    }
}
