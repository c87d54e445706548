package org.ranvier.testbench.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.programs.ssnnbp.SsnnBpMapping;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SampleOrder;
import org.ranvier.testbench.reference.GradientCheck;
import org.ranvier.testbench.reference.SsnnBpReference;
import org.ranvier.testbench.reference.SsnnBpSpec;

/** What the chip's coincidences add up to is the gradient of back-propagation; and so it learns. */
class SsnnBpGradientTest {
    private static final int[] SIZES = {784, 100, 10};
    private static final int COMPARED = 20;
    private static final DataSet MNIST = DataSets.load("mnist", null);

    /**
     * A network trained with fine pulses, then the first twenty test images that it gets wrong by more than 0.1: 2048 ticks each,
     * with pulses of one unit, so that the change of a weight is its sum of signed coincidences.
     */
    @Test
    void shouldSumCoincidencesAlongTheGradientWhenWeightsAreNearlyFrozen() {
        final SsnnBpSpec spec = SsnnBpSpec.of(SIZES, 32, 0.01, 1);
        final int[][] weights = trained(spec, MNIST.train().first(3000));
        final SsnnBpChip chip = chip(2048, 0x1p-20);
        final ImageSet test = MNIST.test();
        final double[] sum = new double[3];
        int compared = 0;
        for (int i = 0; compared < COMPARED; i++) {
            final GradientCheck check = GradientCheck.of(spec, weights, test.pixels(), test.offset(i), test.label(i));
            if (check.labelError() > 0.1) {
                chip.weights(1, rows(weights[0], 100));
                chip.weights(2, rows(weights[1], 10));
                chip.learn(test.pixels(), test.offset(i), test.label(i), 1 << 20);
                for (int l = 1; l <= 2; l++) {
                    sum[l] += check.cosine(l, change(chip.weights(l), weights[l - 1]));
                }
                compared++;
            }
        }
        assertThat(sum[1] / COMPARED).isGreaterThan(0.93);
        assertThat(sum[2] / COMPARED).isGreaterThan(0.99);
    }

    /** Chance is 0.1; the bound is far above it and 0.04 below what seed 1 reaches. */
    @Test
    void shouldLearnDigitsFromTwentyFiveHundredImages() {
        final SsnnBpChip chip = chip(16, 0.05 / 16);
        final ImageSet train = MNIST.train();
        for (int i = 0; i < 2500; i++) {
            chip.learn(train.pixels(), train.offset(i), train.label(i), 1 << 20);
        }
        final ImageSet test = MNIST.test();
        int right = 0;
        for (int i = 0; i < 500; i++) {
            right += chip.classify(test.pixels(), test.offset(i), 16) == test.label(i) ? 1 : 0;
        }
        assertThat(right / 500.0).isGreaterThan(0.75);
    }

    private static SsnnBpChip chip(final int ticks, final double step) {
        final SsnnBpNetwork network = SsnnBpNetwork.of(SIZES, ticks, 1, new IdealDevice(step, 0, 1));
        return new SsnnBpChip(new SsnnBpMapping(network, ChipSpec.DEFAULT));
    }

    private static int[][] trained(final SsnnBpSpec spec, final ImageSet images) {
        final SsnnBpReference reference = new SsnnBpReference(spec);
        final SampleOrder order = new SampleOrder(1, images.count());
        for (int epoch = 0; epoch < 3; epoch++) {
            for (final int i : order.epoch(epoch)) {
                reference.learn(
                        images.pixels(), images.offset(i), images.label(i), SsnnBpSpec.q20(Math.pow(0.7, epoch)));
            }
        }
        return new int[][] {reference.weights(1).clone(), reference.weights(2).clone()};
    }

    private static int[][] rows(final int[] flat, final int columns) {
        final int[][] rows = new int[flat.length / columns][columns];
        for (int i = 0; i < flat.length; i++) {
            rows[i / columns][i % columns] = flat[i];
        }
        return rows;
    }

    private static int[] change(final int[][] now, final int[] before) {
        final int[] change = new int[before.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = now[i / now[0].length][i % now[0].length] - before[i];
        }
        return change;
    }
}
