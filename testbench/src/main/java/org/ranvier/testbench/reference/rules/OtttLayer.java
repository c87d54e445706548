package org.ranvier.testbench.reference.rules;

/** OTTT in integers (Xiao et al. 2022): per tick an outer product of errors and traces of inputs. */
public final class OtttLayer implements HiddenRule {
    private static final int FRACTION_BITS = 20;
    private static final int ONE = 1 << FRACTION_BITS;
    private static final int ENTRIES = 256;
    private static final int STEP_BITS = 7;

    private final int bits;
    private final int leak;
    private final int[][] weights;
    private final int[] slopes = new int[ENTRIES];
    private int[] potential;
    private int[] trace;
    private boolean[] fired;

    /**
     * @param bits fraction bits of weights and potentials
     * @param leak potentials and traces lose their 2^-leak in a tick
     * @param weights 16 bit; changed by learning
     */
    public OtttLayer(final int bits, final int leak, final int[][] weights) {
        this.bits = bits;
        this.leak = leak;
        this.weights = weights;
        for (int i = 0; i < ENTRIES; i++) {
            final double logistic = 1 / (1 + StrictMath.exp(-4.0 * i / (1 << STEP_BITS)));
            slopes[i] = (int) Math.rint(4 * logistic * (1 - logistic) * ONE);
        }
        startSample();
    }

    @Override
    public void startSample() {
        potential = new int[weights[0].length];
        trace = new int[weights.length];
        fired = new boolean[potential.length];
    }

    @Override
    public boolean[] forward(final boolean[] spikes) {
        for (int i = 0; i < potential.length; i++) {
            final int rest = potential[i] - (fired[i] ? 1 << bits : 0);
            potential[i] = rest - (int) Integers.floored(rest, leak);
            for (int j = 0; j < spikes.length; j++) {
                potential[i] += spikes[j] ? weights[j][i] : 0;
            }
            fired[i] = potential[i] >= 1 << bits;
        }
        return fired.clone();
    }

    @Override
    public void learn(final boolean[] spikes, final int[] errors, final int rate) {
        for (int j = 0; j < trace.length; j++) {
            trace[j] += (spikes[j] ? ONE : 0) - (trace[j] >> leak);
        }
        for (int i = 0; i < potential.length; i++) {
            final int distance = Math.abs(potential[i] - (1 << bits));
            final int slope = slopes[Math.min(ENTRIES - 1, distance >> bits - STEP_BITS)];
            final int gradient = Integers.signed32(Integers.rounded((long) errors[i] * slope, FRACTION_BITS));
            for (int j = 0; j < trace.length; j++) {
                final long change = Integers.product(rate >> FRACTION_BITS - bits, gradient, trace[j]);
                weights[j][i] = Integers.signed16(weights[j][i] + change);
            }
        }
    }

    @Override
    public void finish(final int rate) {
        // Every tick has learnt for itself.
    }

    @Override
    public int[][] weights() {
        return weights;
    }
}
