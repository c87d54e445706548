package org.ranvier.testbench.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;

/** Finds the line of a YAML text in which a key stands; a reader that fails is often a token further. */
final class KeyLines {
    private static final YAMLFactory FACTORY = new YAMLFactory();

    private KeyLines() {}

    /**
     * Finds a key.
     *
     * @param text YAML
     * @param key the key with those above it, {@code core.lanes}, of which the topmost may be left out
     * @return the line where it stands last, from 1; 0 when it does not
     */
    static int find(final byte[] text, final String key) {
        int line = 0;
        try (JsonParser parser = FACTORY.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && ("." + path(parser.getParsingContext())).endsWith("." + key)) {
                    line = parser.currentTokenLocation().getLineNr();
                }
            }
        } catch (final IOException e) {
            // Not YAML from here on; what was found before stands.
            return line;
        }
        return line;
    }

    private static String path(final JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        final String above = path(context.getParent());
        final String step = context.inObject() ? context.getCurrentName() : "[" + context.getCurrentIndex() + "]";
        return above.isEmpty() ? step : above + "." + step;
    }
}
