package org.ranvier.programs.networks;

import java.util.Arrays;
import org.ranvier.core.memory.RowPointers;

/** How the synapses of a network lie in its cores: a row per source in every core, the targets of a source in order of k. */
final class CoreSynapses {
    private final NetworkSpec network;
    private final RowPointers[] rows;

    CoreSynapses(final NetworkSpec network) {
        this.network = network;
        final int[][] lengths = new int[network.cores()][network.neurons()];
        for (int i = 0; i < network.neurons(); i++) {
            for (int k = 0; k < network.fanOut(); k++) {
                lengths[network.coreOf(network.target(i, k))][i]++;
            }
        }
        rows = new RowPointers[network.cores()];
        for (int core = 0; core < rows.length; core++) {
            rows[core] = RowPointers.ofLengths(lengths[core]);
        }
    }

    /** @return where the rows of a core begin, one per neuron of the network */
    RowPointers rows(final int core) {
        return rows[core];
    }

    /** @return cores that have a synapse of neuron {@code i}, ascending */
    int[] receivers(final int i) {
        int count = 0;
        final int[] found = new int[rows.length];
        for (int core = 0; core < rows.length; core++) {
            if (rows[core].length(i) > 0) {
                found[count++] = core;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Visits all synapses, k after k for neuron after neuron. */
    void forEach(final Visitor visitor) {
        final int[] next = new int[rows.length];
        for (int i = 0; i < network.neurons(); i++) {
            for (int core = 0; core < rows.length; core++) {
                next[core] = rows[core].start(i);
            }
            for (int k = 0; k < network.fanOut(); k++) {
                final int core = network.coreOf(network.target(i, k));
                visitor.synapse(i, k, core, next[core]++);
            }
        }
    }

    /** What is done with every synapse. */
    interface Visitor {
        /**
         * A synapse.
         *
         * @param i its source
         * @param k its number among those of the source
         * @param core the core that has it
         * @param place its place in the lists of the core
         */
        void synapse(int i, int k, int core, int place);
    }
}
