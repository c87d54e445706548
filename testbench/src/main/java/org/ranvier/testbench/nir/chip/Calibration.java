package org.ranvier.testbench.nir.chip;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.run.FloatExecutor;
import org.ranvier.testbench.nir.run.Frames;
import org.ranvier.testbench.nir.run.RunRules;

/** What samples do to a network in floating point: how large its values become, and how active each element is. */
public final class Calibration {
    private final Network network;
    private final FloatExecutor executor;
    private final List<double[]> squares = new ArrayList<>();
    private final List<double[]> largest = new ArrayList<>();
    private final double[] potentials;
    private final double[] inputSquares;
    private final double[] inputLargest;
    private boolean wholeInputs = true;
    private boolean positiveInputs = true;

    /**
     * @param network the network
     * @param rules what NIR leaves open
     */
    public Calibration(final Network network, final RunRules rules) {
        this.network = network;
        executor = new FloatExecutor(network, rules);
        network.nodes().forEach(node -> {
            squares.add(new double[node.size()]);
            largest.add(new double[node.size()]);
        });
        potentials = new double[network.nodes().size()];
        inputSquares = new double[network.inputSize()];
        inputLargest = new double[network.inputSize()];
    }

    /**
     * Looks at one more sample.
     *
     * @param frames what enters
     * @param steps how many steps
     */
    public void observe(final Frames frames, final int steps) {
        final double[] frame = new double[network.inputSize()];
        for (int step = 0; step < Math.min(steps, frames.steps()); step++) {
            frames.frame(step, frame);
            for (int i = 0; i < frame.length; i++) {
                wholeInputs &= frame[i] == Math.rint(frame[i]);
                positiveInputs &= frame[i] >= 0;
            }
            add(frame, inputSquares, inputLargest);
        }
        executor.run(frames, steps, (step, activity) -> {
            for (int node = 0; node < potentials.length; node++) {
                add(activity.output(node), squares.get(node), largest.get(node));
                final double[] v = activity.potential(node);
                for (int i = 0; v != null && i < v.length; i++) {
                    potentials[node] = Math.max(potentials[node], Math.abs(v[i]));
                }
            }
        });
    }

    private static void add(final double[] values, final double[] squares, final double[] largest) {
        for (int i = 0; i < values.length; i++) {
            squares[i] += values[i] * values[i];
            largest[i] = Math.max(largest[i], Math.abs(values[i]));
        }
    }

    /** @return sums of squares of what a node gave, by element */
    double[] activity(final int node) {
        return squares.get(node);
    }

    /** @return sums of squares of what entered, by element of the input */
    double[] inputActivity() {
        return inputSquares;
    }

    /** @return the largest magnitudes that a node gave, by element */
    double[] largest(final int node) {
        return largest.get(node);
    }

    /** @return the largest magnitudes that entered, by element of the input */
    double[] largestInputs() {
        return inputLargest;
    }

    /** @return the largest magnitude of a potential of a node */
    double potential(final int node) {
        return potentials[node];
    }

    /** @return whether nothing that entered was negative */
    boolean positiveInputs() {
        return positiveInputs;
    }

    /** @return whether all that entered were whole numbers */
    boolean wholeInputs() {
        return wholeInputs;
    }
}
