package org.ranvier.testbench.scoreboard;

import org.ranvier.programs.rpusgd.RpuSgdChip;
import org.ranvier.testbench.reference.RpuSgdReference;

/**
 * Presents every image to a chip and to the reference model of RPU-SGD and compares all that either of them can tell: answers,
 * their probabilities, pulses and each weight, bit for bit.
 */
public final class RpuSgdScoreboard {
    private final RpuSgdChip chip;
    private final RpuSgdReference reference;
    private int samples;

    /**
     * @param chip a chip before its first image, with perfect reads, ideal devices and deterministic implicit updates
     * @param reference a reference model of the same network, before its first image
     */
    public RpuSgdScoreboard(final RpuSgdChip chip, final RpuSgdReference reference) {
        this.chip = chip;
        this.reference = reference;
    }

    /**
     * Presents one image for learning to both.
     *
     * @param pixels pixel bytes
     * @param offset index of the first pixel
     * @param label the label
     * @param rateQ20 learning rate, 1 or more
     * @return the first difference, or null
     */
    public Divergence learn(final byte[] pixels, final int offset, final int label, final int rateQ20) {
        chip.learn(pixels, offset, label, rateQ20);
        return compare(reference.learn(pixels, offset, label, rateQ20));
    }

    /**
     * Presents one image for classification to both.
     *
     * @param pixels pixel bytes
     * @param offset index of the first pixel
     * @return the first difference, or null
     */
    public Divergence classify(final byte[] pixels, final int offset) {
        chip.classify(pixels, offset);
        return compare(reference.infer(pixels, offset));
    }

    private Divergence compare(final int answer) {
        final int sample = samples++;
        if (answer != chip.answer()) {
            return new Divergence(sample, "answer", answer, chip.answer());
        }
        if (reference.probability() != chip.probability()) {
            return new Divergence(sample, "probability", reference.probability(), chip.probability());
        }
        for (int layer = 1; layer <= chip.layers().layers(); layer++) {
            final Divergence difference = compareCrossbar(sample, layer);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private Divergence compareCrossbar(final int sample, final int layer) {
        final long pulses = chip.arrays().coincidences(layer);
        if (reference.pulses(layer) != pulses) {
            return new Divergence(sample, "pulses of crossbar " + layer, reference.pulses(layer), pulses);
        }
        final int[][] expected = reference.weights(layer);
        final int[][] found = chip.arrays().weights(layer);
        for (int row = 0; row < found.length; row++) {
            for (int column = 0; column < found[row].length; column++) {
                if (expected[row][column] != found[row][column]) {
                    return new Divergence(
                            sample,
                            "weight of crossbar " + layer + " at [" + row + "][" + column + "]",
                            expected[row][column],
                            found[row][column]);
                }
            }
        }
        return null;
    }
}
