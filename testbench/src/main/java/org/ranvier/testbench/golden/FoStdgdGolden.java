package org.ranvier.testbench.golden;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.fostdgd.Eligibility;
import org.ranvier.programs.fostdgd.FoStdgdChip;
import org.ranvier.programs.fostdgd.FoStdgdMapping;
import org.ranvier.programs.fostdgd.FoStdgdNetwork;
import org.ranvier.programs.fostdgd.FoStdgdRule;
import org.ranvier.programs.layered.Placement;
import org.ranvier.testbench.data.ImageSet;

/** Runs the golden network of FO-STDGD: 16 ticks, threshold 1200, no learning. */
public final class FoStdgdGolden {
    private static final int TICKS = 16;
    private static final int THRESHOLD = 1200;
    private static final int HIDDEN = 1;

    private final FoStdgdChip chip;
    private final int[] inputSpikes = new int[TICKS];
    private final int[] hiddenSpikes = new int[TICKS];

    /** The tick of each neuron's last spike, from 1. */
    private final int[] lastSpike = new int[GoldenWeights.HIDDEN];

    /**
     * Builds the chip and loads the golden weights.
     *
     * @param spec what it is like
     */
    public FoStdgdGolden(final ChipSpec spec) {
        chip = chip(spec, TICKS, THRESHOLD, 1, 1e-3);
        chip.arrays().weights(HIDDEN, GoldenWeights.hidden());
        chip.arrays().weights(HIDDEN + 1, GoldenWeights.output());
        for (int i = 0; i < chip.chip().cores().size(); i++) {
            final Placement tile = chip.layers().placements().get(i);
            if (tile.layer() <= HIDDEN) {
                chip.chip().cores().get(i).monitor((core, probe, region, cycle) -> {
                    if (probe.name().equals("spikes")) {
                        record(tile, chip.chip().tick() - tile.layer(), region.words()[0]);
                    }
                });
            }
        }
    }

    /** Builds a chip with the golden layers. */
    static FoStdgdChip chip(
            final ChipSpec spec, final int steps, final int threshold, final double order, final double epsilon) {
        return new FoStdgdChip(new FoStdgdMapping(
                new FoStdgdNetwork(
                        new int[] {GoldenWeights.INPUTS, GoldenWeights.HIDDEN, GoldenWeights.OUTPUTS},
                        new FoStdgdRule(Eligibility.EXACT, steps, threshold, order, 1e-3, epsilon, 0.05, true, false),
                        0,
                        0,
                        1,
                        null),
                spec));
    }

    /** Cores may report from different threads. */
    private synchronized void record(final Placement tile, final int tick, final long[] spikes) {
        final int[] sums = tile.layer() == 0 ? inputSpikes : hiddenSpikes;
        for (int word = 0; word < spikes.length; word++) {
            sums[tick] += Long.bitCount(spikes[word]);
            for (long rest = spikes[word]; tile.layer() == HIDDEN && rest != 0; rest &= rest - 1) {
                lastSpike[tile.first() + word * Long.SIZE + Long.numberOfTrailingZeros(rest)] = tick + 1;
            }
        }
    }

    /**
     * Runs one image.
     *
     * @param images the set
     * @param image its number there
     * @return keys and values of the vector
     */
    public Map<String, Object> run(final ImageSet images, final int image) {
        Arrays.fill(inputSpikes, 0);
        Arrays.fill(hiddenSpikes, 0);
        Arrays.fill(lastSpike, 0);
        chip.classify(images.pixels(), images.offset(image));
        final Map<String, Object> result = new LinkedHashMap<>();
        result.put("label", images.label(image));
        result.put("in_spikes_per_tick", inputSpikes.clone());
        result.put("C_total", Arrays.stream(inputSpikes).sum());
        result.put("IF_spikes_per_tick", hiddenSpikes.clone());
        result.put("IF_N", chip.neurons(HIDDEN, "cnt"));
        result.put("IF_u_final", chip.neurons(HIDDEN, "u"));
        result.put("IF_ISI_ticks_sum", lastSpike.clone());
        result.put("sum_closed_X", closedInputs());
        return result;
    }

    /** Every neuron hears all inputs, so its closed intervals hold all spikes of the encoder up to its last spike. */
    private int[] closedInputs() {
        final int[] sums = new int[lastSpike.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Arrays.stream(inputSpikes, 0, lastSpike[i]).sum();
        }
        return sums;
    }
}
