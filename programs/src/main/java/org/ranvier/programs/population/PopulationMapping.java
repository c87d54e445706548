package org.ranvier.programs.population;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;

/** Cuts populations into tiles, each with as many neurons as a core's memory holds, and writes their programs. */
public final class PopulationMapping {
    private final PopulationNetwork network;
    private final int memoryBytes;
    private final PacketKinds kinds = new PacketKinds();
    private final List<Tile> tiles = new ArrayList<>();

    /**
     * Maps a network.
     *
     * @param network the network
     * @param memoryBytes local memory of a core
     * @throws MappingException when a single neuron overflows a core, or a population has more delayed projections than registers
     */
    public PopulationMapping(final PopulationNetwork network, final int memoryBytes) {
        this.network = network;
        this.memoryBytes = memoryBytes;
        for (int population = 0; population < network.populations().size(); population++) {
            if (!PopulationSource.fits(network, population)) {
                throw new MappingException(network.populations().get(population).name()
                        + ": more incoming projections of two or more ticks than a core has registers for");
            }
            tiles.addAll(cut(population));
        }
    }

    /** Tries fewer and fewer neurons a core; the next try is what the overflow suggests. */
    private List<Tile> cut(final int population) {
        final int neurons = network.populations().get(population).neurons();
        final String source = new PopulationSource(network, population).text();
        int count = (neurons + Tile.MOST_NEURONS - 1) / Tile.MOST_NEURONS;
        while (true) {
            final List<Tile> parts = new ArrayList<>();
            int largest = 0;
            for (int part = 0; part < count && largest <= memoryBytes; part++) {
                final int first = (int) ((long) neurons * part / count);
                final int end = (int) ((long) neurons * (part + 1) / count);
                final Tile tile = tile(population, source, first, end - first);
                parts.add(tile);
                largest = Math.max(largest, tile.program().memoryMap().used());
            }
            if (largest <= memoryBytes) {
                return parts;
            }
            if (count == neurons) {
                throw new MappingException(network.populations().get(population).name() + ": one neuron takes "
                        + largest + " bytes, a core has " + memoryBytes);
            }
            count = Math.min(neurons, Math.max(count + 1, (int) ((long) count * largest / memoryBytes)));
        }
    }

    private Tile tile(final int population, final String source, final int first, final int neurons) {
        final List<TileSynapses> synapses = new ArrayList<>();
        final int[] incoming = network.incoming(population);
        for (int k = 0; k < incoming.length; k++) {
            final Projection projection = network.projections().get(incoming[k]);
            synapses.add(TileSynapses.of(projection, first, neurons));
        }
        Program program = Assembler.assemble(
                network.populations().get(population).name(), source, Map.of("N", (long) neurons), kinds);
        for (int k = 0; k < incoming.length; k++) {
            program = program.withRows("tgt" + k, synapses.get(k).rows());
        }
        return new Tile(population, first, neurons, synapses, program);
    }

    /** @return the network */
    public PopulationNetwork network() {
        return network;
    }

    /** @return cores that it takes */
    public int cores() {
        return tiles.size();
    }

    /**
     * Says how full a core is.
     *
     * @param core its index
     * @return its neurons
     */
    public int neurons(final int core) {
        return tiles.get(core).neurons();
    }

    /** @return the tiles, population after population */
    List<Tile> tiles() {
        return Collections.unmodifiableList(tiles);
    }

    /** @return the packet kinds of its programs */
    PacketKinds kinds() {
        return kinds;
    }
}
