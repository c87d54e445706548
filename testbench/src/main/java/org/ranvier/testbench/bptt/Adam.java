package org.ranvier.testbench.bptt;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/** The optimiser Adam (Kingma and Ba 2015), with its usual constants. */
final class Adam implements Stateful {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double[][][] weights;
    private final double[][][] first;
    private final double[][][] second;
    private int steps;

    /**
     * @param weights what it improves, [layer][input][output]
     */
    Adam(final double[][][] weights) {
        this.weights = weights;
        first = like(weights);
        second = like(weights);
    }

    /** @return zeros of the shape of some weights */
    static double[][][] like(final double[][][] weights) {
        final double[][][] zeros = new double[weights.length][][];
        for (int layer = 0; layer < weights.length; layer++) {
            zeros[layer] = new double[weights[layer].length][weights[layer][0].length];
        }
        return zeros;
    }

    /** Takes one step down a gradient. */
    void step(final double[][][] gradient, final double rate) {
        steps++;
        final double scaledRate = rate / (1 - Math.pow(BETA1, steps));
        final double correction = 1 / (1 - Math.pow(BETA2, steps));
        for (int layer = 0; layer < weights.length; layer++) {
            for (int row = 0; row < weights[layer].length; row++) {
                step(
                        weights[layer][row],
                        gradient[layer][row],
                        first[layer][row],
                        second[layer][row],
                        scaledRate,
                        correction);
            }
        }
    }

    /** {@inheritDoc} The weights are part of it. */
    @Override
    public void save(final StateWriter out) {
        out.section("adam").putInt(steps);
        for (final double[][][] all : new double[][][][] {weights, first, second}) {
            for (final double[][] layer : all) {
                for (final double[] row : layer) {
                    out.putDoubles(row);
                }
            }
        }
    }

    @Override
    public void restore(final StateReader in) {
        steps = in.section("adam").getInt();
        for (final double[][][] all : new double[][][][] {weights, first, second}) {
            for (final double[][] layer : all) {
                for (final double[] row : layer) {
                    in.getDoubles(row);
                }
            }
        }
    }

    private static void step(
            final double[] weight,
            final double[] gradient,
            final double[] mean,
            final double[] square,
            final double rate,
            final double correction) {
        for (int i = 0; i < weight.length; i++) {
            mean[i] = BETA1 * mean[i] + (1 - BETA1) * gradient[i];
            square[i] = BETA2 * square[i] + (1 - BETA2) * gradient[i] * gradient[i];
            weight[i] -= rate * mean[i] / (Math.sqrt(square[i] * correction) + EPSILON);
        }
    }
}
