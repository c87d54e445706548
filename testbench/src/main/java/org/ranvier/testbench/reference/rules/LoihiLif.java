package org.ranvier.testbench.reference.rules;

/** Loihi's current-based leaky integrate-and-fire neurons, as lava's bit-accurate model computes them, and a refractory period. */
public final class LoihiLif {
    private static final int UNITY = 4096;
    private static final int HALF_RANGE = 1 << 23;

    /**
     * Parameters of all neurons.
     *
     * @param currentDecay 0..4095
     * @param voltageDecay 0..4095
     * @param threshold mantissa, 0..131071
     * @param biasExponent 0..7
     * @param refractory ticks, 0..255
     */
    public record Parameters(int currentDecay, int voltageDecay, int threshold, int biasExponent, int refractory) {}

    private final Parameters parameters;
    private final int[][] weights;
    private final int[] biases;
    private int[] current;
    private int[] voltage;
    private int[] rest;

    /**
     * @param parameters of all neurons
     * @param weights inputs x neurons, 16 bit
     * @param biases mantissas, 13 bit
     */
    public LoihiLif(final Parameters parameters, final int[][] weights, final int[] biases) {
        this.parameters = parameters;
        this.weights = weights;
        this.biases = biases;
        startSample();
    }

    /** Forgets currents, voltages and refractory periods. */
    public void startSample() {
        current = new int[biases.length];
        voltage = new int[biases.length];
        rest = new int[biases.length];
    }

    /**
     * Runs a tick.
     *
     * @param spikes the inputs that spike
     * @return the neurons that fire
     */
    public boolean[] tick(final boolean[] spikes) {
        final boolean[] fired = new boolean[biases.length];
        for (int i = 0; i < fired.length; i++) {
            int sum = 0;
            for (int j = 0; j < spikes.length; j++) {
                sum += spikes[j] ? weights[j][i] : 0;
            }
            current[i] = wrapped(towardsZero(current[i], UNITY - 1 - parameters.currentDecay()) + 64 * sum);
            final int bias = biases[i] << parameters.biasExponent();
            final long next = (long) towardsZero(voltage[i], UNITY - parameters.voltageDecay()) + current[i] + bias;
            voltage[i] = (int) Integers.limit(next, 1 - HALF_RANGE, HALF_RANGE - 1);
            if (rest[i] > 0) {
                voltage[i] = 0;
                rest[i]--;
            }
            fired[i] = voltage[i] > 64 * parameters.threshold();
            if (fired[i]) {
                voltage[i] = 0;
                rest[i] = parameters.refractory();
            }
        }
        return fired;
    }

    /** Java's division rounds towards zero. */
    private static int towardsZero(final int value, final int factor) {
        return (int) ((long) value * factor / UNITY);
    }

    private static int wrapped(final int value) {
        if (value > HALF_RANGE) {
            return value - 2 * HALF_RANGE;
        }
        return value <= -HALF_RANGE ? value + 2 * HALF_RANGE : value;
    }

    /** @return the currents u */
    public int[] currents() {
        return current;
    }

    /** @return the voltages v */
    public int[] voltages() {
        return voltage;
    }
}
