package org.ranvier.programs.population;

import java.util.List;
import org.ranvier.core.isa.Program;

/**
 * Neurons of a population that share a core.
 *
 * @param population its index
 * @param first the first neuron
 * @param neurons how many
 * @param synapses of every projection that ends at the population, those of these neurons
 * @param program what the core runs
 */
record Tile(int population, int first, int neurons, List<TileSynapses> synapses, Program program) {
    /** The most neurons of a tile: targets of synapses have eight bits. */
    static final int MOST_NEURONS = 256;
}
