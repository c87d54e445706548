package org.ranvier.testbench.bptt;

import static org.ranvier.core.error.ConfigurationException.checkRange;

/**
 * A feed-forward network of leaky integrate-and-fire layers and a linear output without neurons or biases.
 *
 * <p>Per tick and hidden layer: {@code V = v + I; s = V > threshold; v = leak V (1 - s)}, a hard reset; the output's logits are
 * y = W s. Layers work in the same tick.
 *
 * @param sizes inputs, neurons of the hidden layers, classes
 * @param ticks T, ticks of a sample
 * @param threshold what V must exceed
 * @param leak factor on V from tick to tick, 0..1
 * @param width half width of the triangle that stands for the derivative of a spike by V
 */
public record LifSpec(int[] sizes, int ticks, double threshold, double leak, double width) {
    private static final int MOST_LAYERS = 16;

    /** Checks the ranges. */
    public LifSpec {
        checkRange("layers", sizes.length, 2, MOST_LAYERS);
        checkRange("ticks", ticks, 1, 1 << 16);
        checkRange("threshold", threshold, Double.MIN_VALUE, 1e6);
        checkRange("leak", leak, 0, 1);
        checkRange("surrogate width", width, Double.MIN_VALUE, 1e6);
    }

    /** @return the usual neuron: threshold 1, leak 1/2, width 1 */
    public static LifSpec of(final int[] sizes, final int ticks) {
        return new LifSpec(sizes, ticks, 1, 0.5, 1);
    }

    /** @return hidden layers */
    public int hidden() {
        return sizes.length - 2;
    }

    /** @return outputs */
    public int classes() {
        return sizes[sizes.length - 1];
    }
}
