package org.ranvier.testbench.reference.sfdfa;

import org.ranvier.testbench.reference.Xorshift32;

/** Uniform start weights, one random number each. */
final class StartWeights {
    private static final int WEIGHT_STREAM = 100;
    private static final int FEEDBACK_STREAM = 400;
    private static final int FRACTION = 10;

    private StartWeights() {}

    /**
     * @param spec of the network
     * @param layer that the weights lead to, from 1
     * @return the weights, a row per input
     */
    static int[][] matrix(final SfdfaSpec spec, final int layer) {
        final SfdfaLayerSpec of = spec.layer(layer);
        final int[][] weights = uniform(
                spec.seed(),
                WEIGHT_STREAM + layer - 1,
                spec.size(layer - 1),
                spec.size(layer),
                of.low(),
                of.high() - of.low());
        for (final int[] row : weights) {
            for (int i = 0; i < row.length; i++) {
                row[i] >>= FRACTION - of.fraction();
            }
        }
        return weights;
    }

    /**
     * @param spec of the network
     * @param layer hidden, from 1
     * @return fixed feedback weights within +-1, Q16, a row per hidden neuron
     */
    static int[][] feedback(final SfdfaSpec spec, final int layer) {
        return uniform(
                spec.seed(), FEEDBACK_STREAM + layer, spec.size(layer), spec.size(spec.outputLayer()), -65536, 131072);
    }

    private static int[][] uniform(
            final long seed, final int stream, final int rows, final int columns, final int low, final int width) {
        final int[][] matrix = new int[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            final int random = Xorshift32.next(Xorshift32.next(Xorshift32.seed(seed, stream, i)));
            matrix[i / columns][i % columns] = low + (int) ((random >>> 12) * (long) width >> 20);
        }
        return matrix;
    }
}
