package org.ranvier.testbench.reference.rules;

/** Reward-modulated STDP (Izhikevich 2007): pairs change an eligibility trace per synapse, dopamine turns it into weight. */
public final class RewardStdp {
    /**
     * Parameters of eligibility and reward.
     *
     * @param eligibility decay of the eligibility, a shift
     * @param dopamine decay of the dopamine level, a shift
     * @param baseline the level at which nothing is learnt
     * @param rate shift of eligibility times dopamine
     * @param top the largest weight
     */
    public record Parameters(int eligibility, int dopamine, int baseline, int rate, int top) {}

    private final LeakyNeurons.Parameters neuron;
    private final PairStdp.Parameters pairs;
    private final Parameters parameters;
    private final int[][] weights;
    private LeakyNeurons neurons;
    private int[][] eligibility;
    private int[] before;
    private int[] after;
    private int dopamine;

    /**
     * @param neuron the neurons
     * @param pairs what pairs of spikes do to the eligibility; traces have 16 bit here
     * @param parameters the rule
     * @param weights inputs x neurons, 0..top; changed by learning
     */
    public RewardStdp(
            final LeakyNeurons.Parameters neuron,
            final PairStdp.Parameters pairs,
            final Parameters parameters,
            final int[][] weights) {
        this.neuron = neuron;
        this.pairs = pairs;
        this.parameters = parameters;
        this.weights = weights;
        startSample();
    }

    /** Forgets everything but the weights. */
    public void startSample() {
        neurons = new LeakyNeurons(neuron, weights[0].length);
        eligibility = new int[weights.length][weights[0].length];
        before = new int[weights.length];
        after = new int[weights[0].length];
        dopamine = 0;
    }

    /**
     * Runs a tick.
     *
     * @param spikes the inputs that spike
     * @param reward the sum of the rewards, 0 for none
     * @return the neurons that fire
     */
    public boolean[] tick(final boolean[] spikes, final int reward) {
        final boolean[] fired = neurons.tick(spikes, weights);
        dopamine += reward;
        for (int j = 0; j < before.length; j++) {
            for (int i = 0; i < after.length; i++) {
                synapse(j, i, spikes[j], fired[i]);
            }
        }
        dopamine -= (int) Integers.floored(dopamine, parameters.dopamine());
        update(before, spikes, pairs.before());
        update(after, fired, pairs.after());
        return fired;
    }

    private void synapse(final int input, final int neuron, final boolean pre, final boolean post) {
        int c = eligibility[input][neuron];
        if (pre) {
            c = Integers.signed16(c - (after[neuron] >> pairs.depression()));
        }
        if (post) {
            c = Integers.signed16(c + (before[input] >> pairs.potentiation()));
        }
        final long change = Integers.rounded((long) c * (dopamine - parameters.baseline()), parameters.rate());
        weights[input][neuron] =
                (int) Integers.limit(Integers.signed16(weights[input][neuron] + change), 0, parameters.top());
        eligibility[input][neuron] = c - (int) Integers.rounded(c, parameters.eligibility());
    }

    private void update(final int[] traces, final boolean[] spikes, final int decay) {
        for (int k = 0; k < traces.length; k++) {
            final int raised = Integers.signed16(traces[k] + (spikes[k] ? pairs.bump() : 0));
            traces[k] = raised - (raised >> decay);
        }
    }

    /** @return the potentials of the neurons */
    public int[] potentials() {
        return neurons.potentials();
    }

    /** @return the eligibility of every synapse, inputs x neurons */
    public int[][] eligibility() {
        return eligibility;
    }

    /** @return the weights */
    public int[][] weights() {
        return weights;
    }
}
