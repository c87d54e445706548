package org.ranvier.testbench.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/**
 * Reads YAML into records: keys are the components in {@code snake_case}, absent keys are null.
 *
 * <p>Unknown keys, keys given twice and values of another type are errors that name file, line and key.
 */
public final class YamlReader {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private YamlReader() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @param type the record that its keys fill
     * @return the record; null for a file without content
     * @throws ConfigurationException in one line, {@code file:line: key: problem}
     */
    public static <T> T read(final Path file, final Class<T> type) {
        return parse(file, bytes(file), type);
    }

    /**
     * Reads a file into a record and makes something of it; what is wrong with the values is reported like what is wrong with the
     * text.
     *
     * @param file the file
     * @param type the record that its keys fill
     * @param use what is made of it; it gets null for a file without content, and its {@link ConfigurationException}s name a key
     *     before the first colon, in {@code camelCase} or {@code snake_case}
     * @return what is made of it
     * @throws ConfigurationException in one line, {@code file:line: key: problem}
     */
    public static <T, R> R read(final Path file, final Class<T> type, final Function<T, R> use) {
        final byte[] text = bytes(file);
        final T fields = parse(file, text, type);
        try {
            return use.apply(fields);
        } catch (final ConfigurationException e) {
            final int end = e.getMessage().indexOf(':');
            final String key = end < 0 ? "" : snakeCase(e.getMessage().substring(0, end));
            final int line = key.isEmpty() ? 0 : KeyLines.find(text, key);
            throw line == 0
                    ? new ConfigurationException(file + ": " + e.getMessage(), e)
                    : new ConfigurationException(
                            file + ":" + line + ": " + key + e.getMessage().substring(end), e);
        }
    }

    private static byte[] bytes(final Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (final NoSuchFileException e) {
            throw new ConfigurationException(file + ": no such file", e);
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static <T> T parse(final Path file, final byte[] text, final Class<T> type) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            return parser.nextToken() == null ? null : MAPPER.readValue(parser, type);
        } catch (final UnrecognizedPropertyException e) {
            throw new ConfigurationException(
                    at(file, text, e) + "unknown key " + key(e) + ", allowed are " + known(e), e);
        } catch (final JsonMappingException e) {
            final String key = key(e);
            throw new ConfigurationException(at(file, text, e) + (key.isEmpty() ? "" : key + ": ") + firstLine(e), e);
        } catch (final JsonProcessingException e) {
            throw new ConfigurationException(at(file, e.getLocation()) + firstLine(e), e);
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Fills a record from a part of a file that was read already.
     *
     * @param tree maps with string keys, lists, strings, numbers, truth values and null
     * @param type the record that its keys fill
     * @return the record; null for a null tree
     * @throws ConfigurationException in one line, {@code key: problem}
     */
    public static <T> T convert(final Object tree, final Class<T> type) {
        try {
            return MAPPER.convertValue(tree, type);
        } catch (final IllegalArgumentException e) {
            if (e.getCause() instanceof final UnrecognizedPropertyException cause) {
                throw new ConfigurationException(key(cause) + ": unknown key, allowed are " + known(cause), e);
            }
            if (e.getCause() instanceof final JsonMappingException cause) {
                throw new ConfigurationException(key(cause) + ": " + firstLine(cause), e);
            }
            throw e;
        }
    }

    private static String known(final UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String at(final Path file, final byte[] text, final JsonMappingException e) {
        final int line = KeyLines.find(text, key(e));
        return line == 0 ? at(file, e.getLocation()) : file + ":" + line + ": ";
    }

    private static String at(final Path file, final JsonLocation location) {
        return location == null || location.getLineNr() < 1 ? file + ": " : file + ":" + location.getLineNr() + ": ";
    }

    private static String key(final JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    /** Turns the field name that leads a message, {@code core.memoryBytes}, into the key as files have it. */
    static String snakeCase(final String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String firstLine(final JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("not YAML");
    }
}
