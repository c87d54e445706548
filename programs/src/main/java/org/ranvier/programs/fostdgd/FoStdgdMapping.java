package org.ranvier.programs.fostdgd;

import java.util.HashMap;
import java.util.Map;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.layered.ColumnSplit;
import org.ranvier.programs.layered.InputForm;
import org.ranvier.programs.layered.LayerMapping;
import org.ranvier.programs.layered.LayerPrograms;
import org.ranvier.programs.layered.LayerSplit;
import org.ranvier.programs.layered.LayerTile;
import org.ranvier.programs.layered.MemorySplit;

/**
 * Places a network for FO-STDGD on a chip, and assembles its programs. Layers are split by what fits a core's memory, or by the columns
 * of a crossbar when synapses are devices.
 */
public final class FoStdgdMapping {
    private static final double LABEL_RATE = 0.8;
    private static final double HIDDEN_TRAIL = 0.1;
    private static final double OUTPUT_TRAIL = 1;
    private static final double ONE_Q8 = 1 << 8;
    private static final int RECIPROCAL_RANGE = 4;

    private final PacketKinds kinds = new PacketKinds();
    private final FoStdgdNetwork network;
    private final InputForm input;
    private final LayerScale[] scales;
    private final LayerMapping layers;

    /**
     * Maps a network that is shown pixels.
     *
     * @param network the network
     * @param chip the chip
     * @throws org.ranvier.core.error.MappingException when it does not fit, with what overflows and what would fit
     */
    public FoStdgdMapping(final FoStdgdNetwork network, final ChipSpec chip) {
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
    public FoStdgdMapping(final FoStdgdNetwork network, final InputForm input, final ChipSpec chip) {
        this.network = network;
        this.input = input;
        scales = new LayerScale[network.layers() + 1];
        scales[network.layers()] = LayerScale.output(network.rule());
        for (int layer = network.layers() - 1; layer > 0; layer--) {
            scales[layer] = scales[layer + 1].below(network.rule());
        }
        final LayerPrograms programs = new Programs();
        final LayerSplit split = network.rule().crossbars()
                ? new ColumnSplit(network.sizes(), chip.tile())
                : new MemorySplit(network.sizes(), chip.core().memoryBytes(), programs);
        layers = new LayerMapping(network.sizes(), chip, programs, split);
    }

    private final class Programs implements LayerPrograms {
        @Override
        public Program input() {
            if (input == InputForm.SPIKES) {
                return null;
            }
            return Assembler.assembleResource(
                    FoStdgdMapping.class,
                    "input.asm",
                    Map.of(
                            "NIN", (long) network.sizes()[0],
                            "T", (long) network.rule().steps()),
                    kinds);
        }

        @Override
        public Program layer(final LayerTile tile) {
            final FoStdgdRule rule = network.rule();
            final boolean output = tile.layer() == network.layers();
            final LayerScale scale = scales[tile.layer()];
            final double reset = (double) FoStdgdRule.UNIT * FoStdgdRule.UNIT / rule.threshold();
            final Map<String, Long> parameters = new HashMap<>();
            parameters.put("NIN", (long) network.sizes()[tile.layer() - 1]);
            parameters.put("NOUT", (long) tile.neurons());
            parameters.put("OFF", (long) tile.first());
            parameters.put("L", (long) network.layers());
            parameters.put("LAY", (long) tile.layer());
            parameters.put("T", (long) rule.steps());
            parameters.put("FORM", (long) rule.eligibility().ordinal());
            parameters.put("HOLD", flag(rule.hold()));
            parameters.put("STOCHASTIC", flag(rule.stochastic()));
            parameters.put("TH", (long) threshold());
            parameters.put("RSH", (long) reciprocalShift());
            parameters.put("CLOSED", Math.round(reset));
            parameters.put("TRAIL", Math.round(reset * (output ? OUTPUT_TRAIL : HIDDEN_TRAIL)));
            parameters.put("LABEL", Math.round(LABEL_RATE * rule.steps() * ONE_Q8));
            parameters.put("OTHER", 0L);
            parameters.put("DSH", (long) scale.shift());
            parameters.put("MUM", (long) scale.multiplier());
            parameters.put("MUS", (long) scale.rateShift());
            parameters.put("SMAX", (long) rule.mostStep());
            return Assembler.assembleResource(FoStdgdMapping.class, "layer.asm", parameters, kinds);
        }
    }

    private static long flag(final boolean on) {
        return on ? 1 : 0;
    }

    /** 1 in the units of weights and potentials: Q12 in memory, Q20 in crossbars. */
    int one() {
        return network.rule().crossbars() ? 1 << 20 : FoStdgdRule.UNIT;
    }

    /** The threshold in the units of potentials. */
    int threshold() {
        return network.rule().threshold() * (one() / FoStdgdRule.UNIT);
    }

    /** The smallest power of two with which the table of reciprocals reaches four thresholds beyond the threshold. */
    int reciprocalShift() {
        int shift = 0;
        while ((long) FoStdgdTables.CODES << shift < (long) RECIPROCAL_RANGE * threshold()) {
            shift++;
        }
        return shift;
    }

    /** The binary points of a layer, 1..L. */
    LayerScale scale(final int layer) {
        return scales[layer];
    }

    /** @return where layers and tiles sit */
    public LayerMapping layers() {
        return layers;
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
    public FoStdgdNetwork network() {
        return network;
    }

    /** @return the chip that it was mapped to */
    public ChipSpec chip() {
        return layers.chip();
    }
}
