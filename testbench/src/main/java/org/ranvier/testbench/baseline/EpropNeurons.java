package org.ranvier.testbench.baseline;

import java.util.Arrays;

/** e-prop in double precision, LIF and ALIF: an eligibility per synapse, weights change after the sample. */
final class EpropNeurons extends SpikingLayer {
    private static final double GAMMA = 0.3;
    private static final double ADAPTATION = 18 / 256.0;
    private static final double ADAPTATION_KEEP = 1 - 1 / 8.0;

    private final double[] threshold;
    private final double[] adaptation;
    private final double[] slope;
    private final int[] rest;
    private final double[][] slow;
    private final double[][] filtered;
    private final double[][] change;

    EpropNeurons(final OnlineSpec spec, final SynapseMatrix synapses) {
        super(spec, synapses);
        threshold = new double[potential.length];
        adaptation = new double[potential.length];
        slope = new double[potential.length];
        rest = new int[potential.length];
        slow = new double[trace.length][potential.length];
        filtered = new double[trace.length][potential.length];
        change = new double[trace.length][potential.length];
    }

    @Override
    void startSample() {
        super.startSample();
        Arrays.fill(adaptation, 0);
        Arrays.fill(rest, 0);
        for (int j = 0; j < change.length; j++) {
            Arrays.fill(slow[j], 0);
            Arrays.fill(filtered[j], 0);
            Arrays.fill(change[j], 0);
        }
    }

    @Override
    void decay() {
        for (int i = 0; i < potential.length; i++) {
            potential[i] = potential[i] * spec.keep() - (fired[i] ? 1 : 0);
        }
    }

    @Override
    void fire() {
        for (int i = 0; i < potential.length; i++) {
            threshold[i] = 1 + (spec.adaptive() ? ADAPTATION * adaptation[i] : 0);
            final boolean resting = rest[i] > 0;
            fired[i] = !resting && potential[i] >= threshold[i];
            slope[i] = resting ? 0 : GAMMA * Math.max(0, 1 - Math.abs(potential[i] - threshold[i]));
            rest[i] = fired[i] ? spec.refractory() : Math.max(0, rest[i] - 1);
            adaptation[i] = ADAPTATION_KEEP * adaptation[i] + (fired[i] ? 1 : 0);
        }
    }

    @Override
    void learn(final double[] errors, final double eta) {
        for (int j = 0; j < trace.length; j++) {
            // An input that has not spiked yet has no eligibility.
            for (int i = 0; trace[j] != 0 && i < slope.length; i++) {
                final double e = eligibility(j, i);
                filtered[j][i] += (1 - spec.traceKeep()) * (e - filtered[j][i]);
                change[j][i] += errors[i] * filtered[j][i];
            }
        }
    }

    private double eligibility(final int input, final int neuron) {
        if (!spec.adaptive()) {
            return slope[neuron] * trace[input];
        }
        final double e = slope[neuron] * (trace[input] - ADAPTATION * slow[input][neuron]);
        slow[input][neuron] = ADAPTATION_KEEP * slow[input][neuron] + e;
        return e;
    }

    @Override
    void finish(final double eta) {
        for (int j = 0; j < change.length; j++) {
            synapses.change(j, trace[j] == 0 ? 0 : eta, change[j]);
        }
    }
}
