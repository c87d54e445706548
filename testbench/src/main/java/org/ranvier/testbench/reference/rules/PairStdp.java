package org.ranvier.testbench.reference.rules;

/** Pair-based STDP of all pairs, with traces. */
public final class PairStdp {
    /**
     * Parameters of the traces; shifts throughout.
     *
     * @param bump what a spike adds to a trace, which holds 0..255
     * @param before decay of the inputs' traces
     * @param after decay of the neurons' traces
     * @param potentiation how far an input's trace is shifted into a weight
     * @param depression how far a neuron's trace is shifted into a weight
     */
    public record Parameters(int bump, int before, int after, int potentiation, int depression) {}

    private final LeakyNeurons.Parameters neuron;
    private final Parameters parameters;
    private final int[][] weights;
    private LeakyNeurons neurons;
    private int[] before;
    private int[] after;

    /**
     * @param neuron the neurons
     * @param parameters the rule
     * @param weights inputs x neurons, 0..255; changed by learning
     */
    public PairStdp(final LeakyNeurons.Parameters neuron, final Parameters parameters, final int[][] weights) {
        this.neuron = neuron;
        this.parameters = parameters;
        this.weights = weights;
        startSample();
    }

    /** Forgets everything but the weights. */
    public void startSample() {
        neurons = new LeakyNeurons(neuron, weights[0].length);
        before = new int[weights.length];
        after = new int[weights[0].length];
    }

    /**
     * Runs a tick.
     *
     * @param spikes the inputs that spike
     * @return the neurons that fire
     */
    public boolean[] tick(final boolean[] spikes) {
        final boolean[] fired = neurons.tick(spikes, weights);
        for (int j = 0; j < before.length; j++) {
            for (int i = 0; i < after.length; i++) {
                final int depressed = spikes[j] ? weights[j][i] - (after[i] >> parameters.depression()) : weights[j][i];
                final int change = fired[i] ? before[j] >> parameters.potentiation() : 0;
                weights[j][i] = Integers.unsigned8(Math.max(0, depressed) + change);
            }
        }
        update(before, spikes, parameters.before());
        update(after, fired, parameters.after());
        return fired;
    }

    private void update(final int[] traces, final boolean[] spikes, final int decay) {
        for (int k = 0; k < traces.length; k++) {
            final int raised = Integers.unsigned8(traces[k] + (spikes[k] ? parameters.bump() : 0));
            traces[k] = raised - (raised >> decay);
        }
    }

    /** @return the potentials of the neurons */
    public int[] potentials() {
        return neurons.potentials();
    }

    /** @return the weights */
    public int[][] weights() {
        return weights;
    }
}
