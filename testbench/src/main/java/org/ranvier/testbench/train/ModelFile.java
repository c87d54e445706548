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
 * The file format of trained models; all numbers big-endian.
 *
 * <pre>
 * offset  bytes  content
 * 0       8      magic, ASCII RANVIERM
 * 8       4      format version, 1
 * 12      4      length h of the header
 * 16      h      header, UTF-8 JSON: rule, sizes, ticks, align, beta_shift, seed, device, dataset, accuracy
 * 16+h    4 w    weights, 32-bit Q20: crossbars 1..L one after the other, row-major, each with its bias row last
 * 16+h+4w 4      CRC-32 of everything before it
 * </pre>
 */
public final class ModelFile {
    private static final byte[] MAGIC = "RANVIERM".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER_START = MAGIC.length + 2 * Integer.BYTES;
    private static final int MOST_HEADER = 1 << 16;
    private static final int MOST_LAYERS = 16;
    private static final int MOST_NEURONS = 65_535;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private ModelFile() {}

    /**
     * Writes a model; the file is there completely or not at all.
     *
     * @param file the file; its directory exists
     * @param model the model
     * @throws ConfigurationException when it cannot be written
     */
    public static void save(final Path file, final Model model) {
        OutputFile.write(file, bytes(model));
    }

    /**
     * Reads a model.
     *
     * @param file the file
     * @return the model
     * @throws ConfigurationException when it is missing, no model, of another version, truncated, too long or altered
     */
    public static Model load(final Path file) {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (final NoSuchFileException e) {
            throw new ConfigurationException(file + ": no such file", e);
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(final Model model) {
        final byte[] header;
        try {
            header = MAPPER.writeValueAsBytes(model.header());
        } catch (final IOException e) {
            throw new IllegalArgumentException(e);
        }
        final int[] sizes = model.header().sizes();
        final ByteBuffer buffer = ByteBuffer.allocate((int) length(header.length, sizes));
        buffer.put(MAGIC).putInt(VERSION).putInt(header.length).put(header);
        for (final int[][] crossbar : model.weights()) {
            for (final int[] row : crossbar) {
                for (final int weight : row) {
                    buffer.putInt(weight);
                }
            }
        }
        buffer.putInt(checksum(buffer.array(), buffer.position()));
        return buffer.array();
    }

    private static Model parse(final String name, final byte[] content) throws IOException {
        if (content.length < MAGIC.length || !Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ConfigurationException(name + ": not a model (it does not begin with RANVIERM)");
        }
        if (content.length < HEADER_START) {
            throw truncated(name, content.length, HEADER_START);
        }
        final ByteBuffer buffer = ByteBuffer.wrap(content).position(MAGIC.length);
        final int version = buffer.getInt();
        if (version != VERSION) {
            throw new ConfigurationException(name + ": model format " + version + ", this program reads " + VERSION);
        }
        final int headerLength = buffer.getInt();
        if (headerLength < 2 || headerLength > MOST_HEADER) {
            throw new ConfigurationException(name + ": damaged, header length " + headerLength);
        }
        if (content.length < HEADER_START + headerLength) {
            throw truncated(name, content.length, HEADER_START + headerLength);
        }
        final Model.Header header = header(name, content, headerLength);
        final long expected = length(headerLength, header.sizes());
        if (content.length < expected) {
            throw truncated(name, content.length, expected);
        }
        if (content.length > expected) {
            throw new ConfigurationException(
                    name + ": damaged, " + (content.length - expected) + " bytes follow the model");
        }
        if (buffer.getInt(content.length - Integer.BYTES) != checksum(content, content.length - Integer.BYTES)) {
            throw new ConfigurationException(name + ": damaged, its checksum does not match");
        }
        return new Model(header, weights(buffer.position(HEADER_START + headerLength), header.sizes()));
    }

    private static Model.Header header(final String name, final byte[] content, final int length) {
        final Model.Header header;
        try {
            header = MAPPER.readValue(content, HEADER_START, length, Model.Header.class);
        } catch (final IOException e) {
            throw new ConfigurationException(name + ": damaged, its header cannot be read", e);
        }
        if (!"ssnn-bp".equals(header.rule())) {
            throw new ConfigurationException(name + ": rule " + header.rule() + ", this program knows ssnn-bp");
        }
        final int[] sizes = header.sizes();
        final boolean impossible = sizes == null
                || sizes.length < 2
                || sizes.length > MOST_LAYERS
                || Arrays.stream(sizes).anyMatch(size -> size < 1 || size > MOST_NEURONS);
        if (impossible || length(length, sizes) > Integer.MAX_VALUE) {
            throw new ConfigurationException(name + ": damaged, impossible layers " + Arrays.toString(sizes));
        }
        return header;
    }

    private static int[][][] weights(final ByteBuffer buffer, final int[] sizes) {
        final int[][][] weights = new int[sizes.length - 1][][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = new int[sizes[i] + 1][sizes[i + 1]];
            for (final int[] row : weights[i]) {
                for (int column = 0; column < row.length; column++) {
                    row[column] = buffer.getInt();
                }
            }
        }
        return weights;
    }

    /** The length of a file in bytes. */
    private static long length(final int headerLength, final int[] sizes) {
        long words = 1;
        for (int i = 1; i < sizes.length; i++) {
            words += (sizes[i - 1] + 1L) * sizes[i];
        }
        return HEADER_START + headerLength + words * Integer.BYTES;
    }

    private static int checksum(final byte[] content, final int length) {
        final CRC32 crc = new CRC32();
        crc.update(content, 0, length);
        return (int) crc.getValue();
    }

    private static ConfigurationException truncated(final String name, final long bytes, final long expected) {
        return new ConfigurationException(name + ": truncated, " + bytes + " of " + expected + " bytes");
    }
}
