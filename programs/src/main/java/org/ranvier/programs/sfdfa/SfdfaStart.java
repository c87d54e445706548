package org.ranvier.programs.sfdfa;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.core.random.XorShift32;

/**
 * Start weights: uniform, one random number a synapse, in units of 2^-10 whatever the width of a weight.
 *
 * @param hiddenLow smallest start weight of layer 1, Q10
 * @param hiddenHigh one more than the largest
 * @param deepLow smallest start weight of deeper hidden layers, Q10
 * @param deepHigh one more than the largest
 * @param outputLow smallest start weight of the output, Q10
 * @param outputHigh one more than the largest
 */
public record SfdfaStart(int hiddenLow, int hiddenHigh, int deepLow, int deepHigh, int outputLow, int outputHigh) {
    /** Stream of the start weights of layer 1; deeper layers follow. */
    public static final int WEIGHT_STREAM = 100;

    /** Stream of the perturbations of layer 0, which has none; deeper layers follow. */
    public static final int PERTURBATION_STREAM = 200;

    /** Stream of the rounding bits of layer 0, which has none; deeper layers follow. */
    public static final int ROUNDING_STREAM = 300;

    /** Stream of the fixed feedback of layer 0, which has none; deeper layers follow. */
    public static final int FEEDBACK_STREAM = 400;

    private static final int MOST = 32_768;
    private static final int ONE_Q16 = 1 << 16;
    private static final int DRAW = 20;

    /** Checks the ranges. */
    public SfdfaStart {
        check("--init-hidden", hiddenLow, hiddenHigh);
        check("--init-deep", deepLow, deepHigh);
        check("--init-output", outputLow, outputHigh);
    }

    private static void check(final String option, final int low, final int high) {
        checkRange(option + " in 2^-10", low, -MOST, MOST);
        checkRange(option + " in 2^-10", high, low, MOST);
    }

    /**
     * Draws a start weight.
     *
     * @param seed the run's seed
     * @param layer the layer of the post neuron, 1..layers
     * @param layers L
     * @param synapse pre index times neurons of the layer plus post index
     * @return the weight, Q10
     */
    public int weight(final long seed, final int layer, final int layers, final int synapse) {
        if (layer == layers) {
            return uniform(seed, WEIGHT_STREAM + layer - 1, synapse, outputLow, outputHigh);
        }
        return layer == 1
                ? uniform(seed, WEIGHT_STREAM, synapse, hiddenLow, hiddenHigh)
                : uniform(seed, WEIGHT_STREAM + layer - 1, synapse, deepLow, deepHigh);
    }

    /**
     * Draws a fixed feedback weight, uniform in (-1, 1).
     *
     * @param seed the run's seed
     * @param layer the hidden layer, from 1
     * @param pair hidden index times outputs plus output index
     * @return the feedback weight, Q16
     */
    public static int feedback(final long seed, final int layer, final int pair) {
        return uniform(seed, FEEDBACK_STREAM + layer, pair, -ONE_Q16, ONE_Q16);
    }

    /** The second word of a lane, its top 20 bits scaled to the range. */
    private static int uniform(final long seed, final int stream, final int lane, final int low, final int high) {
        final int word = XorShift32.next(XorShift32.next(XorShift32.seed(seed, stream, lane)));
        return low + (int) ((word >>> Integer.SIZE - DRAW) * (long) (high - low) >> DRAW);
    }
}
