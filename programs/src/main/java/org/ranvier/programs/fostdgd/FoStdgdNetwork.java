package org.ranvier.programs.fostdgd;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.core.random.XorShift32;
import org.ranvier.rpu.device.DeviceSpec;

/**
 * A network for FO-STDGD. Layer l, from 1, has the synapses from layer l-1.
 *
 * @param sizes neurons of layers 0..L, the input first; at least one hidden layer
 * @param rule the constants of its programs
 * @param hiddenGain standard deviation of the start weights of hidden layers times the root of their synapses a neuron
 * @param outputGain the same for the output
 * @param seed the run's seed: start weights, rounding bits, devices
 * @param device the devices, when synapses are in crossbars
 */
public record FoStdgdNetwork(
        int[] sizes, FoStdgdRule rule, double hiddenGain, double outputGain, long seed, DeviceSpec device) {
    /** Stream of the start weights of layer 1; deeper layers follow. */
    public static final int WEIGHT_STREAM = 100;

    private static final int FEWEST_LAYERS = 3;
    private static final int MOST_LAYERS = 17;
    private static final int MOST_NEURONS = 32_767;
    private static final double MOST_GAIN = 100;
    private static final int DRAW = 20;

    /** Checks shapes and ranges. */
    public FoStdgdNetwork {
        checkRange("layers", sizes.length, FEWEST_LAYERS, MOST_LAYERS);
        for (final int size : sizes) {
            checkRange("layer size", size, 1, MOST_NEURONS);
        }
        checkRange("--gain of hidden layers", hiddenGain, 0, MOST_GAIN);
        checkRange("--gain of the output", outputGain, 0, MOST_GAIN);
    }

    /** @return L, the number of layers with synapses */
    public int layers() {
        return sizes.length - 1;
    }

    /** @return ticks of a learning sample: its steps, one for every layer that they pass, and one for every layer that errors pass */
    public int learningTicks() {
        return rule.steps() + 2 * layers() - 2;
    }

    /** @return ticks of a test sample: its steps, and one for every layer that they pass */
    public int inferenceTicks() {
        return rule.steps() + layers();
    }

    /**
     * Draws a start weight, uniform around 0: the second word of the synapse's lane, its top 20 bits scaled to the range.
     *
     * @param layer 1..L
     * @param pre the neuron below
     * @param post the neuron
     * @return the weight, Q12
     */
    int start(final int layer, final int pre, final int post) {
        final double gain = layer == layers() ? outputGain : hiddenGain;
        final int most = (int) Math.min(
                Short.MAX_VALUE, Math.rint(gain * StrictMath.sqrt(3.0 / sizes[layer - 1]) * FoStdgdRule.UNIT));
        final int word = XorShift32.next(
                XorShift32.next(XorShift32.seed(seed, WEIGHT_STREAM + layer - 1, pre * sizes[layer] + post)));
        return (int) ((word >>> Integer.SIZE - DRAW) * 2L * most >> DRAW) - most;
    }
}
