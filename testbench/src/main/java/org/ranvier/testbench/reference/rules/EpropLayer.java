package org.ranvier.testbench.reference.rules;

/** e-prop in integers (Bellec et al. 2020) for a feed-forward layer of LIF or ALIF neurons. */
public final class EpropLayer implements HiddenRule {
    private static final int ONE = 1 << 12;
    private static final int GAMMA = 1229;
    private static final int ADAPTATION = 18;
    private static final int ADAPTATION_DECAY = 3;

    /**
     * Parameters of the rule.
     *
     * @param bits fraction bits of weights and potentials
     * @param leak potentials and traces of inputs lose their 2^-leak in a tick
     * @param filter eligibilities are filtered with 2^-filter a tick
     * @param refractory ticks
     * @param adaptive whether thresholds adapt
     */
    public record Parameters(int bits, int leak, int filter, int refractory, boolean adaptive) {}

    private final Parameters parameters;
    private final int one;
    private final int[][] weights;
    private final int[][] feedback;
    private int[] potential;
    private int[] threshold;
    private int[] adaptation;
    private int[] rest;
    private boolean[] resting;
    private boolean[] fired;
    private int[] trace;
    private int[][] slow;
    private int[][] filtered;
    private int[][] change;

    /**
     * @param parameters the rule
     * @param weights 16 bit; changed by learning
     * @param feedback outputs x neurons, Q12; null if errors arrive weighted
     */
    public EpropLayer(final Parameters parameters, final int[][] weights, final int[][] feedback) {
        this.parameters = parameters;
        this.one = 1 << parameters.bits();
        this.weights = weights;
        this.feedback = feedback;
        startSample();
    }

    @Override
    public void startSample() {
        final int neurons = weights[0].length;
        potential = new int[neurons];
        threshold = new int[neurons];
        adaptation = new int[neurons];
        rest = new int[neurons];
        resting = new boolean[neurons];
        fired = new boolean[neurons];
        trace = new int[weights.length];
        slow = new int[weights.length][neurons];
        filtered = new int[weights.length][neurons];
        change = new int[weights.length][neurons];
    }

    @Override
    public boolean[] forward(final boolean[] spikes) {
        for (int i = 0; i < potential.length; i++) {
            potential[i] += -(int) Integers.floored(potential[i], parameters.leak()) - (fired[i] ? one : 0);
            for (int j = 0; j < spikes.length; j++) {
                potential[i] += spikes[j] ? weights[j][i] : 0;
            }
            threshold[i] = one;
            if (parameters.adaptive()) {
                threshold[i] += (int) Integers.floored((long) adaptation[i] * ADAPTATION, 20 - parameters.bits());
            }
            resting[i] = rest[i] > 0;
            fired[i] = !resting[i] && potential[i] >= threshold[i];
            rest[i] = fired[i] ? parameters.refractory() : Math.max(0, rest[i] - 1);
            adaptation[i] += (fired[i] ? ONE : 0) - (adaptation[i] >> ADAPTATION_DECAY);
        }
        return fired.clone();
    }

    @Override
    public void learn(final boolean[] spikes, final int[] errors, final int rate) {
        for (int j = 0; j < trace.length; j++) {
            trace[j] = Integers.signed16(trace[j] - (trace[j] >> parameters.leak()) + (spikes[j] ? ONE : 0));
        }
        for (int i = 0; i < potential.length; i++) {
            final int signal = signal(i, errors);
            final int slope = slope(i);
            for (int j = 0; j < trace.length; j++) {
                synapse(j, i, slope, signal);
            }
        }
    }

    private int slope(final int neuron) {
        final int height = one - Math.abs(potential[neuron] - threshold[neuron]);
        return resting[neuron] ? 0 : (int) Integers.floored((long) Math.max(0, height) * GAMMA, parameters.bits());
    }

    private int signal(final int neuron, final int[] errors) {
        if (feedback == null) {
            return errors[neuron];
        }
        int signal = 0;
        for (int k = 0; k < errors.length; k++) {
            signal = Integers.signed32(signal + Integers.rounded((long) feedback[k][neuron] * errors[k], 12));
        }
        return signal;
    }

    private void synapse(final int input, final int neuron, final int slope, final int signal) {
        int e = trace[input];
        if (parameters.adaptive()) {
            final int h = slow[input][neuron];
            e -= (int) Integers.floored((long) h * ADAPTATION, 8);
            e = (int) Integers.rounded((long) slope * e, 12);
            final int kept = Integers.signed16(h - Integers.rounded(h, ADAPTATION_DECAY));
            slow[input][neuron] = Integers.signed16(kept + e);
        } else {
            e = (int) Integers.rounded((long) slope * e, 12);
        }
        final int f = filtered[input][neuron];
        filtered[input][neuron] = Integers.signed16(f + Integers.rounded(e - f, parameters.filter()));
        change[input][neuron] = Integers.signed16(
                change[input][neuron] + Integers.rounded((long) signal * filtered[input][neuron], 20));
    }

    @Override
    public void finish(final int rate) {
        for (int j = 0; j < weights.length; j++) {
            for (int i = 0; i < potential.length; i++) {
                final long step = Integers.rounded((long) change[j][i] * rate, 32 - parameters.bits());
                weights[j][i] = Integers.signed16(weights[j][i] + step);
            }
        }
    }

    @Override
    public int[][] weights() {
        return weights;
    }
}
