package org.ranvier.testbench.reference.sfdfa.event;

import java.util.ArrayList;
import java.util.List;

/**
 * The layer of {@link EventLayer} on a grid of time steps: decay, arrivals, then at most one spike per neuron, with the gradients of
 * form A. The decays of a step are exact exponentials, so all that the grid costs is that spikes happen at its points.
 */
public final class SteppedLayer {
    private final LayerConstants constants;
    private final double step;
    private final double[][] weights;
    private final double[] fast;
    private final double[] slow;
    private final List<FormA> eligibilities = new ArrayList<>();
    private final List<List<Integer>> spikes = new ArrayList<>();
    private int now;

    /**
     * A layer before its first step.
     *
     * @param constants of the neurons
     * @param weights one row per neuron, one value per input
     * @param step in seconds
     */
    public SteppedLayer(final LayerConstants constants, final double[][] weights, final double step) {
        this.constants = constants;
        this.weights = weights;
        this.step = step;
        this.fast = new double[weights.length];
        this.slow = new double[weights.length];
        for (final double[] row : weights) {
            eligibilities.add(new FormA(constants, row.length, true));
            spikes.add(new ArrayList<>());
        }
    }

    /**
     * Runs the next step.
     *
     * @param arriving inputs that fire in this step; one may be there several times
     * @return the neurons that fire, ascending
     */
    public List<Integer> step(final List<Integer> arriving) {
        final List<Integer> fired = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            decay(i);
            for (final int input : arriving) {
                fast[i] += weights[i][input];
                slow[i] += weights[i][input];
                eligibilities.get(i).arrive(input);
            }
            if (slow[i] - fast[i] >= constants.threshold()) {
                eligibilities.get(i).fire(fast[i]);
                slow[i] -= constants.threshold();
                spikes.get(i).add(now);
                fired.add(i);
            }
        }
        now++;
        return fired;
    }

    private void decay(final int i) {
        fast[i] *= Math.exp(-step / constants.tauSynapse());
        slow[i] *= Math.exp(-step / constants.tau());
        eligibilities.get(i).decay(step);
    }

    /**
     * @param neuron from 0
     * @return the steps in which it fired, from 0; not a copy
     */
    public List<Integer> spikes(final int neuron) {
        return spikes.get(neuron);
    }

    /**
     * @param neuron from 0
     * @return the sum of its dt/dw, seconds per weight unit, one value per input; a copy
     */
    public double[] eligibility(final int neuron) {
        return eligibilities.get(neuron).sums();
    }
}
