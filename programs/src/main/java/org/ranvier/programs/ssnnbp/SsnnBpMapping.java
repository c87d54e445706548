package org.ranvier.programs.ssnnbp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.NodeOrder;

/**
 * Places a network on a chip: the input on one core, every crossbar on as many as its columns need.
 *
 * <p>Cores are taken along a snake through the mesh, beginning beside the host, so that layers which talk to each other are
 * neighbours. Columns are split evenly; rows are never split, because the neurons need whole sums.
 */
public final class SsnnBpMapping {
    private final List<Placement> placements = new ArrayList<>();
    private final PacketKinds kinds = new PacketKinds();
    private final SsnnBpNetwork network;
    private final ChipSpec chip;

    /**
     * Maps a network.
     *
     * @param network the network
     * @param chip the chip
     * @throws MappingException when it does not fit, with what overflows and what would fit
     */
    public SsnnBpMapping(final SsnnBpNetwork network, final ChipSpec chip) {
        this.network = network;
        this.chip = chip;
        final int[] nodes = NodeOrder.snake(chip.mesh());
        final int needed = coresNeeded();
        if (needed > nodes.length) {
            throw new MappingException("the network needs " + needed + " cores with tiles of "
                    + chip.tile().columns() + " columns, the " + chip.mesh() + " chip has " + nodes.length
                    + ": use a larger mesh or tile, or fewer neurons");
        }
        place(0, 0, 1, nodes);
        for (int layer = 1; layer <= network.layers(); layer++) {
            final int tiles = tiles(layer);
            for (int tile = 0; tile < tiles; tile++) {
                place(layer, tile, tiles, nodes);
            }
        }
    }

    private int coresNeeded() {
        int cores = 1;
        for (int layer = 1; layer <= network.layers(); layer++) {
            cores += tiles(layer);
        }
        return cores;
    }

    private int tiles(final int layer) {
        final int rows = network.sizes()[layer - 1] + 1;
        if (rows > chip.tile().rows()) {
            throw new MappingException("crossbar " + layer + " needs " + rows + " rows (" + (rows - 1)
                    + " inputs and a bias), " + (rows - chip.tile().rows()) + " more than the tile's "
                    + chip.tile().rows() + ": at most " + (chip.tile().rows() - 1) + " neurons fit in layer "
                    + (layer - 1));
        }
        return (network.sizes()[layer] + chip.tile().columns() - 1)
                / chip.tile().columns();
    }

    private void place(final int layer, final int tile, final int tiles, final int[] nodes) {
        final int size = network.sizes()[layer];
        final int first = (int) ((long) size * tile / tiles);
        final int neurons = (int) ((long) size * (tile + 1) / tiles) - first;
        final Program program = layer == 0 ? inputProgram() : layerProgram(layer, tile, tiles, first, neurons);
        final int node = nodes[placements.size()];
        program.memoryMap()
                .check(
                        "core[" + node + "] (" + roleName(layer, tile, tiles) + ")",
                        chip.core().memoryBytes());
        placements.add(new Placement(layer, tile, first, neurons, node, program));
    }

    private Program inputProgram() {
        return Assembler.assembleResource(
                SsnnBpMapping.class, "input.asm", Map.of("NIN", (long) network.sizes()[0]), kinds);
    }

    private Program layerProgram(final int layer, final int tile, final int tiles, final int first, final int neurons) {
        final Map<String, Long> parameters = new HashMap<>();
        parameters.put("NIN", (long) network.sizes()[layer - 1]);
        parameters.put("NOUT", (long) neurons);
        parameters.put("OFF", (long) first);
        parameters.put("NALL", (long) network.sizes()[layer]);
        parameters.put("N", (long) network.ticks());
        parameters.put("L", (long) network.layers());
        parameters.put("LAY", (long) layer);
        parameters.put("ALIGN", network.align() ? 1L : 0L);
        parameters.put("THS", (long) network.thetaShifts()[layer - 1]);
        parameters.put("KS", layer > 1 ? (long) network.kappaShifts()[layer - 2] : 0L);
        parameters.put("BSH", (long) network.betaShift());
        parameters.put("SPLIT", (long) tiles);
        parameters.put("TILE", (long) tile);
        return Assembler.assembleResource(SsnnBpMapping.class, "layer.asm", parameters, kinds);
    }

    /** @return the cores in the order input, layer 1, ..., layer L, tiles ascending */
    public List<Placement> placements() {
        return List.copyOf(placements);
    }

    /**
     * @param layer a layer, 0..L
     * @return its tiles, ascending
     */
    public List<Placement> layer(final int layer) {
        return placements.stream()
                .filter(placement -> placement.layer() == layer)
                .toList();
    }

    /** @return the packet kinds of the programs */
    public PacketKinds kinds() {
        return kinds;
    }

    /** @return the network that was mapped */
    public SsnnBpNetwork network() {
        return network;
    }

    /** @return the chip that it was mapped to */
    public ChipSpec chip() {
        return chip;
    }

    /** @return what a core is called in messages and in the map */
    public static String roleName(final int layer, final int tile, final int tiles) {
        return layer == 0 ? "input" : "layer " + layer + (tiles > 1 ? ", tile " + tile + " of " + tiles : "");
    }
}
