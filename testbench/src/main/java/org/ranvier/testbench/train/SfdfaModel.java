package org.ranvier.testbench.train;

import java.nio.file.Path;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.sfdfa.SfdfaNetwork;
import org.ranvier.programs.sfdfa.SfdfaRule;

/**
 * A network that SFDFA trained: what is needed to run it, and where it comes from. Feedback weights and traces are not part of it. In
 * its file each weight has 16 bits; docs/model-file.md.
 *
 * @param header the network's constants and its origin
 * @param weights of layers 1..L at index 0..L-1, inputs x neurons
 */
public record SfdfaModel(Header header, int[][][] weights) {
    /** The rule's name in files and on the command line. */
    public static final String RULE = "sfdfa";

    private static final int MOST_SHIFT = 15;

    /**
     * What precedes the weights in the file.
     *
     * @param rule {@value #RULE}
     * @param sizes neurons of layers 0..L
     * @param steps of a sample
     * @param lastInput the last step in which a pixel spikes; a white one spikes in step 0, black never
     * @param potentialShift a potential moves by 2^-shift of its distance to the current in a step
     * @param currentShift a current loses 2^-shift of itself in a step
     * @param thresholds of layers 1..L, Q16: a neuron fires when its potential reaches it, and loses it
     * @param fractions of layers 1..L: bits of a weight behind the point
     * @param seed of its training
     * @param dataset the data set it was trained on
     * @param accuracy what it reached in training
     */
    public record Header(
            String rule,
            int[] sizes,
            int steps,
            int lastInput,
            int potentialShift,
            int currentShift,
            int[] thresholds,
            int[] fractions,
            long seed,
            String dataset,
            double accuracy) {}

    /**
     * Reads the model out of a chip.
     *
     * @param run a finished run
     * @param dataset the data set it was trained on
     * @param accuracy what it reached
     * @return the model
     */
    public static SfdfaModel of(final SfdfaTraining run, final String dataset, final double accuracy) {
        final SfdfaNetwork network = run.chip().mapping().network();
        final SfdfaRule rule = network.rule();
        final int[][][] weights = new int[network.layers()][][];
        final int[] thresholds = new int[network.layers()];
        final int[] fractions = new int[network.layers()];
        for (int layer = 1; layer <= weights.length; layer++) {
            weights[layer - 1] = run.chip().arrays().weights(layer);
            thresholds[layer - 1] = layer == network.layers() ? rule.outputThreshold() : rule.hiddenThreshold();
            fractions[layer - 1] = network.fraction(layer);
        }
        final Header header = new Header(
                RULE,
                network.sizes(),
                rule.steps(),
                rule.lastInput(),
                rule.potentialShift(),
                rule.currentShift(),
                thresholds,
                fractions,
                network.seed(),
                dataset,
                accuracy);
        return new SfdfaModel(header, weights);
    }

    /**
     * Writes the model; the file is there completely or not at all.
     *
     * @param file the file; its directory exists
     */
    public void save(final Path file) {
        ModelContainer.save(file, header, form(header).write(weights));
    }

    /**
     * Reads a model.
     *
     * @param file the file
     * @return the model
     * @throws ConfigurationException when it is missing, no such model, of another version, truncated, too long or altered
     */
    public static SfdfaModel load(final Path file) {
        final ModelContainer container = ModelContainer.load(file);
        container.requireRule(RULE, "ranvier infer --model FILE");
        final Header header = container.header(Header.class);
        final int[][][] weights = container.weights(form(header));
        if (header.thresholds().length != weights.length || header.fractions().length != weights.length) {
            throw new ConfigurationException(
                    file + ": damaged, thresholds or fractions are not those of " + weights.length + " layers");
        }
        ConfigurationException.checkRange(file + ": potential_shift", header.potentialShift(), 1, MOST_SHIFT);
        ConfigurationException.checkRange(file + ": current_shift", header.currentShift(), 1, MOST_SHIFT);
        for (final int fraction : header.fractions()) {
            ConfigurationException.checkRange(file + ": fraction", fraction, 0, MOST_SHIFT);
        }
        return new SfdfaModel(header, weights);
    }

    private static WeightBytes form(final Header header) {
        return new WeightBytes(header.sizes(), 0, Short.BYTES);
    }
}
