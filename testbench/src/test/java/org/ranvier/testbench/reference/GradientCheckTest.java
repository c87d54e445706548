package org.ranvier.testbench.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SampleOrder;

final class GradientCheckTest {
    private static final int COMPARED = 20;
    private static final SsnnBpSpec SMALL = SsnnBpSpec.of(new int[] {6, 8, 5, 3}, 16, 0.05, 9);
    private static final byte[] PIXELS = {10, (byte) 200, 90, (byte) 255, 0, 60};

    /** Central differences of the loss over every weight; the step of 64 units is 6e-5, so the quotient is good to about 1e-6. */
    @Test
    void shouldBeParallelToTheSlopeOfTheLossWhenWeightsAreMovedOneByOne() {
        final int[][] weights = weights(new SsnnBpReference(SMALL));
        final GradientCheck check = GradientCheck.of(SMALL, weights, PIXELS, 0, 1);
        for (int l = 1; l <= 3; l++) {
            final int[] descent = new int[weights[l - 1].length];
            for (int i = 0; i < descent.length; i++) {
                weights[l - 1][i] += 64;
                final double above = loss(weights);
                weights[l - 1][i] -= 128;
                final double below = loss(weights);
                weights[l - 1][i] += 64;
                descent[i] = (int) Math.round((below - above) * 1e12);
            }
            assertThat(check.cosine(l, descent)).as("crossbar %d", l).isGreaterThan(0.99999);
        }
    }

    private static double loss(final int[][] weights) {
        return -Math.log(GradientCheck.of(SMALL, weights, PIXELS, 0, 1).probabilities()[1]);
    }

    /**
     * A trained network, coincidences of 2048 ticks at the smallest step, and the first twenty test images that it gets wrong by more than
     * 0.1. The gap to 1 in the first crossbar is systematic (longer presentations do not close it): a neuron without memory averages a
     * function of its noisy input, not the function of the average. It is wider for networks trained with coarser pulses, whose
     * weights are noisier; this one took fine ones.
     */
    @Test
    void shouldSumCoincidencesAlongTheGradientWhenWeightsAreNearlyFrozen() {
        final DataSet mnist = DataSets.load("mnist", null);
        final SsnnBpSpec spec = SsnnBpSpec.of(new int[] {784, 100, 10}, 32, 0.01, 1);
        final SsnnBpReference reference = trained(spec, mnist.train().first(3000));
        assertThat(reference.accuracy(mnist.test().first(1000), 16)).isGreaterThan(0.8);

        final int[][] weights = weights(reference);
        final SsnnBpReference frozen = new SsnnBpReference(spec.withPulses(2048, 1));
        final double[] sum = new double[3];
        int compared = 0;
        for (int i = 0; compared < COMPARED; i++) {
            final ImageSet test = mnist.test();
            final GradientCheck check = GradientCheck.of(spec, weights, test.pixels(), test.offset(i), test.label(i));
            if (check.labelError() > 0.1) {
                final int[][] coincidences = coincidences(frozen, weights, test, i);
                for (int l = 1; l <= 2; l++) {
                    final double cosine = check.cosine(l, coincidences[l - 1]);
                    assertThat(cosine).as("image %d, crossbar %d", i, l).isGreaterThan(l == 1 ? 0.90 : 0.97);
                    sum[l] += cosine;
                }
                compared++;
            }
        }
        assertThat(sum[1] / COMPARED).isGreaterThan(0.93);
        assertThat(sum[2] / COMPARED).isGreaterThan(0.99);
    }

    /** With a step of one unit and no weight at its bound, the change of a weight is the sum of its signed coincidences. */
    private static int[][] coincidences(
            final SsnnBpReference frozen, final int[][] start, final ImageSet images, final int image) {
        for (int l = 1; l <= start.length; l++) {
            frozen.setWeights(l, start[l - 1]);
        }
        frozen.learn(images.pixels(), images.offset(image), images.label(image), SsnnBpSpec.ONE);
        final int[][] change = weights(frozen);
        for (int l = 0; l < start.length; l++) {
            for (int i = 0; i < start[l].length; i++) {
                change[l][i] -= start[l][i];
            }
        }
        return change;
    }

    private static SsnnBpReference trained(final SsnnBpSpec spec, final ImageSet images) {
        final SsnnBpReference reference = new SsnnBpReference(spec);
        final SampleOrder order = new SampleOrder(1, images.count());
        for (int epoch = 0; epoch < 3; epoch++) {
            for (final int i : order.epoch(epoch)) {
                reference.learn(
                        images.pixels(), images.offset(i), images.label(i), SsnnBpSpec.q20(Math.pow(0.7, epoch)));
            }
        }
        return reference;
    }

    private static int[][] weights(final SsnnBpReference reference) {
        final int[][] weights = new int[reference.spec().layers()][];
        for (int l = 1; l <= weights.length; l++) {
            weights[l - 1] = reference.weights(l);
        }
        return weights;
    }

    @Test
    void shouldBeZeroWhenThereIsNothingToCompare() {
        final int[][] weights = weights(new SsnnBpReference(SMALL));
        final GradientCheck check = GradientCheck.of(SMALL, weights, PIXELS, 0, 1);
        assertThat(check.cosine(1, new int[7 * 8])).isZero();
        assertThatThrownBy(() -> check.cosine(1, new int[6 * 8]))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("coincidences of crossbar 1: 48 is not allowed, expected 56 values");
    }
}
