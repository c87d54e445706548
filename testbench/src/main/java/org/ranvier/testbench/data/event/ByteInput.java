package org.ranvier.testbench.data.event;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.text.Printable;

/**
 * Reads numbers from one file after another through one buffer, and knows where it is. What a file declares never makes it take memory:
 * whoever reads past the end gets an error with the offset.
 */
final class ByteInput implements AutoCloseable {
    private static final int MOST_LINE = 1 << 12;

    private final byte[] buffer = new byte[1 << 16];
    private String origin = "";
    private InputStream in;
    private int position;
    private int limit;
    private long before;

    /**
     * Closes the file at hand and opens another.
     *
     * @param file the file
     * @param name how messages name it
     */
    void open(final Path file, final String name) {
        close();
        origin = name;
        position = 0;
        limit = 0;
        before = 0;
        try {
            in = Files.newInputStream(file);
        } catch (final IOException | RuntimeException e) {
            throw failure(e);
        }
    }

    /** @return how messages name the file */
    String origin() {
        return origin;
    }

    /** @return bytes read so far */
    long offset() {
        return before + position;
    }

    /** @return whether every byte of the file has been read */
    boolean atEnd() {
        return position == limit && !fill();
    }

    /**
     * Looks at the next byte without reading it.
     *
     * @return 0..255
     */
    int peek() {
        require();
        return buffer[position] & 0xff;
    }

    /** @return the next byte, 0..255 */
    int u8() {
        require();
        return buffer[position++] & 0xff;
    }

    /**
     * Reads the rest of a line.
     *
     * @return its text without the end of the line, {@code LF} or {@code CRLF}; the end of the file ends a line too
     */
    String line() {
        final StringBuilder text = new StringBuilder();
        while (!atEnd()) {
            final int next = u8();
            if (next == '\n') {
                break;
            }
            if (text.length() == MOST_LINE) {
                throw wrong("a line of more than " + MOST_LINE + " characters");
            }
            text.append((char) next);
        }
        if (text.length() > 0 && text.charAt(text.length() - 1) == '\r') {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }

    /** @return the next two bytes, little-endian, signed */
    int le16() {
        return (short) (u8() | u8() << 8);
    }

    /** @return the next four bytes, little-endian, signed */
    int le32() {
        return u8() | u8() << 8 | u8() << 16 | u8() << 24;
    }

    /** @return the next eight bytes, little-endian, signed */
    long le64() {
        return le32() & 0xffff_ffffL | (long) le32() << 32;
    }

    /** @return the next four bytes, big-endian, signed */
    int be32() {
        return u8() << 24 | u8() << 16 | u8() << 8 | u8();
    }

    /**
     * Passes over bytes, all of which must be there.
     *
     * @param bytes how many
     */
    void skip(final long bytes) {
        long left = bytes;
        while (left > 0) {
            require();
            final int step = (int) Math.min(left, limit - position);
            position += step;
            left -= step;
        }
    }

    /**
     * Makes the exception for what is wrong here.
     *
     * @param problem what
     * @return it, with file and offset
     */
    ConfigurationException wrong(final String problem) {
        return new ConfigurationException(origin + ", byte " + offset() + ": " + Printable.of(problem));
    }

    private void require() {
        if (atEnd()) {
            throw wrong("the file ends too early");
        }
    }

    private boolean fill() {
        try {
            before += limit;
            position = 0;
            limit = 0;
            limit = Math.max(0, in.read(buffer));
            return limit > 0;
        } catch (final IOException | RuntimeException e) {
            throw failure(e);
        }
    }

    private ConfigurationException failure(final Exception e) {
        final String reason = Printable.of(String.valueOf(e.getMessage()));
        if (e instanceof ZipException || e instanceof EOFException) {
            return new ConfigurationException(
                    origin + ", byte " + offset() + ": damaged compressed data (" + reason + ")", e);
        }
        return new ConfigurationException(
                origin + ": cannot be read (" + e.getClass().getSimpleName() + ": " + reason + ")", e);
    }

    @Override
    public void close() {
        if (in != null) {
            final InputStream open = in;
            in = null;
            try {
                open.close();
            } catch (final IOException e) {
                throw failure(e);
            }
        }
    }
}
