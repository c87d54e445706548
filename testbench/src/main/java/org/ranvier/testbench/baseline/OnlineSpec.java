package org.ranvier.testbench.baseline;

import org.ranvier.core.error.ConfigurationException;

/**
 * What defines a run of OTTT or e-prop in double precision.
 *
 * @param sizes neurons of input, hidden layer and read-out
 * @param ticks ticks of a sample, 1 or more
 * @param rule the rule of the hidden layer
 * @param keep share of potentials and input traces that a tick leaves, 0..1
 * @param readoutKeep share of the read-out's sums that a tick leaves, 0..1
 * @param traceKeep share of the read-out's traces that a tick leaves, and of filtered eligibilities, 0..1
 * @param refractory ticks in which a neuron that has fired cannot fire
 * @param symmetric whether errors come back through the read-out's weights
 * @param adaptive whether thresholds adapt; e-prop only
 * @param eta learning rate of the first epoch
 * @param readoutEta learning rate of the read-out in the first epoch
 * @param decay factor of the learning rates from epoch to epoch
 * @param seed of start weights, feedback and order of samples
 */
public record OnlineSpec(
        int[] sizes,
        int ticks,
        Rule rule,
        double keep,
        double readoutKeep,
        double traceKeep,
        int refractory,
        boolean symmetric,
        boolean adaptive,
        double eta,
        double readoutEta,
        double decay,
        long seed) {

    /** The rule of the hidden layer. */
    public enum Rule {
        /** Online training through time (Xiao et al. 2022). */
        OTTT,
        /** e-prop (Bellec et al. 2020). */
        EPROP
    }

    /** Checks what is not checked elsewhere, and copies. */
    public OnlineSpec {
        sizes = sizes.clone();
        ConfigurationException.checkRange("sizes", sizes.length, 3, 3);
        ConfigurationException.checkRange("ticks", ticks, 1, 1_000_000);
    }
}
