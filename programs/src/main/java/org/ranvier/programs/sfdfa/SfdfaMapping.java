package org.ranvier.programs.sfdfa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.layered.InputForm;
import org.ranvier.programs.layered.LayerMapping;
import org.ranvier.programs.layered.LayerPrograms;
import org.ranvier.programs.layered.LayerTile;
import org.ranvier.programs.layered.MemorySplit;
import org.ranvier.programs.layered.Placement;

/** Places a network for SFDFA on a chip, and assembles its programs. Layers are split by what fits a core's memory. */
public final class SfdfaMapping {
    private final PacketKinds kinds = new PacketKinds();
    private final SfdfaNetwork network;
    private final InputForm input;
    private final LayerMapping layers;

    /**
     * Maps a network that is shown pixels.
     *
     * @param network the network
     * @param chip the chip
     * @throws org.ranvier.core.error.MappingException when it does not fit, with what overflows and what would fit
     */
    public SfdfaMapping(final SfdfaNetwork network, final ChipSpec chip) {
        this(network, InputForm.PIXELS, chip);
    }

    /**
     * Maps a network.
     *
     * @param network the network
     * @param input what it is shown
     * @param chip the chip
     * @throws org.ranvier.core.error.MappingException when it does not fit, with what overflows and what would fit
     */
    public SfdfaMapping(final SfdfaNetwork network, final InputForm input, final ChipSpec chip) {
        this.network = network;
        this.input = input;
        final LayerPrograms programs = new Programs();
        this.layers = new LayerMapping(
                network.sizes(),
                chip,
                programs,
                new MemorySplit(network.sizes(), chip.core().memoryBytes(), programs));
    }

    private final class Programs implements LayerPrograms {
        @Override
        public Program input() {
            if (input == InputForm.SPIKES) {
                return null;
            }
            return Assembler.assembleResource(
                    SfdfaMapping.class,
                    "input.asm",
                    Map.of(
                            "NIN", (long) network.sizes()[0],
                            "LAST", (long) network.rule().lastInput()),
                    kinds);
        }

        @Override
        public Program layer(final LayerTile tile) {
            final SfdfaRule rule = network.rule();
            final boolean output = tile.layer() == network.layers();
            final Map<String, Long> parameters = new HashMap<>();
            parameters.put("NIN", (long) network.sizes()[tile.layer() - 1]);
            parameters.put("NOUT", (long) tile.neurons());
            parameters.put("OFF", (long) tile.first());
            parameters.put("NO", (long) network.sizes()[network.layers()]);
            parameters.put("L", (long) network.layers());
            parameters.put("LAY", (long) tile.layer());
            parameters.put("T", (long) rule.steps());
            parameters.put("KU", (long) rule.potentialShift());
            parameters.put("KI", (long) rule.currentShift());
            parameters.put("TH", (long) (output ? rule.outputThreshold() : rule.hiddenThreshold()));
            parameters.put("WF", (long) network.fraction(tile.layer()));
            parameters.put("BITS", (long) rule.weightBits());
            parameters.put("EXACT", flag(rule.exactGradient()));
            parameters.put("INTRA", flag(rule.intraNeuron()));
            parameters.put("LEARNED", flag(rule.learnedFeedback()));
            parameters.put("NORM", (long) rule.normaliser().ordinal());
            parameters.put("YT", (long) rule.labelTarget());
            parameters.put("YF", (long) rule.otherTarget());
            parameters.put("REG", (long) rule.regulariser());
            parameters.put("FT", (long) rule.targetRate());
            return Assembler.assembleResource(SfdfaMapping.class, "layer.asm", parameters, kinds);
        }
    }

    private static long flag(final boolean on) {
        return on ? 1 : 0;
    }

    /** @return where layers and tiles sit */
    public LayerMapping layers() {
        return layers;
    }

    /** @return the cores in the order input, layer 1, ..., layer L, tiles ascending */
    public List<Placement> placements() {
        return layers.placements();
    }

    /** @return the packet kinds of the programs */
    public PacketKinds kinds() {
        return kinds;
    }

    /** @return what the host sends of a sample */
    public InputForm input() {
        return input;
    }

    /** @return the network that was mapped */
    public SfdfaNetwork network() {
        return network;
    }

    /** @return the chip that it was mapped to */
    public ChipSpec chip() {
        return layers.chip();
    }
}
