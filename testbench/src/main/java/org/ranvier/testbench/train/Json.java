package org.ranvier.testbench.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Writes JSON with the same bytes on every Java version: keys in the order of insertion, line feeds, and the shortest digits that
 * read back as the same double (Giulietti's Schubfach; {@code Double.toString} is not that short before Java 19).
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private Json() {}

    /**
     * Writes one line.
     *
     * @param value maps with string keys, lists, arrays, strings and numbers
     * @return JSON without a line end
     */
    public static String line(final Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (final JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Writes for people: indented, one element a line.
     *
     * @param value as for {@link #line}
     * @return JSON that ends with a line feed
     */
    public static String pretty(final Object value) {
        try {
            return MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT))
                            .writeValueAsString(value) + "\n";
        } catch (final JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Writes a number as {@link #line} does.
     *
     * @param value the number
     * @return its shortest digits
     */
    public static String number(final double value) {
        return NumberOutput.toString(value, true);
    }
}
