package org.ranvier.testbench.train;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.OutputFile;

/**
 * The frame of all model files: magic, version, a JSON header, the weights in the rule's own form, a checksum. All numbers are
 * big-endian; docs/model-file.md has the layout.
 */
public final class ModelContainer {
    /** The model that a training leaves in its directory. */
    public static final String IN_DIRECTORY = "trained.model";

    private static final byte[] MAGIC = "RANVIERM".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER_START = MAGIC.length + 2 * Integer.BYTES;
    private static final int MOST_HEADER = 1 << 16;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final String name;
    private final byte[] content;
    private final int headerLength;

    private ModelContainer(final String name, final byte[] content) {
        this.name = name;
        this.content = content;
        if (content.length < MAGIC.length || !Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ConfigurationException(name + ": not a model (it does not begin with RANVIERM)");
        }
        if (content.length < HEADER_START) {
            throw truncated(HEADER_START);
        }
        final ByteBuffer buffer = ByteBuffer.wrap(content).position(MAGIC.length);
        final int version = buffer.getInt();
        if (version != VERSION) {
            throw new ConfigurationException(name + ": model format " + version + ", this program reads " + VERSION);
        }
        headerLength = buffer.getInt();
        if (headerLength < 2 || headerLength > MOST_HEADER) {
            throw new ConfigurationException(name + ": damaged, header length " + headerLength);
        }
        if (content.length < HEADER_START + headerLength) {
            throw truncated(HEADER_START + headerLength);
        }
    }

    /**
     * Writes a file; it is there completely or not at all.
     *
     * @param file the file; its directory exists
     * @param content the header: a record whose fields become keys
     * @param payload the weights
     * @throws ConfigurationException when it cannot be written
     */
    public static void save(final Path file, final Record content, final byte[] payload) {
        final byte[] header;
        try {
            header = MAPPER.writeValueAsBytes(content);
        } catch (final IOException e) {
            throw new IllegalArgumentException(e);
        }
        final ByteBuffer buffer = ByteBuffer.allocate(HEADER_START + header.length + payload.length + Integer.BYTES);
        buffer.put(MAGIC).putInt(VERSION).putInt(header.length).put(header).put(payload);
        buffer.putInt(checksum(buffer.array(), buffer.position()));
        OutputFile.write(file, buffer.array());
    }

    /**
     * Opens a file.
     *
     * @param file the file
     * @return what it holds
     * @throws ConfigurationException when it is missing, no model, of another version, or ends within its header
     */
    public static ModelContainer load(final Path file) {
        try {
            return new ModelContainer(file.toString(), Files.readAllBytes(file));
        } catch (final NoSuchFileException e) {
            throw new ConfigurationException(file + ": no such file", e);
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Says what trained it.
     *
     * @return the rule
     * @throws ConfigurationException when the header cannot be read
     */
    public String rule() {
        try {
            return MAPPER.readTree(content, HEADER_START, headerLength)
                    .path("rule")
                    .asText();
        } catch (final IOException e) {
            throw damagedHeader(e);
        }
    }

    /**
     * Refuses a model of another rule.
     *
     * @param rule the rule that is expected
     * @param other the command for other rules
     */
    public void requireRule(final String rule, final String other) {
        final String found = rule();
        if (!found.equals(rule)) {
            throw new ConfigurationException(
                    name + ": rule " + found + ", this command knows " + rule + "; see " + other);
        }
    }

    /**
     * Reads the header.
     *
     * @param type what it becomes
     * @return the header
     */
    public <T extends Record> T header(final Class<T> type) {
        try {
            return MAPPER.readValue(content, HEADER_START, headerLength, type);
        } catch (final IOException e) {
            throw damagedHeader(e);
        }
    }

    private ConfigurationException damagedHeader(final IOException e) {
        return new ConfigurationException(name + ": damaged, its header cannot be read", e);
    }

    /**
     * Reads the weights.
     *
     * @param form how they are written
     * @return weights by layer, inputs x neurons
     * @throws ConfigurationException when there are no such layers, the file is shorter or longer, or its checksum does not match
     */
    public int[][][] weights(final WeightBytes form) {
        if (form.impossible()) {
            throw new ConfigurationException(name + ": damaged, impossible layers " + Arrays.toString(form.sizes()));
        }
        return form.read(payload(form.length()));
    }

    /**
     * Reads the weights.
     *
     * @param bytes how many bytes the header says they are
     * @return them
     * @throws ConfigurationException when the file is shorter or longer, or its checksum does not match
     */
    private ByteBuffer payload(final long bytes) {
        final long expected = HEADER_START + headerLength + bytes + Integer.BYTES;
        if (content.length < expected) {
            throw truncated(expected);
        }
        if (content.length > expected) {
            throw new ConfigurationException(
                    name + ": damaged, " + (content.length - expected) + " bytes follow the model");
        }
        final ByteBuffer buffer = ByteBuffer.wrap(content);
        if (buffer.getInt(content.length - Integer.BYTES) != checksum(content, content.length - Integer.BYTES)) {
            throw new ConfigurationException(name + ": damaged, its checksum does not match");
        }
        return buffer.position(HEADER_START + headerLength);
    }

    private static int checksum(final byte[] content, final int length) {
        final CRC32 crc = new CRC32();
        crc.update(content, 0, length);
        return (int) crc.getValue();
    }

    private ConfigurationException truncated(final long expected) {
        return new ConfigurationException(name + ": truncated, " + content.length + " of " + expected + " bytes");
    }
}
