package org.ranvier.testbench.train;

import java.nio.file.Path;
import org.ranvier.core.error.ConfigurationException;

/** Files of models trained by SSNN-BP: a {@link ModelContainer} with 32-bit Q20 weights; docs/model-file.md. */
public final class ModelFile {
    /** The rule's name in files and on the command line. */
    public static final String RULE = "ssnn-bp";

    private ModelFile() {}

    /**
     * Writes a model; the file is there completely or not at all.
     *
     * @param file the file; its directory exists
     * @param model the model
     * @throws ConfigurationException when it cannot be written
     */
    public static void save(final Path file, final Model model) {
        ModelContainer.save(file, model.header(), form(model.header()).write(model.weights()));
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
        final Model.Header header = container.header(Model.Header.class);
        return new Model(header, container.weights(form(header)));
    }

    private static WeightBytes form(final Model.Header header) {
        return new WeightBytes(header.sizes(), 1, Integer.BYTES);
    }
}
