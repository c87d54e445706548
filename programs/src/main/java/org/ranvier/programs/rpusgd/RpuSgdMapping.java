package org.ranvier.programs.rpusgd;

import java.util.Map;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.layered.ColumnSplit;
import org.ranvier.programs.layered.LayerMapping;
import org.ranvier.programs.layered.LayerPrograms;
import org.ranvier.programs.layered.LayerTile;

/** Places a network for RPU-SGD on a chip, and assembles its programs. Hidden layers may be split by columns, the output not. */
public final class RpuSgdMapping {
    private final PacketKinds kinds = new PacketKinds();
    private final RpuSgdNetwork network;
    private final LayerMapping layers;

    /**
     * Maps a network.
     *
     * @param network the network
     * @param chip the chip
     * @throws MappingException when it does not fit, with what overflows and what would fit
     */
    public RpuSgdMapping(final RpuSgdNetwork network, final ChipSpec chip) {
        this.network = network;
        this.layers =
                new LayerMapping(network.sizes(), chip, new Programs(), new ColumnSplit(network.sizes(), chip.tile()));
    }

    private final class Programs implements LayerPrograms {
        @Override
        public Program input() {
            return Assembler.assembleResource(
                    RpuSgdMapping.class, "input.asm", Map.of("NIN", (long) network.sizes()[0]), kinds);
        }

        @Override
        public Program layer(final LayerTile tile) {
            if (tile.layer() == network.layers() && tile.tiles() > 1) {
                throw new MappingException("the output layer needs " + network.sizes()[tile.layer()]
                        + " columns, more than fit a tile: RPU-SGD does not split the output layer, its softmax needs"
                        + " all sums in one core");
            }
            return Assembler.assembleResource(
                    RpuSgdMapping.class,
                    "layer.asm",
                    Map.of(
                            "NIN", (long) network.sizes()[tile.layer() - 1],
                            "NOUT", (long) tile.neurons(),
                            "OFF", (long) tile.first(),
                            "L", (long) network.layers(),
                            "LAY", (long) tile.layer(),
                            "ACTIVATION", (long) network.activation().ordinal()),
                    kinds);
        }
    }

    /** @return where layers and tiles sit */
    public LayerMapping layers() {
        return layers;
    }

    /** @return the packet kinds of the programs */
    public PacketKinds kinds() {
        return kinds;
    }

    /** @return the network that was mapped */
    public RpuSgdNetwork network() {
        return network;
    }

    /** @return the chip that it was mapped to */
    public ChipSpec chip() {
        return layers.chip();
    }
}
