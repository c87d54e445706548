package org.ranvier.programs.anytime;

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

/** Places a network for anytime inference on a chip. Hidden layers are split by what fits a core's memory, the output is not. */
public final class AnytimeMapping {
    private final PacketKinds kinds = new PacketKinds();
    private final AnytimeNetwork network;
    private final boolean traced;
    private final LayerMapping layers;

    /**
     * Maps a network.
     *
     * @param network the network
     * @param chip the chip
     * @param traced whether the output tells the host its largest class and gap in every tick
     * @throws MappingException when it does not fit, with what overflows and what would fit
     */
    public AnytimeMapping(final AnytimeNetwork network, final ChipSpec chip, final boolean traced) {
        this.network = network;
        this.traced = traced;
        final LayerPrograms programs = new Programs();
        this.layers = new LayerMapping(
                network.sizes(),
                chip,
                programs,
                new MemorySplit(network.sizes(), chip.core().memoryBytes(), programs));
        if (layers.layer(network.layers()).size() > 1) {
            throw new MappingException(
                    "the output layer needs more than the " + chip.core().memoryBytes()
                            + " bytes of a core: anytime inference does not split it, the two largest sums are found in one core");
        }
    }

    private final class Programs implements LayerPrograms {
        @Override
        public Program input() {
            if (network.coding().form() == Coding.Form.EVENTS) {
                return null;
            }
            return assemble(
                    "input.asm",
                    Map.of(
                            "NIN",
                            (long) network.sizes()[0],
                            "T",
                            (long) network.ticks(),
                            "RATE",
                            network.coding().isRate() ? 1L : 0,
                            "GAIN",
                            network.coding().unit()));
        }

        @Override
        public Program layer(final LayerTile tile) {
            final long inputs = network.sizes()[tile.layer() - 1];
            if (tile.layer() == network.layers()) {
                return assemble(
                        "output.asm",
                        Map.of(
                                "NIN", inputs,
                                "K", (long) tile.neurons(),
                                "L", (long) network.layers(),
                                "T", (long) network.ticks(),
                                "TRACE", traced ? 1L : 0));
            }
            return assemble(
                    "hidden.asm",
                    Map.of(
                            "NIN", inputs,
                            "NOUT", (long) tile.neurons(),
                            "LAY", (long) tile.layer(),
                            "T", (long) network.ticks(),
                            "TH", (long) network.thresholds()[tile.layer() - 1]));
        }

        private Program assemble(final String source, final Map<String, Long> parameters) {
            return Assembler.assembleResource(AnytimeMapping.class, source, parameters, kinds);
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
    public AnytimeNetwork network() {
        return network;
    }

    /** @return the chip that it was mapped to */
    public ChipSpec chip() {
        return layers.chip();
    }
}
