package org.ranvier.testbench.reference;

import java.util.Arrays;

/**
 * The benchmark networks in plain Java, neuron by neuron, written from their definition and from nothing of the chip.
 *
 * <p>{@code v = 0, I = 0; for t = 1..T: v += b + I; those with v > 64 fire and start again from 0; I of the next step is the sum of
 * the weights of their synapses}. With plasticity, each step goes on: traces x decay by x >> 3; a synapse whose source fired loses
 * x of its target >> 3, then one whose target fired gains x of its source >> 3, within 0..255; x of those that fired gains 64, up
 * to 127.
 */
public final class ClosedFormNetwork {
    private static final int THRESHOLD = 64;
    private static final int FIRST_WEIGHT = 128;
    private static final int LARGEST_WEIGHT = 255;
    private static final int TRACE_SHIFT = 3;
    private static final int TRACE_STEP = 64;
    private static final int LARGEST_TRACE = 127;
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long TIME_FACTOR = 1_000_003;

    private final int neurons;
    private final int fanOut;
    private final int stride;
    private final int[] v;
    private int[] input;
    private final boolean[] fired;
    private final int[] trace;
    private final int[][] plastic;
    private long step;
    private long spikes;
    private long spikeHash = OFFSET_BASIS;
    private long visits;
    private long nonzeroUpdates;

    /**
     * @param neurons neurons
     * @param fanOut synapses per neuron
     * @param stride distance of the targets of consecutive synapses
     * @param learns whether it has plastic weights
     */
    public ClosedFormNetwork(final int neurons, final int fanOut, final int stride, final boolean learns) {
        this.neurons = neurons;
        this.fanOut = fanOut;
        this.stride = stride;
        v = new int[neurons];
        input = new int[neurons];
        fired = new boolean[neurons];
        trace = new int[neurons];
        plastic = learns ? new int[neurons][fanOut] : null;
        for (int i = 0; learns && i < neurons; i++) {
            Arrays.fill(plastic[i], FIRST_WEIGHT);
        }
    }

    /**
     * Runs on.
     *
     * @param steps steps
     * @return this
     */
    public ClosedFormNetwork run(final int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
        return this;
    }

    private void step() {
        step++;
        final int[] next = new int[neurons];
        for (int i = 0; i < neurons; i++) {
            v[i] += 1 + i % 8 + input[i];
            fired[i] = v[i] > THRESHOLD;
            if (fired[i]) {
                v[i] = 0;
                spikes++;
                spikeHash = (spikeHash ^ step * TIME_FACTOR + i) * PRIME;
                for (int k = 0; k < fanOut; k++) {
                    next[target(i, k)] += (i + k) % 3 - 1;
                }
            }
        }
        input = next;
        if (plastic != null) {
            learn();
        }
    }

    private int target(final int i, final int k) {
        return (int) ((7L * i + (long) stride * k + 1) % neurons);
    }

    private void learn() {
        for (int i = 0; i < neurons; i++) {
            trace[i] -= trace[i] >> TRACE_SHIFT;
        }
        for (int i = 0; i < neurons; i++) {
            for (int k = 0; fired[i] && k < fanOut; k++) {
                update(i, k, -(trace[target(i, k)] >> TRACE_SHIFT));
            }
        }
        for (int i = 0; i < neurons; i++) {
            for (int k = 0; k < fanOut; k++) {
                if (fired[target(i, k)]) {
                    update(i, k, trace[i] >> TRACE_SHIFT);
                }
            }
        }
        for (int i = 0; i < neurons; i++) {
            trace[i] = fired[i] ? Math.min(LARGEST_TRACE, trace[i] + TRACE_STEP) : trace[i];
        }
    }

    private void update(final int i, final int k, final int change) {
        visits++;
        nonzeroUpdates += change == 0 ? 0 : 1;
        plastic[i][k] = Math.max(0, Math.min(LARGEST_WEIGHT, plastic[i][k] + change));
    }

    /** @return spikes so far */
    public long spikes() {
        return spikes;
    }

    /** @return FNV-1a over {@code 1000003 t + i} of all spikes, by step and neuron, a 64-bit word at a time */
    public long spikeHash() {
        return spikeHash;
    }

    /** @return synapses served so far */
    public long synapticEvents() {
        return spikes * fanOut;
    }

    /** @return the sum of all potentials */
    public long sumOfPotentials() {
        return Arrays.stream(v).asLongStream().sum();
    }

    /** @return visits of a plastic synapse */
    public long visits() {
        return visits;
    }

    /** @return visits with a change other than 0, before the weight is clipped */
    public long nonzeroUpdates() {
        return nonzeroUpdates;
    }

    /** @return the sum of the plastic weights */
    public long sumOfWeights() {
        return Arrays.stream(plastic)
                .flatMapToInt(Arrays::stream)
                .asLongStream()
                .sum();
    }

    /** @return FNV-1a over the plastic weights, by source and synapse, a 64-bit word at a time */
    public long weightHash() {
        long hash = OFFSET_BASIS;
        for (final int[] row : plastic) {
            for (final int weight : row) {
                hash = (hash ^ weight) * PRIME;
            }
        }
        return hash;
    }

    /** @return the sum of the traces */
    public long sumOfTraces() {
        return Arrays.stream(trace).asLongStream().sum();
    }
}
