package org.ranvier.testbench.sweep;

import java.util.List;
import java.util.stream.Collectors;
import org.ranvier.testbench.train.Json;
import org.ranvier.testbench.yaml.YamlNode;

/** Values of parameters: numbers, texts, truth values, lists of them, and null. */
final class Values {
    private Values() {}

    /**
     * Takes a value from a file.
     *
     * @param node a scalar or a list of scalars
     * @return it
     */
    static Object of(final YamlNode node) {
        if (node.isMap()) {
            throw node.refuse(
                    "a number, a text, true, false, null or a list of them; a field of a file is OPTION.FIELD");
        }
        return node.plain();
    }

    /**
     * Writes a value as a command line has it.
     *
     * @param value the value, not null
     * @return its text; items of a list are joined by commas
     */
    static String text(final Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(Values::text).collect(Collectors.joining(","));
        }
        return value instanceof Double || value instanceof Float
                ? Json.number(((Number) value).doubleValue())
                : String.valueOf(value);
    }
}
