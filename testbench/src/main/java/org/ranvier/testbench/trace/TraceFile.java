package org.ranvier.testbench.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.OutputFile;

/**
 * A file that is written bit by bit under another name and gets its own when it is complete; one that never is leaves nothing.
 *
 * <p>Numbers are written without making objects.
 */
final class TraceFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_DIGITS = 20;

    private final Path target;
    private final Path temporary;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] digits = new byte[MOST_DIGITS];
    private int used;
    private boolean closed;

    /**
     * @throws ConfigurationException when it cannot be written
     */
    TraceFile(final Path file) {
        target = file.toAbsolutePath();
        try {
            temporary = OutputFile.temporary(target);
            out = Files.newOutputStream(temporary);
            // For a process that is told to end; what one leaves that is killed goes with the next trace of that name.
            temporary.toFile().deleteOnExit();
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    /** Writes text in UTF-8. */
    TraceFile text(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes(bytes, 0, bytes.length);
    }

    /** Writes one byte. */
    TraceFile put(final int value) {
        if (used == BUFFER) {
            flush();
        }
        buffer[used++] = (byte) value;
        return this;
    }

    /** Writes bytes. */
    TraceFile bytes(final byte[] bytes, final int from, final int length) {
        int done = 0;
        while (done < length) {
            if (used == BUFFER) {
                flush();
            }
            final int some = Math.min(length - done, BUFFER - used);
            System.arraycopy(bytes, from + done, buffer, used, some);
            used += some;
            done += some;
        }
        return this;
    }

    /** Writes a number in decimal. */
    TraceFile decimal(final long value) {
        if (value < 0) {
            put('-');
        }
        int first = MOST_DIGITS;
        long rest = value;
        do {
            digits[--first] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        } while (rest != 0);
        return bytes(digits, first, MOST_DIGITS - first);
    }

    private void flush() {
        try {
            out.write(buffer, 0, used);
        } catch (final IOException e) {
            throw unwritable(e);
        }
        used = 0;
    }

    /** Writes what is left. */
    void finish() {
        flush();
        try {
            closed = true;
            out.close();
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    /** Gives the file its name. */
    void complete() {
        try {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    /** Takes the file away, unless it is complete. */
    @Override
    public void close() {
        try {
            if (!closed) {
                closed = true;
                out.close();
            }
            Files.deleteIfExists(temporary);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    private ConfigurationException unwritable(final IOException cause) {
        return new ConfigurationException(
                "--trace: " + target + ": cannot be written: "
                        + cause.getClass().getSimpleName() + " " + cause.getMessage(),
                cause);
    }
}
