package org.ranvier.testbench.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.ranvier.core.error.ConfigurationException;

/** A CSV file that appears complete or not at all; or lines on the standard output; or lines that are only counted. */
final class CsvOutput implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final Writer writer;
    private long lines;

    private CsvOutput(final Path target, final Path temporary, final Writer writer) {
        this.target = target;
        this.temporary = temporary;
        this.writer = writer;
    }

    /**
     * Opens a file by way of a temporary one beside it.
     *
     * @param target the file
     * @return the output; {@link #commit} gives the file its name
     */
    static CsvOutput file(final Path target) {
        try {
            final Path temporary =
                    Files.createTempFile(target.toAbsolutePath().getParent(), "." + target.getFileName(), ".tmp");
            return new CsvOutput(target, temporary, Files.newBufferedWriter(temporary, StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw cannotWrite(target, e);
        }
    }

    /** @return an output that is printed */
    static CsvOutput printed(final PrintedProbes.Sheet sheet) {
        return new CsvOutput(null, null, sheet);
    }

    /** @return an output that goes nowhere */
    static CsvOutput none() {
        return new CsvOutput(null, null, Writer.nullWriter());
    }

    /**
     * Says in which cycle the lines that follow are written.
     *
     * @param cycle the cycle
     */
    void at(final long cycle) {
        if (writer instanceof PrintedProbes.Sheet sheet) {
            sheet.at(cycle);
        }
    }

    /**
     * Writes a line.
     *
     * @param line without its end
     */
    void line(final CharSequence line) {
        try {
            writer.append(line).append('\n');
            lines++;
        } catch (final IOException e) {
            throw cannotWrite(target, e);
        }
    }

    /** @return lines written, the header included */
    long lines() {
        return lines;
    }

    /** Makes the file appear. */
    void commit() {
        try {
            writer.flush();
            if (temporary != null) {
                writer.close();
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (final IOException e) {
            throw cannotWrite(target, e);
        }
    }

    /** Removes what was not committed. */
    @Override
    public void close() {
        if (temporary != null) {
            try {
                writer.close();
                Files.deleteIfExists(temporary);
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static ConfigurationException cannotWrite(final Path target, final IOException e) {
        return new ConfigurationException(
                target + ": cannot be written: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
    }
}
