package org.ranvier.testbench.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of a run by name: the leaves of a JSON object, keys joined by dots, or the columns of a CSV table.
 *
 * <p>Lists of a JSON object are left out. A table of one row gives its columns; of several, {@code COLUMN[ROW]}, from 0. Left out,
 * too, is what depends on the machine or is no result: seconds of wall clock and processor, rates by them, the version.
 */
final class Metrics {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Metrics() {}

    /**
     * Reads results.
     *
     * @param text what a run left or printed
     * @return numbers and texts by name, in their order; none if it is neither JSON nor CSV
     */
    static Map<String, Object> of(final String text) {
        final Map<String, Object> metrics = new LinkedHashMap<>();
        if (text.stripLeading().startsWith("{")) {
            try {
                flatten("", MAPPER.readTree(text), metrics);
            } catch (final JsonProcessingException e) {
                // Braces, but no JSON object: a text for people, which has no results by name.
                metrics.clear();
            }
        } else {
            table(text.lines().map(line -> line.split(",", -1)).toList(), metrics);
        }
        metrics.keySet().removeIf(Metrics::dependsOnTheMachine);
        return metrics;
    }

    private static boolean dependsOnTheMachine(final String name) {
        final String last = name.substring(name.lastIndexOf('.') + 1);
        return last.equals("wall_seconds")
                || last.equals("cpu_seconds")
                || last.endsWith("_per_second")
                || name.equals("version");
    }

    private static void flatten(final String name, final JsonNode node, final Map<String, Object> metrics) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), metrics));
        } else if (node.isNumber()) {
            metrics.put(name, node.numberValue());
        } else if (node.isValueNode() && !node.isNull()) {
            metrics.put(name, node.asText());
        }
    }

    private static void table(final List<String[]> rows, final Map<String, Object> metrics) {
        final int columns = rows.isEmpty() ? 0 : rows.get(0).length;
        if (columns < 2 || rows.size() < 2 || rows.stream().anyMatch(row -> row.length != columns)) {
            return;
        }
        for (int row = 1; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                final Object value = cell(rows.get(row)[column]);
                if (value != null) {
                    metrics.put(rows.get(0)[column] + (rows.size() == 2 ? "" : "[" + (row - 1) + "]"), value);
                }
            }
        }
    }

    private static Object cell(final String text) {
        if (text.isEmpty() || text.equals("nan")) {
            return null;
        }
        if (text.matches("-?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        return text.matches("-?\\d+\\.?\\d*([eE][-+]?\\d+)?") ? (Object) Double.valueOf(text) : text;
    }
}
