package org.ranvier.testbench.baseline;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;

/**
 * What defines a run of the baseline.
 *
 * @param sizes neurons per layer, input first; 2 or more entries, each 1 or more
 * @param activation of the hidden layers
 * @param eta learning rate of the first epoch, above 0, at most 10
 * @param decay factor of the learning rate from epoch to epoch, above 0, at most 1
 * @param seed of the start weights and of the order of samples
 */
public record BackPropagationSpec(int[] sizes, Activation activation, double eta, double decay, long seed) {

    /**
     * Checks and copies.
     *
     * @throws ConfigurationException naming the option, its value and what is allowed
     */
    public BackPropagationSpec {
        sizes = sizes.clone();
        if (sizes.length < 2) {
            throw ConfigurationException.of("sizes", Arrays.toString(sizes), "two or more layers");
        }
        for (int l = 0; l < sizes.length; l++) {
            ConfigurationException.checkRange("sizes[" + l + "]", sizes[l], 1, 1 << 15);
        }
        ConfigurationException.checkRange("eta", eta, Double.MIN_NORMAL, 10);
        ConfigurationException.checkRange("decay", decay, Double.MIN_NORMAL, 1);
    }

    @Override
    public int[] sizes() {
        return sizes.clone();
    }

    /**
     * @param epoch from 0
     * @return its learning rate
     */
    public double eta(final int epoch) {
        return eta * StrictMath.pow(decay, epoch);
    }
}
