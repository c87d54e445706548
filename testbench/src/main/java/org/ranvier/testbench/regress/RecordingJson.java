package org.ranvier.testbench.regress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.ranvier.core.error.ConfigurationException;

/** The parts of a recording that are JSON. */
final class RecordingJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private RecordingJson() {}

    static byte[] write(final Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (final JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static <T> T read(final byte[] content, final Class<T> type) {
        try {
            return MAPPER.readValue(content, type);
        } catch (final IOException e) {
            throw new ConfigurationException("the recording does not describe a run: " + e.getMessage(), e);
        }
    }
}
