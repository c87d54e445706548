package org.ranvier.testbench.reference.rules;

import java.util.SplittableRandom;

/** Draws sizes, parameters, weights and spike trains. */
final class RandomNetwork {
    private final SplittableRandom random;

    RandomNetwork(final int seed) {
        random = new SplittableRandom(seed);
    }

    /** Draws a number of a range, ends included. */
    int in(final int low, final int high) {
        return random.nextInt(low, high + 1);
    }

    /** Draws one of the given numbers. */
    int of(final int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    int[] vector(final int length, final int low, final int high) {
        final int[] vector = new int[length];
        for (int k = 0; k < length; k++) {
            vector[k] = in(low, high);
        }
        return vector;
    }

    int[][] matrix(final int rows, final int columns, final int low, final int high) {
        final int[][] matrix = new int[rows][];
        for (int row = 0; row < rows; row++) {
            matrix[row] = vector(columns, low, high);
        }
        return matrix;
    }

    /** Draws a spike train: silent, sparse, busy or with every input in every tick. */
    boolean[][] train(final int ticks, final int inputs) {
        final double[] rates = {0, 0.03, 0.3, 1};
        final double rate = rates[random.nextInt(rates.length)];
        final boolean[][] train = new boolean[ticks][inputs];
        for (final boolean[] tick : train) {
            for (int input = 0; input < inputs; input++) {
                tick[input] = random.nextDouble() < rate;
            }
        }
        return train;
    }

    /** Copies a matrix, for a model that changes it. */
    static int[][] copy(final int[][] matrix) {
        final int[][] copy = new int[matrix.length][];
        for (int row = 0; row < matrix.length; row++) {
            copy[row] = matrix[row].clone();
        }
        return copy;
    }
}
