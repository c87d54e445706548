package org.ranvier.testbench.reference.fostdgd;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.core.error.ConfigurationException;

/**
 * What defines a run of FO-STDGD.
 *
 * @param sizes neurons per layer, input first; 3 or more entries
 * @param form the eligibility
 * @param steps steps T of a sample
 * @param threshold the firing threshold, in units of 2^-12
 * @param order the order of the derivative, in (0, 2)
 * @param mu the learning rate
 * @param epsilon what is added to the last step before its power is taken
 * @param clip the largest step
 * @param hold whether a synapse without a presynaptic spike keeps its last step
 * @param stochastic whether steps are rounded at random (integers only)
 * @param hiddenGain spread of start weights of hidden layers: standard deviation times the root of the fan-in
 * @param outputGain the same for the output
 * @param seed the seed of the run
 */
public record FoStdgdSpec(
        int[] sizes,
        Form form,
        int steps,
        int threshold,
        double order,
        double mu,
        double epsilon,
        double clip,
        boolean hold,
        boolean stochastic,
        double hiddenGain,
        double outputGain,
        long seed) {
    /** Units of weights, thresholds and steps: 2^-12. */
    static final int UNIT = 4096;

    /** The rate that the label's output should have; every other's is 0. */
    static final double LABEL_RATE = 0.8;

    private static final double HIDDEN_TRAIL = 0.1;

    /** The eligibility of a synapse. */
    public enum Form {
        /** Presynaptic rate times the mean of 1/u. */
        RANK1,
        /** Presynaptic spikes of each interval over the potential that ends it. */
        EXACT,
        /** The outer product of powers to which steps of rank 1 tend. */
        SEPARABLE
    }

    /**
     * Checks and copies.
     *
     * @throws ConfigurationException naming the option, its value and what is allowed
     */
    public FoStdgdSpec {
        sizes = sizes.clone();
        checkRange("layers", sizes.length, 3, 17);
        checkRange("steps", steps, 1, 255);
        if (!(order > 0 && order < 2)) {
            throw ConfigurationException.of("order", order, "a number above 0 and below 2");
        }
    }

    @Override
    public int[] sizes() {
        return sizes.clone();
    }

    /** @return L, the number of layers with weights */
    int layers() {
        return sizes.length - 1;
    }

    /** @return neurons of a layer */
    int size(final int layer) {
        return sizes[layer];
    }

    /** @return the share of 1/threshold that the last, open interval of a neuron counts when its potential is not above 0 */
    double trail(final int layer) {
        return layer == layers() ? 1 : HIDDEN_TRAIL;
    }

    /** @return the largest start weight of a layer in units of 2^-12 */
    int startBound(final int layer) {
        final double gain = layer == layers() ? outputGain : hiddenGain;
        return (int) Math.min(32_767, Math.rint(gain * StrictMath.sqrt(3.0 / sizes[layer - 1]) * UNIT));
    }
}
