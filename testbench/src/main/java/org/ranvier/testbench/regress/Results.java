package org.ranvier.testbench.regress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The figures that a command gave in the end, one by one. */
final class Results {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Results() {}

    /**
     * Compares two sets of figures; those that depend on the machine are left out.
     *
     * @param expected as recorded
     * @param found as they are
     * @param tolerances by how much they may differ
     * @return what differs by more
     */
    static List<ResultDifference> compare(
            final Map<String, Object> expected, final Map<String, Object> found, final Tolerances tolerances) {
        final Map<String, JsonNode> wanted = leaves(expected);
        final Map<String, JsonNode> is = leaves(found);
        final Set<String> paths = new LinkedHashSet<>(wanted.keySet());
        paths.addAll(is.keySet());
        final List<ResultDifference> differences = new ArrayList<>();
        for (final String path : paths) {
            final Quantity quantity = Quantity.of(path);
            if (quantity != null && !agree(quantity, wanted.get(path), is.get(path), tolerances)) {
                differences.add(new ResultDifference(path, value(wanted.get(path)), value(is.get(path))));
            }
        }
        return differences;
    }

    private static Map<String, JsonNode> leaves(final Map<String, Object> figures) {
        final Map<String, JsonNode> leaves = new TreeMap<>();
        collect("", MAPPER.valueToTree(figures), leaves);
        return leaves;
    }

    private static void collect(final String path, final JsonNode node, final Map<String, JsonNode> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), leaves);
            }
        } else {
            leaves.put(path, node);
        }
    }

    private static boolean agree(
            final Quantity quantity, final JsonNode expected, final JsonNode found, final Tolerances tolerances) {
        if (expected == null || found == null) {
            return false;
        }
        if (expected.isNumber() && found.isNumber()) {
            return tolerances.allow(quantity, expected.doubleValue(), found.doubleValue());
        }
        return expected.asText().equals(found.asText()) || quantity == Quantity.OTHER && tolerances.loose();
    }

    private static Object value(final JsonNode node) {
        return node == null ? null : node.isNumber() ? node.numberValue() : node.asText();
    }
}
