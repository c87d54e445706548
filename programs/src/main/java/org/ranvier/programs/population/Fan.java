package org.ranvier.programs.population;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.memory.RowPointers;

/**
 * Where packets of one kind go, element by element of a source: to every tile with a synapse of the element.
 *
 * @param rows receivers of each element
 * @param tiles the receivers: indices of tiles
 */
record Fan(RowPointers rows, int[] tiles) {
    /**
     * Looks for the receivers.
     *
     * @param mapping the tiles
     * @param source index of the population that sends, or {@link Projection#INPUT}
     * @param k the number of the projection at its target
     * @param first the first element
     * @param elements how many
     */
    static Fan of(final PopulationMapping mapping, final int source, final int k, final int first, final int elements) {
        final List<Integer> receivers = new ArrayList<>();
        final int[] lengths = new int[elements];
        for (int element = 0; element < elements; element++) {
            for (int tile = 0; tile < mapping.tiles().size(); tile++) {
                if (receives(mapping, mapping.tiles().get(tile), source, k, first + element)) {
                    receivers.add(tile);
                    lengths[element]++;
                }
            }
        }
        return new Fan(
                RowPointers.ofLengths(lengths),
                receivers.stream().mapToInt(Integer::intValue).toArray());
    }

    private static boolean receives(
            final PopulationMapping mapping, final Tile tile, final int source, final int k, final int element) {
        final int[] incoming = mapping.network().incoming(tile.population());
        return k < incoming.length
                && mapping.network().projections().get(incoming[k]).source() == source
                && tile.synapses().get(k).rows().length(element) > 0;
    }
}
