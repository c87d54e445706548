package org.ranvier.testbench.nir.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.train.Json;

/** A CSV file of numbers that is written row by row and appears when it is complete. */
final class CsvSheet implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final Writer writer;
    private final StringBuilder line = new StringBuilder();

    /**
     * @param target the file; its directory exists
     */
    CsvSheet(final Path target) {
        this.target = target.toAbsolutePath();
        temporary = this.target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw cannotWrite(e);
        }
    }

    /**
     * Writes a row; whole numbers without a point.
     *
     * @param values its columns
     */
    void row(final double[] values) {
        line.setLength(0);
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            if (values[i] == (int) values[i]) {
                line.append((int) values[i]);
            } else {
                line.append(Json.number(values[i]));
            }
        }
        try {
            writer.append(line.append('\n'));
        } catch (final IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Makes the file appear. */
    void commit() {
        try {
            writer.close();
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (final IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Removes what was not committed. */
    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(temporary);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConfigurationException cannotWrite(final IOException e) {
        return new ConfigurationException(
                target + ": cannot be written: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
    }
}
