package org.ranvier.testbench.reference.sfdfa.event;

import java.util.ArrayList;
import java.util.List;

/** What one neuron did in a sample. */
public final class NeuronRun {
    private final List<Double> times = new ArrayList<>();
    private final List<double[]> gradients = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private double[] eligibility;

    void spike(final double time, final double[] gradient, final double value) {
        times.add(time);
        gradients.add(gradient);
        values.add(value);
    }

    void end(final double[] sums) {
        eligibility = sums;
    }

    /** @return how often it fired */
    public int count() {
        return times.size();
    }

    /**
     * @param spike from 0
     * @return its time in seconds
     */
    public double time(final int spike) {
        return times.get(spike);
    }

    /**
     * @param spike from 0
     * @return its dt/dw, seconds per weight unit, one value per input; not a copy
     */
    public double[] gradient(final int spike) {
        return gradients.get(spike);
    }

    /**
     * @param spike from 0
     * @return the directional derivative that it carries
     */
    public double value(final int spike) {
        return values.get(spike);
    }

    /** @return the directional derivative of the whole sample: the sum over spikes */
    public double derivative() {
        double sum = 0;
        for (final double value : values) {
            sum += value;
        }
        return sum;
    }

    /** @return the sum of dt/dw over spikes, one value per input; not a copy */
    public double[] eligibility() {
        return eligibility;
    }
}
