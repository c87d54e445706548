package org.ranvier.testbench.baseline;

import java.util.SplittableRandom;

/** Weights between two layers of real numbers: one row per input and a last row for the bias, one column per output. */
final class DenseLayer {
    private final int inputs;
    private final int outputs;
    private final double[] weights;

    /** Values and errors (the negative gradient of the loss with respect to the sums) of the outputs for the present sample. */
    private final double[] values;

    private final double[] errors;

    /** Draws Glorot-uniform weights in +-sqrt(6 / (inputs + outputs)); biases are 0. */
    DenseLayer(final int inputs, final int outputs, final SplittableRandom random) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = new double[(inputs + 1) * outputs];
        this.values = new double[outputs];
        this.errors = new double[outputs];
        final double bound = Math.sqrt(6.0 / (inputs + outputs));
        for (int i = 0; i < inputs * outputs; i++) {
            weights[i] = (2 * random.nextDouble() - 1) * bound;
        }
    }

    double[] values() {
        return values;
    }

    double[] errors() {
        return errors;
    }

    /** Sets the values to the weighted sums of the inputs, bias included. */
    void sum(final double[] below) {
        System.arraycopy(weights, inputs * outputs, values, 0, outputs);
        for (int i = 0; i < inputs; i++) {
            if (below[i] != 0) {
                for (int j = 0; j < outputs; j++) {
                    values[j] += below[i] * weights[i * outputs + j];
                }
            }
        }
    }

    /** @return the sum of this layer's errors as input i sees them */
    double errorAt(final int i) {
        double sum = 0;
        for (int j = 0; j < outputs; j++) {
            sum += errors[j] * weights[i * outputs + j];
        }
        return sum;
    }

    /** Moves the weights by eta times the outer product of inputs and errors. */
    void step(final double[] below, final double eta) {
        for (int i = 0; i <= inputs; i++) {
            final double scale = i < inputs ? eta * below[i] : eta;
            if (scale != 0) {
                for (int j = 0; j < outputs; j++) {
                    weights[i * outputs + j] += scale * errors[j];
                }
            }
        }
    }
}
