package org.ranvier.testbench.nir.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.anytime.AnytimeModel;
import org.ranvier.testbench.anytime.AnytimeModelFile;
import org.ranvier.testbench.nir.graph.NirGraph;
import org.ranvier.testbench.train.ModelContainer;
import org.ranvier.testbench.train.ModelFile;
import org.ranvier.testbench.train.SfdfaModel;

/**
 * A trained network in NIR.
 *
 * @param graph the network
 * @param options what {@code nir run} needs besides to run it as it was meant
 * @param notes what its values mean, and what NIR could not say; a sentence each
 */
public record Exported(NirGraph graph, String options, List<String> notes) {
    /**
     * Exports a model of any rule.
     *
     * @param path a model, or the directory of a training run
     * @param dt what a tick is to last, seconds
     * @return its network
     * @throws ConfigurationException when there is no model, or its rule has no equal in NIR
     */
    public static Exported of(final Path path, final double dt) {
        final Path file = Files.isDirectory(path) ? path.resolve(ModelContainer.IN_DIRECTORY) : path;
        final String rule = ModelContainer.load(file).rule();
        return switch (rule) {
            case ModelFile.RULE -> SsnnBpExport.of(ModelFile.load(file));
            case SfdfaModel.RULE -> SfdfaExport.of(SfdfaModel.load(file), dt);
            case AnytimeModel.RULE -> AnytimeExport.of(AnytimeModelFile.load(file), dt);
            default ->
                throw new ConfigurationException(file + ": rule " + rule + ", expected ssnn-bp, sfdfa or anytime");
        };
    }
}
