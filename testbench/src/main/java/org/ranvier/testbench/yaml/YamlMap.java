package org.ranvier.testbench.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The fields of a mapping whose keys are fixed. */
public final class YamlMap {
    private final YamlNode node;
    private final Map<String, YamlNode> fields;

    YamlMap(final YamlNode node, final Map<String, YamlNode> fields) {
        this.node = node;
        this.fields = fields;
    }

    YamlMap allow(final String... keys) {
        final List<String> known = Arrays.asList(keys);
        for (final Map.Entry<String, YamlNode> field : fields.entrySet()) {
            if (!known.contains(field.getKey())) {
                throw field.getValue().error("unknown key, expected one of " + String.join(", ", keys));
            }
        }
        return this;
    }

    /** @return the mapping itself */
    public YamlNode node() {
        return node;
    }

    /** @return whether the key is there */
    public boolean has(final String key) {
        return fields.containsKey(key);
    }

    /** @return the value of a key that must be there */
    public YamlNode get(final String key) {
        final YamlNode value = fields.get(key);
        if (value == null) {
            throw node.error("the key '" + key + "' is missing");
        }
        return value;
    }

    /** @return a whole number, or the default when the key is not there */
    public int whole(final String key, final int otherwise, final int min, final int max) {
        return has(key) ? (int) get(key).whole(min, max) : otherwise;
    }

    /** @return a real number, or the default when the key is not there */
    public double real(final String key, final double otherwise, final double min, final double max) {
        return has(key) ? get(key).real(min, max) : otherwise;
    }

    /** @return a text, or the default when the key is not there */
    public String text(final String key, final String otherwise) {
        return has(key) ? get(key).text() : otherwise;
    }

    /**
     * Finds which of several keys is there.
     *
     * @param keys keys of which exactly one must be given
     * @return it
     */
    public String one(final String... keys) {
        String found = null;
        for (final String key : keys) {
            if (has(key)) {
                if (found != null) {
                    throw get(key).error("cannot stand beside '" + found + "'");
                }
                found = key;
            }
        }
        if (found == null) {
            throw node.error("one of the keys " + String.join(", ", keys) + " is missing");
        }
        return found;
    }
}
