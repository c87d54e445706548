package org.ranvier.programs.layered;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.NodeOrder;

/**
 * Places a layered network on a chip: the input on one core, or none when its spikes come from outside; every layer on as many as its
 * {@link LayerSplit} says.
 *
 * <p>Cores are taken along a snake through the mesh, beginning beside the host, so that layers which talk to each other are
 * neighbours. Neurons are split evenly; rows are never split, because the neurons need whole sums.
 */
public final class LayerMapping {
    private final List<Placement> placed = new ArrayList<>();

    /** Made once: whoever walks over the cores in every sample must not copy them. */
    private final List<Placement> placements = Collections.unmodifiableList(placed);

    private final int[] sizes;
    private final ChipSpec chip;
    private final LayerSplit split;

    /**
     * Maps a network.
     *
     * @param sizes neurons of layers 0..L, the input first
     * @param chip the chip
     * @param programs what the cores run
     * @param split how many cores a layer takes
     * @throws MappingException when it does not fit, with what overflows and what would fit
     */
    public LayerMapping(final int[] sizes, final ChipSpec chip, final LayerPrograms programs, final LayerSplit split) {
        this.split = split;
        this.sizes = sizes.clone();
        this.chip = chip;
        final int[] nodes = NodeOrder.snake(chip.mesh());
        final Program input = programs.input();
        final int needed = coresNeeded() + (input == null ? 0 : 1);
        if (needed > nodes.length) {
            throw new MappingException("the network needs " + needed + " cores " + split.limit() + ", the "
                    + chip.mesh() + " chip has " + nodes.length + ": " + split.remedy());
        }
        if (input != null) {
            place(new LayerTile(0, 0, 1, 0, sizes[0]), nodes, input);
        }
        for (int layer = 1; layer <= layers(); layer++) {
            final int tiles = split.tiles(layer);
            for (int tile = 0; tile < tiles; tile++) {
                final int first = (int) ((long) sizes[layer] * tile / tiles);
                final int end = (int) ((long) sizes[layer] * (tile + 1) / tiles);
                final LayerTile part = new LayerTile(layer, tile, tiles, first, end - first);
                place(part, nodes, programs.layer(part));
            }
        }
    }

    private int coresNeeded() {
        int cores = 0;
        for (int layer = 1; layer <= layers(); layer++) {
            cores += split.tiles(layer);
        }
        return cores;
    }

    private void place(final LayerTile tile, final int[] nodes, final Program program) {
        final int node = nodes[placements.size()];
        program.memoryMap()
                .check(
                        "core[" + node + "] (" + roleName(tile.layer(), tile.tile(), tile.tiles()) + ")",
                        chip.core().memoryBytes());
        placed.add(new Placement(tile.layer(), tile.tile(), tile.first(), tile.neurons(), node, program));
    }

    /** @return L, the number of crossbars */
    public int layers() {
        return sizes.length - 1;
    }

    /**
     * @param layer a layer, 0..L
     * @return its neurons
     */
    public int size(final int layer) {
        return sizes[layer];
    }

    /** @return the cores in the order input if it has one, layer 1, ..., layer L, tiles ascending */
    public List<Placement> placements() {
        return placements;
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

    /**
     * @param placement a core
     * @return bytes of its local memory that are used
     */
    public int bytes(final Placement placement) {
        return split.bytes(placement.program());
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
