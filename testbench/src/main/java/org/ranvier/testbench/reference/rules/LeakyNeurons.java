package org.ranvier.testbench.reference.rules;

/** The neurons of the STDP rules: leaky integrate-and-fire with a refractory period in which input is lost. */
public final class LeakyNeurons {
    /**
     * Parameters of all neurons.
     *
     * @param threshold the potential from which a neuron fires
     * @param leak the potential loses its 2^-leak in a tick
     * @param refractory ticks
     */
    public record Parameters(int threshold, int leak, int refractory) {}

    private final Parameters parameters;
    private final int[] potential;
    private final int[] rest;

    LeakyNeurons(final Parameters parameters, final int neurons) {
        this.parameters = parameters;
        potential = new int[neurons];
        rest = new int[neurons];
    }

    boolean[] tick(final boolean[] spikes, final int[][] weights) {
        final boolean[] fired = new boolean[potential.length];
        for (int i = 0; i < fired.length; i++) {
            potential[i] -= (int) Integers.floored(potential[i], parameters.leak());
            if (rest[i] > 0) {
                rest[i]--;
            } else {
                potential[i] += sum(spikes, weights, i);
            }
            if (potential[i] >= parameters.threshold()) {
                potential[i] = 0;
                rest[i] = parameters.refractory();
                fired[i] = true;
            }
        }
        return fired;
    }

    private static int sum(final boolean[] spikes, final int[][] weights, final int neuron) {
        int sum = 0;
        for (int j = 0; j < spikes.length; j++) {
            sum += spikes[j] ? weights[j][neuron] : 0;
        }
        return sum;
    }

    /** @return the potentials */
    int[] potentials() {
        return potential;
    }
}
