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
        try {
            final byte[] text = Files.readAllBytes(file);
            return text.length == 0 ? null : MAPPER.readValue(text, type);
        } catch (final UnrecognizedPropertyException e) {
            throw new ConfigurationException(
                    at(file, e.getLocation()) + "unknown key " + key(e) + ", allowed are "
                            + e.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", ")),
                    e);
        } catch (final JsonMappingException e) {
            if (e.getCause() instanceof final ConfigurationException cause) {
                throw new ConfigurationException(at(file, e.getLocation()) + cause.getMessage(), cause);
            }
            final String key = key(e);
            throw new ConfigurationException(
                    at(file, e.getLocation()) + (key.isEmpty() ? "" : key + ": ") + firstLine(e), e);
        } catch (final JsonProcessingException e) {
            throw new ConfigurationException(at(file, e.getLocation()) + firstLine(e), e);
        } catch (final NoSuchFileException e) {
            throw new ConfigurationException(file + ": no such file", e);
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String at(final Path file, final JsonLocation location) {
        return location == null || location.getLineNr() < 1 ? file + ": " : file + ":" + location.getLineNr() + ": ";
    }

    private static String key(final JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String firstLine(final JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("not YAML");
    }
}
