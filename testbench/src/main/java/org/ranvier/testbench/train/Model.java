package org.ranvier.testbench.train;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;

/**
 * A trained network: what is needed to run it, and where it comes from.
 *
 * @param header the network's constants and its origin
 * @param weights Q20 weights of crossbars 1..L at index 0..L-1, rows x columns, the bias row last
 */
public record Model(Header header, int[][][] weights) {
    /**
     * What precedes the weights in the file.
     *
     * @param rule {@code ssnn-bp}
     * @param sizes neurons of layers 0..L
     * @param ticks learning ticks it was trained with
     * @param align whether it was trained with delay lines
     * @param betaShift log2 of the inverse temperature
     * @param seed of its training
     * @param device the devices it was trained on
     * @param dataset the data set it was trained on
     * @param accuracy what it reached in training
     */
    public record Header(
            String rule,
            int[] sizes,
            int ticks,
            boolean align,
            int betaShift,
            long seed,
            String device,
            String dataset,
            double accuracy) {}

    /** Checks that the weights have the shapes that the header says. */
    public Model {
        if (weights.length != header.sizes().length - 1) {
            throw new ConfigurationException(
                    "model: " + weights.length + " crossbars do not fit " + header.sizes().length + " layers");
        }
        for (int i = 0; i < weights.length; i++) {
            if (weights[i].length != header.sizes()[i] + 1 || weights[i][0].length != header.sizes()[i + 1]) {
                throw new ConfigurationException(
                        "model: crossbar " + (i + 1) + " does not have the shape of its layers");
            }
        }
    }

    /**
     * Reads the model out of a chip.
     *
     * @param run a finished run
     * @param dataset the data set it was trained on
     * @param accuracy what it reached
     * @return the model
     */
    public static Model of(final SsnnBpTraining run, final String dataset, final double accuracy) {
        final SsnnBpNetwork network = run.chip().mapping().network();
        final int[][][] weights = new int[network.layers()][][];
        for (int crossbar = 1; crossbar <= weights.length; crossbar++) {
            weights[crossbar - 1] = run.chip().weights(crossbar);
        }
        final Header header = new Header(
                "ssnn-bp",
                network.sizes(),
                network.ticks(),
                network.align(),
                network.betaShift(),
                network.seed(),
                network.device().type(),
                dataset,
                accuracy);
        return new Model(header, weights);
    }
}
