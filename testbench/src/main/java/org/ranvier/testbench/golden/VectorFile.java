package org.ranvier.testbench.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/** A JSON object of integers, lists and matrices, read with errors that name file and key. */
final class VectorFile {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String name;
    private final JsonNode root;

    private VectorFile(final String name, final JsonNode root) {
        this.name = name;
        this.root = root;
    }

    static VectorFile read(final Path file) {
        try {
            final JsonNode root = MAPPER.readTree(Files.readString(file));
            if (!root.isObject()) {
                throw new ConfigurationException(file + ": expected one JSON object");
            }
            return new VectorFile(file.toString(), root);
        } catch (final NoSuchFileException e) {
            throw new ConfigurationException(file + ": no such file", e);
        } catch (final JsonProcessingException e) {
            throw new ConfigurationException(file + ": no JSON: " + e.getOriginalMessage(), e);
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** @return the keys, in the order of the file */
    List<String> keys() {
        final List<String> keys = new ArrayList<>();
        root.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** @return the keys of an object of this file, in its order */
    List<String> keys(final String key) {
        final JsonNode node = require(key);
        if (!node.isObject()) {
            throw wrong(key, node, "an object");
        }
        final List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    int integer(final String key) {
        return integer(key, require(key));
    }

    int integer(final String key, final int absent) {
        return root.has(key) ? integer(key, root.get(key)) : absent;
    }

    int[] list(final String key) {
        return list(key, require(key));
    }

    int[][] matrix(final String key) {
        final JsonNode node = require(key);
        if (!node.isArray() || node.isEmpty()) {
            throw wrong(key, node, "a list of lists of integers");
        }
        final int[][] rows = new int[node.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = list(key, node.get(i));
        }
        return rows;
    }

    /** Reads an object from step numbers, 0..steps-1, to lists; steps without a key get empty lists. */
    int[][] steps(final String key, final int steps) {
        final JsonNode node = require(key);
        if (!node.isObject()) {
            throw wrong(key, node, "an object from steps to lists of axons");
        }
        ConfigurationException.checkRange(name + ": T", steps, 1, Short.MAX_VALUE);
        final int[][] lists = new int[steps][0];
        for (final Map.Entry<String, JsonNode> entry : node.properties()) {
            final String step = entry.getKey();
            if (!step.matches("[0-9]{1,6}") || Integer.parseInt(step) >= steps) {
                throw ConfigurationException.of(name + ": " + key, step, "steps 0.." + (steps - 1));
            }
            lists[Integer.parseInt(step)] = list(key, entry.getValue());
        }
        return lists;
    }

    private int[] list(final String key, final JsonNode node) {
        if (!node.isArray()) {
            throw wrong(key, node, "a list of integers");
        }
        final int[] values = new int[node.size()];
        Arrays.setAll(values, i -> integer(key, node.get(i)));
        return values;
    }

    private int integer(final String key, final JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong(key, node, "an integer of 32 bit");
        }
        return node.intValue();
    }

    private JsonNode require(final String key) {
        if (!root.has(key)) {
            throw new ConfigurationException(name + ": key '" + key + "' is missing");
        }
        return root.get(key);
    }

    private ConfigurationException wrong(final String key, final JsonNode node, final String expected) {
        final String text = node.toString();
        return ConfigurationException.of(
                name + ": " + key, text.length() > 40 ? text.substring(0, 40) + "..." : text, expected);
    }
}
