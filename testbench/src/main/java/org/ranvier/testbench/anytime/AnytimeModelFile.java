package org.ranvier.testbench.anytime;

import java.nio.file.Path;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.train.ModelContainer;
import org.ranvier.testbench.train.WeightBytes;

/** Files of models for anytime inference: a {@link ModelContainer} with one signed byte a weight; docs/model-file.md. */
public final class AnytimeModelFile {
    private AnytimeModelFile() {}

    /**
     * Writes a model; the file is there completely or not at all.
     *
     * @param file the file; its directory exists
     * @param model the model
     * @throws ConfigurationException when it cannot be written
     */
    public static void save(final Path file, final AnytimeModel model) {
        ModelContainer.save(file, model.header(), form(model.header()).write(model.weights()));
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
        final AnytimeModel.Header header = container.header(AnytimeModel.Header.class);
        final AnytimeModel model = new AnytimeModel(header, container.weights(form(header)));
        try {
            model.network();
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(file + ": damaged, its header: " + e.getMessage(), e);
        }
        return model;
    }

    private static WeightBytes form(final AnytimeModel.Header header) {
        return new WeightBytes(header.sizes(), 0, Byte.BYTES);
    }
}
