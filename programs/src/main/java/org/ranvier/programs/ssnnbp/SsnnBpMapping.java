package org.ranvier.programs.ssnnbp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.layered.ColumnSplit;
import org.ranvier.programs.layered.LayerMapping;
import org.ranvier.programs.layered.LayerPrograms;
import org.ranvier.programs.layered.LayerTile;
import org.ranvier.programs.layered.Placement;

/** Places a network for SSNN-BP on a chip, and assembles its programs. */
public final class SsnnBpMapping {
    private final PacketKinds kinds = new PacketKinds();
    private final SsnnBpNetwork network;
    private final LayerMapping layers;

    /**
     * Maps a network.
     *
     * @param network the network
     * @param chip the chip
     * @throws org.ranvier.core.error.MappingException when it does not fit, with what overflows and what would fit
     */
    public SsnnBpMapping(final SsnnBpNetwork network, final ChipSpec chip) {
        this.network = network;
        this.layers =
                new LayerMapping(network.sizes(), chip, new Programs(), new ColumnSplit(network.sizes(), chip.tile()));
    }

    private final class Programs implements LayerPrograms {
        @Override
        public Program input() {
            return Assembler.assembleResource(
                    SsnnBpMapping.class, "input.asm", Map.of("NIN", (long) network.sizes()[0]), kinds);
        }

        @Override
        public Program layer(final LayerTile tile) {
            final int layer = tile.layer();
            final Map<String, Long> parameters = new HashMap<>();
            parameters.put("NIN", (long) network.sizes()[layer - 1]);
            parameters.put("NOUT", (long) tile.neurons());
            parameters.put("OFF", (long) tile.first());
            parameters.put("NALL", (long) network.sizes()[layer]);
            parameters.put("N", (long) network.ticks());
            parameters.put("L", (long) network.layers());
            parameters.put("LAY", (long) layer);
            parameters.put("ALIGN", network.align() ? 1L : 0L);
            parameters.put("THS", (long) network.thetaShifts()[layer - 1]);
            parameters.put("KS", layer > 1 ? (long) network.kappaShifts()[layer - 2] : 0L);
            parameters.put("BSH", (long) network.betaShift());
            parameters.put("SPLIT", (long) tile.tiles());
            parameters.put("TILE", (long) tile.tile());
            return Assembler.assembleResource(SsnnBpMapping.class, "layer.asm", parameters, kinds);
        }
    }

    /** @return where layers and tiles sit */
    public LayerMapping layers() {
        return layers;
    }

    /** @return the cores in the order input, layer 1, ..., layer L, tiles ascending */
    public List<Placement> placements() {
        return layers.placements();
    }

    /**
     * @param layer a layer, 0..L
     * @return its tiles, ascending
     */
    public List<Placement> layer(final int layer) {
        return layers.layer(layer);
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
        return layers.chip();
    }
}
