package org.ranvier.testbench.app;

/** Leaky integrate-and-fire neurons with pair-based STDP in plain Java, in the integers of {@code examples/stdp/stdp.asm}. */
final class StdpModel {
    private static final int THRESHOLD = 400;
    private static final int JUMP = 64;
    private static final int TOP = 255;

    private final int[][] weights;
    private final int inputs;
    private final int neurons;
    private int[] arrived;
    private int[] potential;
    private int[] refractory;
    private int[] before;
    private int[] after;

    StdpModel(final int[][] weights) {
        this.weights = weights;
        this.inputs = weights.length;
        this.neurons = weights[0].length;
        startSample();
    }

    void startSample() {
        arrived = new int[neurons];
        potential = new int[neurons];
        refractory = new int[neurons];
        before = new int[inputs];
        after = new int[neurons];
    }

    /** Runs one tick with the given input spikes and tells who fired. */
    boolean[] tick(final boolean[] spikes) {
        final boolean[] fired = integrate();
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; spikes[i] && j < neurons; j++) {
                arrived[j] += weights[i][j];
                weights[i][j] = Math.max(0, weights[i][j] - (after[j] >> 5));
            }
        }
        for (int j = 0; j < neurons; j++) {
            for (int i = 0; fired[j] && i < inputs; i++) {
                weights[i][j] = Math.min(TOP, weights[i][j] + (before[i] >> 4));
            }
            after[j] = decayed(after[j] + (fired[j] ? JUMP : 0));
        }
        for (int i = 0; i < inputs; i++) {
            before[i] = decayed(before[i] + (spikes[i] ? JUMP : 0));
        }
        return fired;
    }

    private boolean[] integrate() {
        final boolean[] fired = new boolean[neurons];
        for (int j = 0; j < neurons; j++) {
            potential[j] -= potential[j] >> 4;
            if (refractory[j] == 0) {
                potential[j] += arrived[j];
            } else {
                refractory[j]--;
            }
            arrived[j] = 0;
            fired[j] = potential[j] >= THRESHOLD;
            if (fired[j]) {
                potential[j] = 0;
                refractory[j] = 2;
            }
        }
        return fired;
    }

    private static int decayed(final int trace) {
        final int held = Math.min(TOP, trace);
        return held - (held >> 3);
    }

    int potential(final int neuron) {
        return potential[neuron];
    }

    int[][] weights() {
        return weights;
    }
}
