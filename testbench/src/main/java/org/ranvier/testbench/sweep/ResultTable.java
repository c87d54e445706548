package org.ranvier.testbench.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Rows with named, typed columns: a row a run, by number.
 *
 * @param columns the columns
 * @param rows by row and column, {@code Long}, {@code Double}, {@code String} as the column's type says, or null
 */
public record ResultTable(List<Column> columns, List<List<Object>> rows) {
    /** What a column holds; any value may be missing. */
    public enum Type {
        /** Whole numbers of 64 bits. */
        WHOLE,
        /** Numbers of double precision. */
        REAL,
        /** Texts. */
        TEXT
    }

    /**
     * A column.
     *
     * @param name its name, which no other has
     * @param type what it holds
     */
    public record Column(String name, Type type) {}

    /**
     * Makes a table of rows whose columns are not known before. A column holds whole numbers if all its values are, else numbers
     * if they are, else texts.
     *
     * @param rows values by name; a column stands where it is first met, after those before it in its row
     * @return the table
     */
    static ResultTable of(final List<Map<String, Object>> rows) {
        final Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.keySet()));
        final Map<String, Type> types = new LinkedHashMap<>();
        names.forEach(name -> types.put(name, type(rows, name)));
        final List<List<Object>> cells = new ArrayList<>();
        for (final Map<String, Object> row : rows) {
            final List<Object> line = new ArrayList<>();
            types.forEach((name, type) -> line.add(value(type, row.get(name))));
            cells.add(line);
        }
        return new ResultTable(
                types.entrySet().stream()
                        .map(column -> new Column(column.getKey(), column.getValue()))
                        .toList(),
                cells);
    }

    private static Type type(final List<Map<String, Object>> rows, final String name) {
        final List<Object> values =
                rows.stream().map(row -> row.get(name)).filter(Objects::nonNull).toList();
        if (values.isEmpty() || !values.stream().allMatch(Number.class::isInstance)) {
            return Type.TEXT;
        }
        return values.stream().allMatch(value -> value instanceof Long || value instanceof Integer)
                ? Type.WHOLE
                : Type.REAL;
    }

    private static Object value(final Type type, final Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case WHOLE -> (Object) ((Number) value).longValue();
            case REAL -> (Object) ((Number) value).doubleValue();
            case TEXT -> Values.text(value);
        };
    }

    /** @return the table as CSV with a line of names; a missing value is empty */
    String csv() {
        final StringBuilder csv = new StringBuilder();
        line(csv, columns.stream().map(Column::name).toList());
        rows.forEach(row -> line(csv, row));
        return csv.toString();
    }

    private static void line(final StringBuilder csv, final List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            csv.append(i == 0 ? "" : ",").append(cells.get(i) == null ? "" : quoted(Values.text(cells.get(i))));
        }
        csv.append('\n');
    }

    private static String quoted(final String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
