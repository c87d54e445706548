package org.ranvier.testbench.rpu.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/** Measurements as rows with named columns; lines that begin with # are comments, the first other line names the columns. */
public final class ReferenceTable {
    private final String file;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    private ReferenceTable(final String file, final List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Parses comma-separated text without quotes.
     *
     * @param file the file's name, for messages
     * @param text its text
     * @return the table
     * @throws ConfigurationException naming file and line when a row has too many or too few fields
     */
    public static ReferenceTable parse(final String file, final String text) {
        ReferenceTable table = null;
        int number = 0;
        for (final String line : text.lines().toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            final List<String> fields = Arrays.asList(line.split(",", -1));
            if (table == null) {
                table = new ReferenceTable(file, fields);
            } else {
                table.add(fields, number);
            }
        }
        if (table == null) {
            throw new ConfigurationException(file + ": has no header");
        }
        return table;
    }

    private void add(final List<String> fields, final int line) {
        if (fields.size() != columns.size()) {
            throw new ConfigurationException(
                    file + ":" + line + ": has " + fields.size() + " fields, expected " + columns.size());
        }
        rows.add(new Row(fields, line));
    }

    /** @return all rows */
    public List<Row> rows() {
        return rows;
    }

    /**
     * Sorts rows into cases.
     *
     * @param key names the case of a row
     * @return rows by case, in the order of the file
     */
    public Map<String, List<Row>> by(final Function<Row, String> key) {
        return rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    /** A row. */
    public final class Row {
        private final List<String> fields;
        private final int line;

        private Row(final List<String> fields, final int line) {
            this.fields = fields;
            this.line = line;
        }

        /**
         * Finds a field.
         *
         * @param column its column
         * @return its text
         */
        public String text(final String column) {
            final int place = columns.indexOf(column);
            if (place < 0) {
                throw new ConfigurationException(file + ": the column '" + column + "' is missing");
            }
            return fields.get(place);
        }

        /**
         * Finds a number.
         *
         * @param column its column
         * @return the number; NaN when the field is empty
         */
        public double number(final String column) {
            final String text = text(column);
            try {
                return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
            } catch (final NumberFormatException e) {
                throw new ConfigurationException(
                        file + ":" + line + ": " + column + ": " + text + " is not allowed, expected a number", e);
            }
        }

        /**
         * Finds a whole number.
         *
         * @param column its column
         * @return the number, cut off after the point
         */
        public int integer(final String column) {
            return (int) number(column);
        }
    }
}
