package org.ranvier.testbench.reference.sfdfa;

import java.util.Arrays;

/** What a hidden layer needs beside its neurons to know their errors: perturbations, feedback weights and mean rates. */
final class HiddenErrors {
    private static final int RATE_SHIFT = 6;

    private final SfdfaSpec spec;

    /** +-1 of every neuron, and the same in Q10, which is what spikes carry. */
    private final int[] signs;

    private final int[] perturbation;

    /** A row per neuron, a value per output, Q16. */
    private final int[][] feedback;

    /** Mean spike counts, Q16. */
    private final int[] rate;

    HiddenErrors(final SfdfaSpec spec, final int layer) {
        this.spec = spec;
        final int neurons = spec.size(layer);
        final int outputs = spec.size(spec.outputLayer());
        signs = new int[neurons];
        perturbation = new int[neurons];
        feedback = spec.rule().learnedFeedback() ? new int[neurons][outputs] : StartWeights.feedback(spec, layer);
        rate = new int[neurons];
        Arrays.fill(rate, spec.rateTarget());
    }

    /** @return +1 or -1 for every neuron, to be drawn before a sample; {@link #begin()} takes them over */
    int[] signs() {
        return signs;
    }

    /** Begins a sample with the present signs. */
    void begin() {
        for (int j = 0; j < signs.length; j++) {
            perturbation[j] = signs[j] << 10;
        }
    }

    /** @return what the first spike of every neuron carries, Q10; not a copy */
    int[] perturbation() {
        return perturbation;
    }

    /**
     * Learns from the outputs' derivatives and computes the error of one neuron.
     *
     * @param j the neuron
     * @param count its spikes in the sample
     * @param errors of the outputs, in spikes
     * @param derivatives of the outputs, Q10
     * @param shift of the feedback weights
     * @return its error, Q12
     */
    int error(final int j, final int count, final int[] errors, final int[] derivatives, final int shift) {
        final int[] row = feedback[j];
        if (count > 0 && spec.rule().learnedFeedback()) {
            for (int o = 0; o < row.length; o++) {
                row[o] += FixedPoint.round(
                        (long) FixedPoint.sat32((long) signs[j] * derivatives[o] << 6) - row[o], shift);
            }
        }
        rate[j] += FixedPoint.round((long) FixedPoint.sat32((long) count << 16) - rate[j], RATE_SHIFT);
        int error = FixedPoint.round((long) spec.regulariser() * (spec.rateTarget() - rate[j]), 16);
        for (int o = 0; o < row.length; o++) {
            error = FixedPoint.sat32(error + (long) FixedPoint.round(row[o], 4) * errors[o]);
        }
        return error;
    }

    /** @return feedback weights, a row per neuron, Q16; not a copy */
    int[][] feedback() {
        return feedback;
    }

    /** @return mean spike counts, Q16; not a copy */
    int[] rate() {
        return rate;
    }
}
