package org.ranvier.testbench.baseline;

import java.util.SplittableRandom;

/** Weights between two layers of spiking neurons: one row per input, and a last row for the bias, which always spikes. */
final class SynapseMatrix {
    private final double[][] weights;

    /** Draws uniform weights in +- scale sqrt(6 / (inputs + outputs)); biases are 0. */
    SynapseMatrix(final int inputs, final int outputs, final double scale, final SplittableRandom random) {
        weights = new double[inputs + 1][outputs];
        final double bound = scale * Math.sqrt(6.0 / (inputs + outputs));
        for (int j = 0; j < inputs; j++) {
            for (int i = 0; i < outputs; i++) {
                weights[j][i] = (2 * random.nextDouble() - 1) * bound;
            }
        }
    }

    int rows() {
        return weights.length;
    }

    int columns() {
        return weights[0].length;
    }

    /** Adds the weights of the inputs that spike. */
    void add(final boolean[] spikes, final double[] sums) {
        for (int j = 0; j < weights.length; j++) {
            if (spikes[j]) {
                add(1, weights[j], sums);
            }
        }
    }

    private static void add(final double scale, final double[] from, final double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += scale * from[i];
        }
    }

    /** @return the values of the columns as one row sees them */
    double seen(final int row, final double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[row][i] * values[i];
        }
        return sum;
    }

    /** Adds a multiple of a vector to a row. */
    void change(final int row, final double scale, final double[] by) {
        if (scale != 0) {
            add(scale, by, weights[row]);
        }
    }
}
