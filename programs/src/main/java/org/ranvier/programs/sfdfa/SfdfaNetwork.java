package org.ranvier.programs.sfdfa;

import static org.ranvier.core.error.ConfigurationException.checkRange;

/**
 * A network for SFDFA. Layer l, from 1, has the synapses from layer l-1.
 *
 * @param sizes neurons of layers 0..L, the input first; at least one hidden layer
 * @param rule the constants of its programs
 * @param start its start weights
 * @param seed the run's seed: start weights, perturbations, rounding bits, fixed feedback
 */
public record SfdfaNetwork(int[] sizes, SfdfaRule rule, SfdfaStart start, long seed) {
    private static final int FEWEST_LAYERS = 3;
    private static final int MOST_LAYERS = 16;

    /** An axon's slot is a number of 16 bit. */
    private static final int MOST_NEURONS = 32_767;

    /** Checks shapes and ranges. */
    public SfdfaNetwork {
        checkRange("layers", sizes.length, FEWEST_LAYERS, MOST_LAYERS);
        for (final int size : sizes) {
            checkRange("layer size", size, 1, MOST_NEURONS);
        }
    }

    /** @return L, the number of layers with synapses */
    public int layers() {
        return sizes.length - 1;
    }

    /** @return ticks of a sample: its steps, and one for every layer that they pass */
    public int ticks() {
        return rule.steps() + layers();
    }

    /** @return fraction bits of the weights of a layer, 1..L */
    public int fraction(final int layer) {
        return layer == layers() ? rule.outputFraction() : rule.hiddenFraction();
    }
}
