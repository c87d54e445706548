package org.ranvier.testbench.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;

/** A CSV file of numbers, without a header; empty lines and lines that begin with {@code #} are comments. */
public final class CsvNumbers {
    private CsvNumbers() {}

    /**
     * Reads a file.
     *
     * @param file a file in UTF-8
     * @return its lines
     * @throws ConfigurationException naming file, line and value, when it cannot be read or holds something else
     */
    public static List<double[]> read(final Path file) {
        final List<double[]> rows = new ArrayList<>();
        final List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            final String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                rows.add(row(file + ":" + (i + 1), line.split(",", -1)));
            }
        }
        return rows;
    }

    /**
     * Reads the lines of a text file.
     *
     * @param file a file in UTF-8
     * @return its lines
     * @throws ConfigurationException when it cannot be read
     */
    public static List<String> lines(final Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new ConfigurationException(
                    file + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static double[] row(final String place, final String[] fields) {
        final double[] row = new double[fields.length];
        for (int i = 0; i < row.length; i++) {
            try {
                row[i] = Double.parseDouble(fields[i].strip());
            } catch (final NumberFormatException e) {
                throw new ConfigurationException(
                        place + ": '" + fields[i].strip() + "' is not allowed, expected a number", e);
            }
            if (!Double.isFinite(row[i])) {
                throw ConfigurationException.of(place, fields[i].strip(), "a finite number");
            }
        }
        return row;
    }
}
