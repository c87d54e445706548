package org.ranvier.testbench.reference.rules;

/** Triplet STDP of all pairs and triplets (Pfister and Gerstner 2006). */
public final class TripletStdp {
    private static final int ONE = 256;

    /**
     * Decays, as shifts, and amplitudes.
     *
     * @param fastBefore decay of the inputs' fast traces
     * @param slowBefore decay of the inputs' slow traces
     * @param fastAfter decay of the neurons' fast traces
     * @param slowAfter decay of the neurons' slow traces
     * @param pairPlus amplitude of pairs in potentiation
     * @param tripletPlus amplitude of triplets in potentiation
     * @param pairMinus amplitude of pairs in depression
     * @param tripletMinus amplitude of triplets in depression
     * @param shift of all amplitudes
     */
    public record Parameters(
            int fastBefore,
            int slowBefore,
            int fastAfter,
            int slowAfter,
            int pairPlus,
            int tripletPlus,
            int pairMinus,
            int tripletMinus,
            int shift) {}

    private final LeakyNeurons.Parameters neuron;
    private final Parameters parameters;
    private final int[][] weights;
    private LeakyNeurons neurons;
    private int[][] before;
    private int[][] after;

    /**
     * @param neuron the neurons
     * @param parameters the rule
     * @param weights inputs x neurons, 0..255; changed by learning
     */
    public TripletStdp(final LeakyNeurons.Parameters neuron, final Parameters parameters, final int[][] weights) {
        this.neuron = neuron;
        this.parameters = parameters;
        this.weights = weights;
        startSample();
    }

    /** Forgets everything but the weights. */
    public void startSample() {
        neurons = new LeakyNeurons(neuron, weights[0].length);
        before = new int[2][weights.length];
        after = new int[2][weights[0].length];
    }

    /**
     * Runs a tick.
     *
     * @param spikes the inputs that spike
     * @return the neurons that fire
     */
    public boolean[] tick(final boolean[] spikes) {
        final boolean[] fired = neurons.tick(spikes, weights);
        for (int j = 0; j < spikes.length; j++) {
            for (int i = 0; i < fired.length; i++) {
                if (spikes[j]) {
                    final int factor = amplitude(parameters.pairMinus(), parameters.tripletMinus(), before[1][j]);
                    weights[j][i] = Integers.unsigned8(weights[j][i] - scaled(after[0][i], factor));
                }
                if (fired[i]) {
                    final int factor = amplitude(parameters.pairPlus(), parameters.tripletPlus(), after[1][i]);
                    weights[j][i] = Integers.unsigned8(weights[j][i] + scaled(before[0][j], factor));
                }
            }
        }
        update(before[0], spikes, parameters.fastBefore());
        update(before[1], spikes, parameters.slowBefore());
        update(after[0], fired, parameters.fastAfter());
        update(after[1], fired, parameters.slowAfter());
        return fired;
    }

    private static int amplitude(final int pair, final int triplet, final int trace) {
        return pair + (int) Integers.floored((long) triplet * trace, 8);
    }

    private long scaled(final int trace, final int factor) {
        return Integers.floored((long) trace * factor, parameters.shift());
    }

    private static void update(final int[] traces, final boolean[] spikes, final int decay) {
        for (int k = 0; k < traces.length; k++) {
            final int raised = Integers.signed16(traces[k] + (spikes[k] ? ONE : 0));
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
