package org.ranvier.testbench.anytime;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.train.ModelContainer;

/** Files of models for anytime inference: a {@link ModelContainer} with one signed byte a weight; docs/model-file.md. */
public final class AnytimeModelFile {
    private static final int MOST_LAYERS = 16;
    private static final int MOST_NEURONS = 65_535;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private AnytimeModelFile() {}

    /**
     * Writes a model; the file is there completely or not at all.
     *
     * @param file the file; its directory exists
     * @param model the model
     * @throws ConfigurationException when it cannot be written
     */
    public static void save(final Path file, final AnytimeModel model) {
        final byte[] header;
        try {
            header = MAPPER.writeValueAsBytes(model.header());
        } catch (final IOException e) {
            throw new IllegalArgumentException(e);
        }
        final ByteBuffer weights =
                ByteBuffer.allocate((int) length(model.header().sizes()));
        for (final int[][] layer : model.weights()) {
            for (final int[] row : layer) {
                for (final int weight : row) {
                    weights.put((byte) weight);
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
     * @throws ConfigurationException when it is missing, no such model, of another version, truncated, too long or altered
     */
    public static AnytimeModel load(final Path file) {
        final ModelContainer container = ModelContainer.load(file);
        container.requireRule(AnytimeModel.RULE, "ranvier infer --model FILE");
        final AnytimeModel.Header header = container.header(MAPPER, AnytimeModel.Header.class);
        final int[] sizes = header.sizes();
        final boolean impossible = sizes.length < 2
                || sizes.length > MOST_LAYERS
                || Arrays.stream(sizes).anyMatch(size -> size < 1 || size > MOST_NEURONS)
                || length(sizes) > Integer.MAX_VALUE;
        if (impossible) {
            throw new ConfigurationException(file + ": damaged, impossible layers " + Arrays.toString(sizes));
        }
        final AnytimeModel model = new AnytimeModel(header, weights(container.payload(length(sizes)), sizes));
        try {
            model.network();
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(file + ": damaged, its header: " + e.getMessage(), e);
        }
        return model;
    }

    private static int[][][] weights(final ByteBuffer bytes, final int[] sizes) {
        final int[][][] weights = new int[sizes.length - 1][][];
        for (int layer = 0; layer < weights.length; layer++) {
            weights[layer] = new int[sizes[layer]][sizes[layer + 1]];
            for (final int[] row : weights[layer]) {
                for (int column = 0; column < row.length; column++) {
                    row[column] = bytes.get();
                }
            }
        }
        return weights;
    }

    private static long length(final int[] sizes) {
        long weights = 0;
        for (int layer = 1; layer < sizes.length; layer++) {
            weights += (long) sizes[layer - 1] * sizes[layer];
        }
        return weights;
    }
}
