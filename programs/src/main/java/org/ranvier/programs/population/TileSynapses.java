package org.ranvier.programs.population;

import org.ranvier.core.memory.RowPointers;

/**
 * The synapses of a projection that end in one tile.
 *
 * @param rows by element of the source
 * @param targets neuron of the tile, by synapse
 * @param weights by synapse
 */
record TileSynapses(RowPointers rows, int[] targets, int[] weights) {
    /** Takes those that end at neurons {@code first..first+neurons-1}. */
    static TileSynapses of(final Projection projection, final int first, final int neurons) {
        final RowPointers all = projection.rows();
        final int[] lengths = new int[all.rows()];
        int count = 0;
        for (int source = 0; source < lengths.length; source++) {
            for (int i = all.start(source); i < all.start(source) + all.length(source); i++) {
                if (ends(projection, i, first, neurons)) {
                    lengths[source]++;
                    count++;
                }
            }
        }
        final int[] targets = new int[count];
        final int[] weights = new int[count];
        int next = 0;
        for (int i = 0; i < projection.synapses(); i++) {
            if (ends(projection, i, first, neurons)) {
                targets[next] = projection.targets()[i] - first;
                weights[next++] = projection.weights()[i];
            }
        }
        return new TileSynapses(RowPointers.ofLengths(lengths), targets, weights);
    }

    private static boolean ends(final Projection projection, final int synapse, final int first, final int neurons) {
        final int target = projection.targets()[synapse];
        return target >= first && target < first + neurons;
    }
}
