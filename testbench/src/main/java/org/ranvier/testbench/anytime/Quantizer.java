package org.ranvier.testbench.anytime;

import org.ranvier.testbench.bptt.LifNetwork;

/**
 * Turns real weights into signed bytes, one scale a layer: the largest weight of a layer becomes 127, as long as the layer's
 * threshold still fits the 16 bits of a potential.
 *
 * <p>A neuron compares V > threshold, and V is an integer, so the scaled threshold is floored. The leak 1/2 is a flooring shift.
 */
final class Quantizer {
    private static final double LARGEST_WEIGHT = 127;

    private final int[][][] weights;
    private final double[] scales;
    private final int[] thresholds;

    Quantizer(final LifNetwork network) {
        final double[][][] real = network.weights();
        weights = new int[real.length][][];
        scales = new double[real.length];
        thresholds = new int[real.length - 1];
        for (int layer = 0; layer < real.length; layer++) {
            final double most =
                    layer < thresholds.length ? Short.MAX_VALUE / network.spec().threshold() : Double.MAX_VALUE;
            scales[layer] = Math.min(most, LARGEST_WEIGHT / largest(real[layer]));
            weights[layer] = scaled(real[layer], scales[layer]);
            if (layer < thresholds.length) {
                thresholds[layer] = (int) Math.floor(network.spec().threshold() * scales[layer]);
            }
        }
    }

    private static double largest(final double[][] matrix) {
        double largest = 1e-6;
        for (final double[] row : matrix) {
            for (final double weight : row) {
                largest = Math.max(largest, Math.abs(weight));
            }
        }
        return largest;
    }

    private static int[][] scaled(final double[][] matrix, final double scale) {
        final int[][] scaled = new int[matrix.length][matrix[0].length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < scaled[row].length; column++) {
                scaled[row][column] = (int) Math.round(matrix[row][column] * scale);
            }
        }
        return scaled;
    }

    int[][][] weights() {
        return weights;
    }

    double[] scales() {
        return scales;
    }

    int[] thresholds() {
        return thresholds;
    }
}
