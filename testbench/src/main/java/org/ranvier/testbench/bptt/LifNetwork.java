package org.ranvier.testbench.bptt;

import java.util.Arrays;
import org.ranvier.core.random.XorShift32;

/**
 * The weights of a network, its forward pass, and back-propagation through time.
 *
 * <p>Inputs are binary and mostly silent, so the first layer adds the weight rows of the active inputs; rows are contiguous, which
 * is what the just-in-time compiler vectorises. The reset is part of the graph: a spike's surrogate gradient flows through it.
 */
public final class LifNetwork {
    private static final int STREAM = 300;
    private static final double START = 2;
    private static final double DEEP_START = 4;

    private final LifSpec spec;
    private final SpikeFunction function;

    /** [layer][input][output] */
    private final double[][][] weights;

    /** By layer boundary: dL/dv from the tick behind, dL/dI of this tick. */
    private final double[][] carried;

    /**
     * Creates a network with start weights uniform in +-2 / sqrt(inputs): wide enough for spikes from the first step on, without
     * which the ratio form of the spatial-temporal regulariser silences the network. Layers below another hidden layer get twice
     * that: a neuron that no spike reaches stays at potential 0, where the triangle is 0, and would never learn.
     *
     * @param spec its shape and neuron
     * @param function what neurons emit
     * @param seed of the start weights
     */
    public LifNetwork(final LifSpec spec, final SpikeFunction function, final long seed) {
        this.spec = spec;
        this.function = function;
        final int[] sizes = spec.sizes();
        weights = new double[sizes.length - 1][][];
        carried = new double[spec.hidden()][];
        for (int layer = 0; layer < weights.length; layer++) {
            weights[layer] = new double[sizes[layer]][sizes[layer + 1]];
            start(weights[layer], layer < spec.hidden() - 1 ? DEEP_START : START, seed, STREAM + layer);
        }
        for (int layer = 0; layer < carried.length; layer++) {
            carried[layer] = new double[sizes[layer + 1]];
        }
    }

    private static void start(final double[][] matrix, final double width, final long seed, final int stream) {
        final double bound = width / Math.sqrt(matrix.length);
        int state = XorShift32.seed(seed, stream, 0);
        for (final double[] row : matrix) {
            for (int i = 0; i < row.length; i++) {
                state = XorShift32.next(state);
                row[i] = bound * state * 0x1p-31;
            }
        }
    }

    /** @return the shape and neuron */
    public LifSpec spec() {
        return spec;
    }

    /** @return the live weights, [layer][input][output] */
    public double[][][] weights() {
        return weights;
    }

    /** Runs the sample whose input spikes a trace holds, and writes potentials, spikes and logits to it. */
    void forward(final LifTrace trace) {
        for (int tick = 0; tick < spec.ticks(); tick++) {
            for (int layer = 0; layer < spec.hidden(); layer++) {
                final double[] potential = trace.potential[layer][tick];
                drive(trace, layer, tick, potential);
                fire(trace, layer, tick, potential);
            }
            drive(trace, spec.hidden(), tick, trace.logits[tick]);
        }
    }

    /** Sums what reaches a layer in a tick. */
    private void drive(final LifTrace trace, final int layer, final int tick, final double[] sums) {
        Arrays.fill(sums, 0);
        if (layer == 0) {
            for (int n = 0; n < trace.activeCount[tick]; n++) {
                add(sums, weights[0][trace.active[tick][n]]);
            }
            return;
        }
        final double[] spikes = trace.spikes[layer - 1][tick];
        for (int i = 0; i < spikes.length; i++) {
            if (spikes[i] != 0) {
                addScaled(sums, weights[layer][i], spikes[i]);
            }
        }
    }

    private void fire(final LifTrace trace, final int layer, final int tick, final double[] potential) {
        final double[] spikes = trace.spikes[layer][tick];
        for (int i = 0; i < potential.length; i++) {
            if (tick > 0) {
                potential[i] +=
                        spec.leak() * trace.potential[layer][tick - 1][i] * (1 - trace.spikes[layer][tick - 1][i]);
            }
            spikes[i] = function.value(potential[i] - spec.threshold(), spec.width());
        }
    }

    /**
     * Adds the gradient of a sample's loss by the weights. The trace holds the loss's own derivatives by potentials, spikes and
     * logits; those of potentials and spikes are completed.
     */
    void backward(final LifTrace trace, final double[][][] gradient) {
        for (final double[] layer : carried) {
            Arrays.fill(layer, 0);
        }
        for (int tick = spec.ticks() - 1; tick >= 0; tick--) {
            double[] above = trace.logitGradient[tick];
            for (int layer = spec.hidden(); layer >= 0; layer--) {
                if (layer < spec.hidden()) {
                    above = throughNeuron(trace, layer, tick);
                }
                throughWeights(trace, layer, tick, above, gradient[layer]);
            }
        }
    }

    /** Turns dL/ds and dL/dv into dL/dV, which is dL/dI too and what the tick before gets as dL/dv. */
    private double[] throughNeuron(final LifTrace trace, final int layer, final int tick) {
        final double[] potential = trace.potential[layer][tick];
        final double[] spikes = trace.spikes[layer][tick];
        final double[] bySpike = trace.spikeGradient[layer][tick];
        final double[] byPotential = trace.potentialGradient[layer][tick];
        final double[] later = carried[layer];
        for (int i = 0; i < potential.length; i++) {
            final double carriedGradient = spec.leak() * later[i];
            bySpike[i] -= carriedGradient * potential[i];
            byPotential[i] += carriedGradient * (1 - spikes[i])
                    + bySpike[i] * SpikeFunction.slope(potential[i] - spec.threshold(), spec.width());
            later[i] = byPotential[i];
        }
        return byPotential;
    }

    private void throughWeights(
            final LifTrace trace, final int layer, final int tick, final double[] above, final double[][] gradient) {
        if (layer == 0) {
            for (int n = 0; n < trace.activeCount[tick]; n++) {
                add(gradient[trace.active[tick][n]], above);
            }
            return;
        }
        final double[] spikes = trace.spikes[layer - 1][tick];
        final double[] bySpike = trace.spikeGradient[layer - 1][tick];
        for (int i = 0; i < spikes.length; i++) {
            bySpike[i] += dot(weights[layer][i], above);
            if (spikes[i] != 0) {
                addScaled(gradient[i], above, spikes[i]);
            }
        }
    }

    private static void add(final double[] sum, final double[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i];
        }
    }

    private static void addScaled(final double[] sum, final double[] row, final double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * row[i];
        }
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
