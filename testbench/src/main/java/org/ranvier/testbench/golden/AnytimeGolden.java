package org.ranvier.testbench.golden;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.programs.anytime.AnytimeChip;
import org.ranvier.programs.anytime.AnytimeMapping;
import org.ranvier.programs.anytime.AnytimeNetwork;
import org.ranvier.programs.anytime.Coding;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.data.ImageSet;

/** Runs the golden network of anytime inference on two chips: one goes on to the last tick, the other stops at a gap of 80. */
public final class AnytimeGolden {
    private static final int TICKS = 16;
    private static final int THRESHOLD = 500;
    private static final int BETA = 80;

    private final AnytimeChip whole;
    private final AnytimeChip stopping;

    /**
     * Builds the chips.
     *
     * @param chip what they are like
     */
    public AnytimeGolden(final ChipSpec chip) {
        whole = build(chip, true);
        stopping = build(chip, false);
        final int[] table = new int[TICKS];
        Arrays.fill(table, BETA);
        stopping.thresholds(table);
    }

    private static AnytimeChip build(final ChipSpec chip, final boolean traced) {
        final AnytimeNetwork network = new AnytimeNetwork(
                new int[] {GoldenWeights.INPUTS, GoldenWeights.HIDDEN, GoldenWeights.OUTPUTS},
                TICKS,
                Coding.INTEGRATE,
                new int[] {THRESHOLD},
                1);
        final int[][][] weights = {GoldenWeights.hidden(), GoldenWeights.output()};
        return new AnytimeChip(new AnytimeMapping(network, chip, traced), weights);
    }

    /**
     * Runs one image.
     *
     * @param images the set
     * @param image its number there
     * @return keys and values of the vector
     */
    public Map<String, Object> run(final ImageSet images, final int image) {
        whole.classify(images.pixels(), images.offset(image));
        stopping.classify(images.pixels(), images.offset(image));
        final Map<String, Object> result = new LinkedHashMap<>();
        result.put("label", images.label(image));
        result.put("in_spikes_per_tick", whole.spikesByTick(0));
        result.put("C_total", Arrays.stream(whole.spikesByTick(0)).sum());
        result.put("LIF_spikes_per_tick", whole.spikesByTick(1));
        result.put("Y_final", whole.logits());
        result.put("gap_per_tick", whole.tracedGaps());
        result.put("argmax_per_tick", whole.tracedClasses());
        result.put("stop_tick_beta80", stopping.decisionTick());
        return result;
    }
}
