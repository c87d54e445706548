package org.ranvier.testbench.energy;

import java.util.function.IntUnaryOperator;

/**
 * Counts what the benchmark networks do, from their closed form and without a chip: bias 1 + i mod 8, weight (i + k) mod 3 - 1,
 * target (7 i + stride k + 1) mod n, threshold 64; messages go by dimension order on a mesh of 8 x 4 tiles.
 */
final class BenchmarkCensus {
    private static final int TILE_ROWS = 4;
    private static final int THRESHOLD = 64;

    private final int neurons;
    private final int fanOut;
    private final int stride;
    private final int neuronsPerCore;
    private final int cores;
    private final IntUnaryOperator tileOfCore;
    private long spikes;
    private long messages;
    private long columns;
    private long rows;

    BenchmarkCensus(
            final int neurons, final int fanOut, final int stride, final int cores, final IntUnaryOperator tileOfCore) {
        this.neurons = neurons;
        this.fanOut = fanOut;
        this.stride = stride;
        this.cores = cores;
        this.neuronsPerCore = (neurons + cores - 1) / cores;
        this.tileOfCore = tileOfCore;
    }

    Census run(final int steps, final AnalyticTime time) {
        final int[] v = new int[neurons];
        int[] input = new int[neurons];
        for (int t = 1; t <= steps; t++) {
            final int[] next = new int[neurons];
            for (int i = 0; i < neurons; i++) {
                time.work(i / neuronsPerCore, Operation.NEURON_UPDATE_ACTIVE, 1);
                v[i] += 1 + i % 8 + input[i];
                if (v[i] > THRESHOLD) {
                    v[i] = 0;
                    fire(i, next, time);
                }
            }
            time.endStep();
            input = next;
        }
        return new Census()
                .add(Operation.SYNAPSE_EVENT, spikes * fanOut)
                .add(Operation.NEURON_UPDATE_ACTIVE, (long) neurons * steps)
                .add(Operation.NEURON_SPIKE, spikes)
                .add(Operation.MESSAGE_SEND, messages)
                .add(Operation.MESSAGE_RECEIVE, messages)
                .add(Operation.HOP_EAST_WEST, columns)
                .add(Operation.HOP_NORTH_SOUTH, rows);
    }

    private void fire(final int i, final int[] next, final AnalyticTime time) {
        spikes++;
        final int sender = i / neuronsPerCore;
        time.work(sender, Operation.NEURON_SPIKE, 1);
        final int[] served = new int[cores];
        for (int k = 0; k < fanOut; k++) {
            final int target = (7 * i + stride * k + 1) % neurons;
            next[target] += (i + k) % 3 - 1;
            served[target / neuronsPerCore]++;
        }
        final int from = tileOfCore.applyAsInt(sender);
        for (int core = 0; core < cores; core++) {
            if (served[core] > 0) {
                time.work(sender, Operation.MESSAGE_SEND, 1);
                time.receive(core, Operation.MESSAGE_RECEIVE, 1);
                time.receive(core, Operation.SYNAPSE_EVENT, served[core]);
                final int to = tileOfCore.applyAsInt(core);
                messages++;
                columns += Math.abs(from / TILE_ROWS - to / TILE_ROWS);
                rows += Math.abs(from % TILE_ROWS - to % TILE_ROWS);
            }
        }
    }
}
