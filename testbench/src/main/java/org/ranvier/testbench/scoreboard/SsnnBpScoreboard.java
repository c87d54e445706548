package org.ranvier.testbench.scoreboard;

import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.testbench.reference.SsnnBpReference;

/**
 * Presents every image to a chip and to the reference model of SSNN-BP and compares all that either of them can tell: winner
 * counts, spikes, gradient spikes, coincidences and each weight, bit for bit.
 */
public final class SsnnBpScoreboard {
    private final SsnnBpChip chip;
    private final SsnnBpReference reference;
    private final int layers;
    private int samples;

    /**
     * @param chip a chip before its first image
     * @param reference a reference model of the same network, before its first image
     */
    public SsnnBpScoreboard(final SsnnBpChip chip, final SsnnBpReference reference) {
        this.chip = chip;
        this.reference = reference;
        this.layers = chip.mapping().network().layers();
    }

    /**
     * Presents one image for learning to both.
     *
     * @param pixels pixel bytes
     * @param offset index of the first pixel
     * @param label the label
     * @param learnEnableQ20 probability of an update in a tick, 0..2^20
     * @return the first difference, or null
     */
    public Divergence learn(final byte[] pixels, final int offset, final int label, final int learnEnableQ20) {
        chip.learn(pixels, offset, label, learnEnableQ20);
        return compare(reference.learn(pixels, offset, label, learnEnableQ20));
    }

    /**
     * Presents one image for classification to both.
     *
     * @param pixels pixel bytes
     * @param offset index of the first pixel
     * @param winners winner spikes to count
     * @return the first difference, or null
     */
    public Divergence classify(final byte[] pixels, final int offset, final int winners) {
        chip.classify(pixels, offset, winners);
        return compare(reference.infer(pixels, offset, winners));
    }

    private Divergence compare(final int[] winners) {
        final int sample = samples++;
        for (int i = 0; i < winners.length; i++) {
            if (winners[i] != chip.winnerCounts()[i]) {
                return new Divergence(sample, "winner count of output " + i, winners[i], chip.winnerCounts()[i]);
            }
        }
        for (int layer = 0; layer <= layers; layer++) {
            if (reference.spikeCount()[layer] != chip.spikes(layer)) {
                return new Divergence(
                        sample, "spikes of layer " + layer, reference.spikeCount()[layer], chip.spikes(layer));
            }
        }
        for (int layer = 1; layer <= layers; layer++) {
            final Divergence difference = compareCrossbar(sample, layer);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private Divergence compareCrossbar(final int sample, final int layer) {
        if (reference.gradientCount()[layer] != chip.gradientSpikes(layer)) {
            return new Divergence(
                    sample,
                    "gradient spikes of layer " + layer,
                    reference.gradientCount()[layer],
                    chip.gradientSpikes(layer));
        }
        if (reference.coincidences()[layer] != chip.coincidences(layer)) {
            return new Divergence(
                    sample,
                    "coincidences of crossbar " + layer,
                    reference.coincidences()[layer],
                    chip.coincidences(layer));
        }
        final int[] expected = reference.weights(layer);
        final int[][] found = chip.weights(layer);
        for (int row = 0; row < found.length; row++) {
            for (int column = 0; column < found[row].length; column++) {
                if (expected[row * found[row].length + column] != found[row][column]) {
                    return new Divergence(
                            sample,
                            "weight of crossbar " + layer + " at [" + row + "][" + column + "]",
                            expected[row * found[row].length + column],
                            found[row][column]);
                }
            }
        }
        return null;
    }
}
