package org.ranvier.testbench.train;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;

/** Files of models trained by SSNN-BP: a {@link ModelContainer} with 32-bit Q20 weights; docs/model-file.md. */
public final class ModelFile {
    private static final String RULE = "ssnn-bp";
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
        final byte[] header;
        try {
            header = MAPPER.writeValueAsBytes(model.header());
        } catch (final IOException e) {
            throw new IllegalArgumentException(e);
        }
        final ByteBuffer weights =
                ByteBuffer.allocate((int) length(model.header().sizes()));
        for (final int[][] crossbar : model.weights()) {
            for (final int[] row : crossbar) {
                for (final int weight : row) {
                    weights.putInt(weight);
                }
            }
        }
        ModelContainer.save(file, header, weights.array());
    }

    /**
     * Reads a model.
     *
     * @param file the file
     * @return the model
     * @throws ConfigurationException when it is missing, no model, of another version, truncated, too long or altered
     */
    public static Model load(final Path file) {
        final ModelContainer container = ModelContainer.load(file);
        container.requireRule(RULE, "ranvier infer RULE --model FILE");
        final Model.Header header = container.header(MAPPER, Model.Header.class);
        final int[] sizes = header.sizes();
        final boolean impossible = sizes == null
                || sizes.length < 2
                || sizes.length > MOST_LAYERS
                || Arrays.stream(sizes).anyMatch(size -> size < 1 || size > MOST_NEURONS);
        if (impossible || length(sizes) > Integer.MAX_VALUE) {
            throw new ConfigurationException(file + ": damaged, impossible layers " + Arrays.toString(sizes));
        }
        return new Model(header, weights(container.payload(length(sizes)), sizes));
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

    /** The length of the weights in bytes. */
    private static long length(final int[] sizes) {
        long words = 0;
        for (int i = 1; i < sizes.length; i++) {
            words += (sizes[i - 1] + 1L) * sizes[i];
        }
        return words * Integer.BYTES;
    }
}
