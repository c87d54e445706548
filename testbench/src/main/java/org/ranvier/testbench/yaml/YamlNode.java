package org.ranvier.testbench.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranvier.core.error.AssemblyException;
import org.ranvier.core.error.ConfigurationException;

/** A value of a YAML file: a mapping, a list or a scalar, with the place where it stands. */
public final class YamlNode {
    private static final Pattern FRACTION = Pattern.compile("(-?\\d{1,15})/(\\d{1,15})");

    private final String file;
    private final int line;
    private final String path;

    /** {@code Map<String, YamlNode>}, {@code List<YamlNode>}, {@code String}, {@code Number}, {@code Boolean} or null. */
    private final Object value;

    YamlNode(final String file, final int line, final String path, final Object value) {
        this.file = file;
        this.line = line;
        this.path = path;
        this.value = value;
    }

    /** @return the file, as the user named it */
    public String file() {
        return file;
    }

    /** @return the line, from 1 */
    public int line() {
        return line;
    }

    /** @return the value's name from the top of the file, e.g. {@code cores[0].program} */
    public String path() {
        return path;
    }

    Object raw() {
        return value;
    }

    /** @return the value with everything in it, as maps, lists and scalars */
    public Object plain() {
        if (isMap()) {
            final Map<String, Object> plain = new LinkedHashMap<>();
            entries().forEach((key, field) -> plain.put(key, field.plain()));
            return plain;
        }
        return isList() ? items().stream().map(YamlNode::plain).toList() : value;
    }

    /**
     * Finds a value within this mapping.
     *
     * @param keys keys joined by dots, e.g. {@code core.lanes}
     * @return the value, or null when it is not there
     */
    public YamlNode find(final String keys) {
        YamlNode found = this;
        for (final String key : keys.split("\\.", -1)) {
            found = found != null && found.isMap() ? found.entries().get(key) : null;
        }
        return found;
    }

    /** @return whether it is a mapping */
    public boolean isMap() {
        return value instanceof Map;
    }

    /** @return whether it is a list */
    public boolean isList() {
        return value instanceof List;
    }

    /** @return whether it is text */
    public boolean isText() {
        return value instanceof String;
    }

    /** @return whether it is true or false */
    public boolean isTruth() {
        return value instanceof Boolean;
    }

    /**
     * Gives a place in a file that this value names, for errors there.
     *
     * @param other the other file
     * @param otherLine the line in it, from 1
     * @return a node without a value
     */
    public YamlNode inFile(final String other, final int otherLine) {
        return new YamlNode(other, otherLine, "", null);
    }

    /**
     * Builds an error at this place.
     *
     * @param problem what is wrong and what is allowed
     * @return the exception, ready to be thrown; its message is {@code file:line: path: problem}
     */
    public ConfigurationException error(final String problem) {
        return new ConfigurationException(place() + problem);
    }

    /**
     * Builds the usual error for a value that is not allowed.
     *
     * @param allowed what is
     * @return the exception, ready to be thrown
     */
    public ConfigurationException refuse(final String allowed) {
        return error((isMap() ? "a mapping" : isList() ? "a list" : String.valueOf(value))
                + " is not allowed, expected " + allowed);
    }

    /**
     * Runs something that may refuse what it is given, and puts this place in front of its message. Errors in a program have
     * a place of their own and pass.
     *
     * @param action what to run
     * @param <T> what it gives
     * @return its result
     */
    public <T> T locate(final Supplier<T> action) {
        try {
            return action.get();
        } catch (final AssemblyException e) {
            throw e;
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(place() + e.getMessage(), e);
        }
    }

    private String place() {
        return file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ");
    }

    /**
     * Opens a mapping.
     *
     * @param keys the keys it may have
     * @return its fields
     * @throws ConfigurationException at the first key that is not among them, or when it is no mapping
     */
    @SuppressWarnings("unchecked")
    public YamlMap map(final String... keys) {
        if (!isMap()) {
            throw refuse("a mapping with the keys " + String.join(", ", keys));
        }
        return new YamlMap(this, (Map<String, YamlNode>) value).allow(keys);
    }

    /** @return the entries of a mapping with keys of the user's own, in the order of the file */
    @SuppressWarnings("unchecked")
    public Map<String, YamlNode> entries() {
        if (!isMap()) {
            throw refuse("a mapping");
        }
        return (Map<String, YamlNode>) value;
    }

    /** @return the items of a list */
    @SuppressWarnings("unchecked")
    public List<YamlNode> items() {
        if (!isList()) {
            throw refuse("a list");
        }
        return (List<YamlNode>) value;
    }

    /** @return the items of a list, or a scalar as the only item */
    public List<YamlNode> itemOrItems() {
        return isList() ? items() : List.of(this);
    }

    /** @return a text that is not empty */
    public String text() {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw refuse("a text");
    }

    /**
     * @param allowed the texts to choose from
     * @return one of them
     */
    public String choice(final String... allowed) {
        for (final String text : allowed) {
            if (text.equals(value)) {
                return text;
            }
        }
        throw refuse(String.join(" or ", allowed));
    }

    /**
     * @param min smallest allowed value
     * @param max largest allowed value
     * @return a whole number in that range
     */
    public long whole(final long min, final long max) {
        if (value instanceof Integer || value instanceof Long) {
            final long number = ((Number) value).longValue();
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw refuse("a whole number in " + min + ".." + max);
    }

    /**
     * @param min smallest allowed value
     * @param max largest allowed value
     * @return a real number in that range; a fraction of whole numbers such as {@code 1/256} is one
     */
    public double real(final double min, final double max) {
        double number = Double.NaN;
        if (value instanceof Number given) {
            number = given.doubleValue();
        } else if (value instanceof String text) {
            final Matcher fraction = FRACTION.matcher(text.strip());
            if (fraction.matches()) {
                number = Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2));
            }
        }
        if (number >= min && number <= max) {
            return number;
        }
        throw refuse("a number in " + min + ".." + max);
    }

    /** @return true or false */
    public boolean truth() {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw refuse("true or false");
    }

    /**
     * Reads a list of whole numbers.
     *
     * @param length how many there must be
     * @param min smallest allowed value
     * @param max largest allowed value
     * @return the numbers
     */
    public List<Integer> wholes(final int length, final int min, final int max) {
        if (!isList() || items().size() != length) {
            throw refuse("a list of " + length + " whole numbers");
        }
        final List<Integer> numbers = new ArrayList<>();
        for (final YamlNode item : items()) {
            numbers.add((int) item.whole(min, max));
        }
        return numbers;
    }
}
