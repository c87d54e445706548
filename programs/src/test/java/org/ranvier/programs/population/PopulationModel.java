package org.ranvier.programs.population;

import java.util.ArrayList;
import java.util.List;

/** What a network of populations computes, without a chip: tick after tick, in plain loops over 64-bit integers. */
final class PopulationModel {
    private final PopulationNetwork network;
    private final List<long[]> potentials = new ArrayList<>();
    private final List<long[]> currents = new ArrayList<>();
    private final List<long[]> sums = new ArrayList<>();

    /** What a source gave in a tick: spikes counted, or payloads; by tick, then source (the input last). */
    private final List<int[][]> given = new ArrayList<>();

    /** Potentials after a step and spikes in it, by population, step and neuron. */
    final long[][][] states;

    final int[][][] spikes;

    PopulationModel(final PopulationNetwork network, final int[][] input) {
        this.network = network;
        final int steps = input.length;
        states = new long[network.populations().size()][steps][];
        spikes = new int[network.populations().size()][steps][];
        for (final Population population : network.populations()) {
            potentials.add(new long[population.neurons()]);
            currents.add(new long[population.neurons()]);
            sums.add(new long[population.neurons()]);
        }
        for (int tick = 0; tick < network.ticks(steps); tick++) {
            final int[][] now = new int[network.populations().size() + 1][];
            given.add(now);
            final int entering = tick / network.stride();
            if (tick % network.stride() == 0 && entering < steps) {
                now[network.populations().size()] = input[entering];
            }
            for (int p = 0; p < network.populations().size(); p++) {
                tick(p, tick, now, steps);
            }
        }
    }

    private void tick(final int p, final int tick, final int[][] now, final int steps) {
        final Population population = network.populations().get(p);
        for (final Projection projection : network.projections()) {
            if (projection.target() == p && tick >= projection.delay()) {
                arrive(projection, given.get(tick - projection.delay()));
            }
        }
        final int after = tick - population.level();
        if (after >= 0 && after % network.stride() == 0) {
            now[p] = step(p);
            final int step = after / network.stride();
            if (step < steps) {
                states[p][step] = potentials.get(p).clone();
                spikes[p][step] = population.firing().spikes() ? now[p] : new int[population.neurons()];
            }
        }
    }

    private void arrive(final Projection projection, final int[][] sent) {
        final int[] values = sent[projection.source() == Projection.INPUT ? sent.length - 1 : projection.source()];
        if (values == null) {
            return;
        }
        final long[] landed = new long[projection.gain().length];
        for (int source = 0; source < values.length; source++) {
            for (int i = projection.rows().start(source);
                    i < projection.rows().start(source) + projection.rows().length(source);
                    i++) {
                landed[projection.targets()[i]] += (long) projection.weights()[i] * values[source];
            }
        }
        final long[] sum = sums.get(projection.target());
        for (int n = 0; n < sum.length; n++) {
            sum[n] += rounded(landed[n] * projection.gain()[n], projection.gainShift());
        }
    }

    private int[] step(final int p) {
        final Population population = network.populations().get(p);
        final long[] v = potentials.get(p);
        final int[] out = new int[v.length];
        for (int n = 0; n < v.length; n++) {
            final long before = v[n];
            long x = sums.get(p)[n] + population.bias()[n];
            sums.get(p)[n] = 0;
            if (population.dynamics() == Dynamics.CURRENT) {
                final long[] i = currents.get(p);
                i[n] += x - rounded(i[n] * population.currentRate()[n], Population.RATE_BITS);
                x = i[n];
            }
            if (population.dynamics() == Dynamics.NONE) {
                v[n] = x;
            } else {
                if (population.dynamics().leaks()) {
                    v[n] += leak(population, n, v[n]);
                }
                v[n] += x;
            }
            out[n] = fire(population, n, before, v);
        }
        return out;
    }

    /** A population that rests at 0 throughout has a program without a rest, which rounds on the other side. */
    private static long leak(final Population population, final int n, final long v) {
        boolean resting = false;
        for (final int rest : population.rest()) {
            resting |= rest != 0;
        }
        final long rate = population.rate()[n];
        return resting
                ? rounded((population.rest()[n] - v) * rate, Population.RATE_BITS)
                : -rounded(v * rate, Population.RATE_BITS);
    }

    private static int fire(final Population population, final int n, final long before, final long[] v) {
        switch (population.firing()) {
            case NEVER:
                return (int) rounded(v[n], population.payloadShift());
            case TO_VALUE:
                if (v[n] > population.threshold()[n]) {
                    v[n] = population.after()[n];
                    return 1;
                }
                return 0;
            case SUBTRACT:
                final long owed =
                        before > population.threshold()[n] ? population.threshold()[n] : 0;
                if (v[n] - owed > population.threshold()[n]) {
                    v[n] -= population.threshold()[n];
                    return 1;
                }
                return 0;
            default:
                int spikes = 0;
                while (v[n] >= population.threshold()[n]) {
                    v[n] -= population.threshold()[n];
                    spikes++;
                }
                return spikes;
        }
    }

    private static long rounded(final long value, final int shift) {
        return shift == 0 ? value : (value + (1L << shift - 1)) >> shift;
    }
}
