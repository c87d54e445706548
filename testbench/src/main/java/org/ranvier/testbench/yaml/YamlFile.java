package org.ranvier.testbench.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/** Reads a YAML file: one document, without anchors; a key may be given once. */
public final class YamlFile {
    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final String name;
    private final YAMLParser parser;

    private YamlFile(final String name, final YAMLParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /**
     * Reads a file.
     *
     * @param file a file in UTF-8
     * @return its only document
     * @throws ConfigurationException when it cannot be read or is not YAML
     */
    public static YamlNode read(final Path file) {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new ConfigurationException(
                    file + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /**
     * Parses a text.
     *
     * @param name how messages name it
     * @param text the YAML text
     * @return its only document
     * @throws ConfigurationException when it is not YAML
     */
    public static YamlNode parse(final String name, final String text) {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            final YamlFile reader = new YamlFile(name, parser);
            if (parser.nextToken() == null) {
                throw new ConfigurationException(name + ": is empty");
            }
            final YamlNode top = reader.value("");
            if (parser.nextToken() != null) {
                throw new ConfigurationException(
                        name + ":" + reader.line() + ": a second document begins, one is allowed");
            }
            return top;
        } catch (final JsonProcessingException e) {
            final int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new ConfigurationException(
                    name + ":" + line + ": not YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        } catch (final IOException e) {
            throw new ConfigurationException(name + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private YamlNode value(final String path) throws IOException {
        final int line = line();
        if (parser.isCurrentAlias()) {
            throw new ConfigurationException(name + ":" + line + ": " + path + ": references are not supported");
        }
        final Object value = switch (parser.currentToken()) {
            case START_OBJECT -> fields(path);
            case START_ARRAY -> items(path);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
        return new YamlNode(name, line, path, value);
    }

    private Map<String, YamlNode> fields(final String path) throws IOException {
        final Map<String, YamlNode> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            final String key = parser.currentName();
            final int line = line();
            parser.nextToken();
            final YamlNode value = value(path.isEmpty() ? key : path + "." + key);
            if (fields.put(key, new YamlNode(name, line, value.path(), value.raw())) != null) {
                throw value.error("is given twice");
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private List<YamlNode> items(final String path) throws IOException {
        final List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(path + "[" + items.size() + "]"));
        }
        return Collections.unmodifiableList(items);
    }
}
