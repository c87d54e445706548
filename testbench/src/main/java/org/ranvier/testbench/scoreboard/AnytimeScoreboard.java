package org.ranvier.testbench.scoreboard;

import org.ranvier.programs.anytime.AnytimeChip;
import org.ranvier.testbench.reference.AnytimeReference;

/**
 * Presents every image to a chip and to the reference model of anytime inference, and compares answer, decision tick, accumulated
 * logits at that tick, and every layer's spikes in every tick up to it.
 */
public final class AnytimeScoreboard {
    private final AnytimeChip chip;
    private final AnytimeReference reference;
    private final int[] thresholds;
    private int samples;

    /**
     * @param chip the chip; gets the thresholds
     * @param reference a reference model of the same network
     * @param thresholds by output tick
     */
    public AnytimeScoreboard(final AnytimeChip chip, final AnytimeReference reference, final int[] thresholds) {
        this.chip = chip;
        this.reference = reference;
        this.thresholds = thresholds;
        chip.thresholds(thresholds);
    }

    /**
     * Presents one image to both.
     *
     * @param pixels pixel bytes
     * @param offset index of the first pixel
     * @return the first difference, or null
     */
    public Divergence classify(final byte[] pixels, final int offset) {
        final int sample = samples++;
        chip.draws(sample);
        final int found = chip.classify(pixels, offset);
        reference.run(pixels, offset, sample);
        return compare(sample, found, 0);
    }

    /**
     * Presents one sample of spikes to both.
     *
     * @param axons the axons that spike, by tick
     * @return the first difference, or null
     */
    public Divergence classify(final int[][] axons) {
        final int sample = samples++;
        final int found = chip.classifySpikes(axons);
        reference.run(axons);
        return compare(sample, found, 1);
    }

    private Divergence compare(final int sample, final int found, final int firstLayer) {
        final int tick = reference.decisionTick(thresholds);
        if (chip.decisionTick() != tick) {
            return new Divergence(sample, "decision tick", tick, chip.decisionTick());
        }
        if (found != reference.classes()[tick - 1]) {
            return new Divergence(sample, "answer", reference.classes()[tick - 1], found);
        }
        final int[] logits = chip.logits();
        for (int k = 0; k < logits.length; k++) {
            if (logits[k] != reference.sums()[tick - 1][k]) {
                return new Divergence(sample, "logit " + k, reference.sums()[tick - 1][k], logits[k]);
            }
        }
        return compareSpikes(sample, tick, firstLayer);
    }

    private Divergence compareSpikes(final int sample, final int ticks, final int firstLayer) {
        for (int layer = firstLayer; layer < chip.layers().layers(); layer++) {
            final int[] found = chip.spikesByTick(layer);
            final int[] expected = reference.spikeCounts()[layer];
            for (int tick = 0; tick < ticks; tick++) {
                if (found[tick] != expected[tick]) {
                    return new Divergence(
                            sample, "spikes of layer " + layer + " in tick " + tick, expected[tick], found[tick]);
                }
            }
        }
        return null;
    }
}
