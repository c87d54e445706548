package org.ranvier.programs.networks;

import org.ranvier.core.memory.RowPointers;

/** The incoming synapses of the neurons of one core: a row per neuron, for rules that visit synapses from their targets. */
final class Incoming {
    private final RowPointers rows;
    private final int[] sources;
    private final int[] places;

    private Incoming(final RowPointers rows) {
        this.rows = rows;
        sources = new int[rows.elements()];
        places = new int[rows.elements()];
    }

    /** Turns the lists of every core round; synapses of a row are in the order of source and k. */
    static Incoming[] of(final NetworkSpec network, final CoreSynapses synapses) {
        final int[][] lengths = new int[network.cores()][];
        for (int core = 0; core < lengths.length; core++) {
            lengths[core] = new int[network.neuronsOf(core)];
        }
        synapses.forEach((i, k, core, place) -> lengths[core][local(network, i, k)]++);
        final Incoming[] cores = new Incoming[lengths.length];
        final int[][] next = new int[lengths.length][];
        for (int core = 0; core < cores.length; core++) {
            cores[core] = new Incoming(RowPointers.ofLengths(lengths[core]));
            next[core] = new int[lengths[core].length];
        }
        synapses.forEach((i, k, core, place) -> {
            final int neuron = local(network, i, k);
            final int at = cores[core].rows.start(neuron) + next[core][neuron]++;
            cores[core].sources[at] = i;
            cores[core].places[at] = place;
        });
        return cores;
    }

    /** The place of a synapse's target in its core. */
    static int local(final NetworkSpec network, final int i, final int k) {
        return network.target(i, k) % network.perCore();
    }

    RowPointers rows() {
        return rows;
    }

    int source(final int place) {
        return sources[place];
    }

    int synapse(final int place) {
        return places[place];
    }
}
