package org.ranvier.testbench.bptt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every loss's gradient against central differences, with the surrogate's primitive in the place of the spike: its derivative is
 * the triangle itself, so both sides mean the same function.
 */
class LossGradientTest {
    private static final int BATCH = 4;
    private static final double STEP = 1e-6;
    private static final LifSpec SPEC = LifSpec.of(new int[] {12, 7, 6, 3}, 5);

    @ParameterizedTest
    @CsvSource({"MEAN", "TET", "STR", "STRB", "RCS"})
    void shouldEqualCentralDifferences(final LossName name) {
        final LifNetwork network = new LifNetwork(SPEC, SpikeFunction.SMOOTH, 3);
        final LifTrace[] batch = batch(name == LossName.RCS ? network : null);
        final double[][][] gradient = Adam.like(network.weights());
        final Loss loss = name.create();
        forward(network, batch);
        final double[][][] directions = RcsLoss.directions(batch, BATCH);
        // The direction that RCS compares with is a constant of its gradient.
        final ToDoubleFunction<LifTrace[]> value = traces -> loss instanceof final RcsLoss rcs
                ? rcs.add(traces, BATCH, 0.7, directions)
                : loss.add(traces, BATCH, 0.7);
        assertThat(value.applyAsDouble(batch)).isPositive();
        for (final LifTrace trace : batch) {
            network.backward(trace, gradient);
        }
        double largest = 0;
        for (int layer = 0; layer < gradient.length; layer++) {
            for (int row = 0; row < gradient[layer].length; row++) {
                for (int column = 0; column < gradient[layer][row].length; column++) {
                    final double[] weights = network.weights()[layer][row];
                    final double weight = weights[column];
                    weights[column] = weight + STEP;
                    forward(network, batch);
                    final double above = value.applyAsDouble(batch);
                    weights[column] = weight - STEP;
                    forward(network, batch);
                    final double below = value.applyAsDouble(batch);
                    weights[column] = weight;
                    final double expected = (above - below) / (2 * STEP);
                    assertThat(gradient[layer][row][column])
                            .as("layer %d [%d][%d]", layer, row, column)
                            .isCloseTo(expected, Offset.offset(1e-7 + 1e-5 * Math.abs(expected)));
                    largest = Math.max(largest, Math.abs(expected));
                }
            }
        }
        assertThat(largest).isGreaterThan(1e-3);
    }

    @Test
    void shouldHaveTheTriangleAsDerivativeOfTheSmoothSpike() {
        for (double x = -1.45; x < 1.5; x += 0.1) {
            final double difference =
                    (SpikeFunction.SMOOTH.value(x + STEP, 1.3) - SpikeFunction.SMOOTH.value(x - STEP, 1.3))
                            / (2 * STEP);
            assertThat(SpikeFunction.slope(x, 1.3)).isCloseTo(difference, Offset.offset(1e-6));
        }
        assertThat(SpikeFunction.SMOOTH.value(-2, 1)).isZero();
        assertThat(SpikeFunction.SMOOTH.value(2, 1)).isEqualTo(1);
        assertThat(SpikeFunction.STEP.value(0, 1)).isZero();
    }

    private static void forward(final LifNetwork network, final LifTrace[] batch) {
        for (final LifTrace trace : batch) {
            network.forward(trace);
            trace.clearGradients();
        }
    }

    /** Random input spikes; labels random, or what the network answers, so that the samples count for RCS. */
    private static LifTrace[] batch(final LifNetwork judge) {
        final SplittableRandom random = new SplittableRandom(11);
        final LifTrace[] batch = new LifTrace[BATCH];
        Arrays.setAll(batch, unused -> new LifTrace(SPEC));
        for (final LifTrace trace : batch) {
            trace.begin(random.nextInt(3));
            for (int tick = 0; tick < SPEC.ticks(); tick++) {
                for (int input = 0; input < 12; input++) {
                    if (random.nextInt(3) == 0) {
                        trace.spike(tick, input);
                    }
                }
            }
            if (judge != null) {
                judge.forward(trace);
                trace.label = trace.answers()[SPEC.ticks() - 1];
            }
        }
        return batch;
    }
}
