package org.ranvier.programs.rules;

import java.util.HashMap;
import java.util.Map;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.layered.LayerMapping;
import org.ranvier.programs.layered.LayerPrograms;
import org.ranvier.programs.layered.LayerTile;
import org.ranvier.programs.layered.MemorySplit;

/** Places a network for OTTT or e-prop on a chip, and assembles its programs. The hidden layer may be split, the read-out not. */
public final class OnlineMapping {
    private static final int READOUT = 2;

    private final PacketKinds kinds = new PacketKinds();
    private final OnlineNetwork network;
    private final LayerMapping layers;

    /**
     * Maps a network.
     *
     * @param network the network
     * @param chip the chip
     * @throws MappingException when it does not fit, with what overflows and what would fit
     */
    public OnlineMapping(final OnlineNetwork network, final ChipSpec chip) {
        this.network = network;
        final LayerPrograms programs = new Programs();
        this.layers = new LayerMapping(
                network.sizes(),
                chip,
                programs,
                new MemorySplit(network.sizes(), chip.core().memoryBytes(), programs));
        if (layers.layer(READOUT).size() > 1) {
            throw new MappingException("the read-out of " + network.sizes()[READOUT] + " neurons with "
                    + network.sizes()[1] + " inputs does not fit one core's memory of "
                    + chip.core().memoryBytes() + " bytes: it cannot be split, its softmax needs all sums in one core");
        }
    }

    private final class Programs implements LayerPrograms {
        @Override
        public Program input() {
            return assemble("input.asm", Map.of("NIN", (long) network.sizes()[0]));
        }

        @Override
        public Program layer(final LayerTile tile) {
            final boolean readout = tile.layer() == READOUT;
            final Map<String, Long> parameters = new HashMap<>(readout ? network.readout() : network.hidden());
            parameters.put("NIN", (long) network.sizes()[tile.layer() - 1]);
            parameters.put("NOUT", (long) tile.neurons());
            if (!readout && !network.symmetric()) {
                parameters.put("K", (long) network.sizes()[READOUT]);
            }
            return assemble(readout ? "readout.asm" : network.program(), parameters);
        }

        private Program assemble(final String name, final Map<String, Long> parameters) {
            return Assembler.assembleResource(OnlineMapping.class, name, parameters, kinds);
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
    public OnlineNetwork network() {
        return network;
    }

    /** @return the chip that it was mapped to */
    public ChipSpec chip() {
        return layers.chip();
    }
}
