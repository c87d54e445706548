package org.ranvier.testbench.scoreboard;

import org.ranvier.programs.fostdgd.FoStdgdChip;
import org.ranvier.testbench.reference.fostdgd.FoStdgdReference;

/**
 * Presents every image to a chip and to the integer model of FO-STDGD and compares all that either of them can tell: answers, spike
 * counts, potentials, updates, codes and each weight, bit for bit.
 */
public final class FoStdgdScoreboard {
    private final FoStdgdChip chip;
    private final FoStdgdReference reference;
    private int samples;

    /**
     * @param chip a chip before its first image; when separable with perfect reads, ideal devices and deterministic implicit updates
     * @param reference a reference model of the same network, before its first image
     */
    public FoStdgdScoreboard(final FoStdgdChip chip, final FoStdgdReference reference) {
        this.chip = chip;
        this.reference = reference;
    }

    /**
     * Presents one image for learning to both.
     *
     * @param pixels pixel bytes
     * @param offset index of the first pixel
     * @param label the label
     * @return the first difference, or null
     */
    public Divergence learn(final byte[] pixels, final int offset, final int label) {
        chip.learn(pixels, offset, label);
        reference.learn(pixels, offset, label);
        return compare();
    }

    /**
     * Presents one sample of spikes for learning to both.
     *
     * @param axons the axons that spike, by step
     * @param label the label
     * @return the first difference, or null
     */
    public Divergence learn(final int[][] axons, final int label) {
        chip.learnSpikes(axons, label);
        reference.learn(axons, label);
        return compare();
    }

    /**
     * Presents one image for classification to both.
     *
     * @param pixels pixel bytes
     * @param offset index of the first pixel
     * @return the first difference, or null
     */
    public Divergence classify(final byte[] pixels, final int offset) {
        return compare(chip.classify(pixels, offset), reference.classify(pixels, offset));
    }

    /**
     * Presents one sample of spikes for classification to both.
     *
     * @param axons the axons that spike, by step
     * @return the first difference, or null
     */
    public Divergence classify(final int[][] axons) {
        return compare(chip.classifySpikes(axons), reference.classify(axons));
    }

    private Divergence compare(final int found, final int expected) {
        final Divergence difference = compare();
        return difference == null && expected != found
                ? new Divergence(samples - 1, "answer", expected, found)
                : difference;
    }

    private Divergence compare() {
        final int sample = samples++;
        Divergence difference = null;
        for (int layer = 1; difference == null && layer <= chip.layers().layers(); layer++) {
            difference = compareLayer(sample, layer);
        }
        return difference;
    }

    private Divergence compareLayer(final int sample, final int layer) {
        Divergence difference =
                vectors(sample, "spikes of layer " + layer, reference.counts(layer), chip.neurons(layer, "cnt"));
        if (difference == null) {
            difference = vectors(
                    sample, "potential of layer " + layer, reference.potentials(layer), chip.neurons(layer, "u"));
        }
        if (difference == null) {
            difference = matrices(
                    sample,
                    "weight of layer " + layer,
                    reference.weights(layer),
                    chip.arrays().weights(layer));
        }
        if (difference == null && reference.codes(layer) != null) {
            difference = matrices(sample, "code of layer " + layer, reference.codes(layer), chip.codes(layer));
        }
        if (difference == null && reference.updates(layer) != chip.updates(layer)) {
            return new Divergence(sample, "updates of layer " + layer, reference.updates(layer), chip.updates(layer));
        }
        return difference;
    }

    private static Divergence matrices(
            final int sample, final String what, final int[][] expected, final int[][] found) {
        for (int row = 0; row < expected.length; row++) {
            final Divergence difference = vectors(sample, what + " at [" + row + "]", expected[row], found[row]);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static Divergence vectors(final int sample, final String what, final int[] expected, final int[] found) {
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] != found[i]) {
                return new Divergence(sample, what + "[" + i + "]", expected[i], found[i]);
            }
        }
        return null;
    }
}
