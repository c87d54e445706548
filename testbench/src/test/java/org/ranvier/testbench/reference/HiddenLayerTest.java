package org.ranvier.testbench.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frequencies are compared within 6 / (2 sqrt(draws)), six standard deviations at most: false-alarm rate below 2e-9 per comparison. */
final class HiddenLayerTest {
    private static final int DRAWS = 40_000;
    private static final double BOUND = 3 / Math.sqrt(DRAWS);
    private static final double[] ERRORS = {0.25, -0.5, 1.5, 0, -0.03, 0.9};
    private static final int[] HALF = {1 << 19, 1 << 19, 1 << 19, 1 << 19, 1 << 19, 1 << 19};

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2"})
    void shouldFireWithClippedProbabilityWhenInputIsFixed(final int thetaShift, final double theta) {
        final double[] inputs = {-0.5, 0, 0.125, 0.75, 1.25, 3};
        final HiddenLayer layer = layer(thetaShift, 0, true);
        final int[] sums = new int[6];
        final int[] spikes = new int[6];
        for (int j = 0; j < 6; j++) {
            sums[j] = SsnnBpSpec.q20(inputs[j]);
        }
        final EventList fired = new EventList(6);
        for (int t = 1; t <= DRAWS; t++) {
            fired.clear();
            layer.fire(t, sums, fired);
            for (int e = 0; e < fired.count(); e++) {
                spikes[fired.neuron(e)]++;
            }
        }
        for (int j = 0; j < 6; j++) {
            final double expected = Math.max(0, Math.min(1, inputs[j] / theta));
            assertThat((double) spikes[j] / DRAWS).isCloseTo(expected, within(certain(expected) ? 0 : BOUND));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void shouldAnswerWithClippedErrorOnAverageWhenGateIsOpen(final int kappaShift) {
        final HiddenLayer layer = layer(0, kappaShift, false);
        final WeightMatrix crossbar = crossbar();
        final EventList above = EventLists.of(1, -2);
        final EventList fired = new EventList(6);
        layer.fire(1, HALF, fired);
        final int[] sum = new int[6];
        final int[] spikes = new int[6];
        for (int i = 0; i < DRAWS; i++) {
            fired.clear();
            layer.feedBack(1, crossbar, above, fired);
            for (int e = 0; e < fired.count(); e++) {
                sum[fired.neuron(e)] += fired.sign(e);
                spikes[fired.neuron(e)]++;
            }
        }
        for (int j = 0; j < 6; j++) {
            final double expected = Math.max(-1, Math.min(1, ERRORS[j] * Math.pow(2, kappaShift)));
            assertThat((double) sum[j] / DRAWS).isCloseTo(expected, within(certain(Math.abs(expected)) ? 0 : BOUND));
            assertThat(spikes[j]).as("a neuron fires one sign only").isEqualTo(Math.abs(sum[j]));
        }
    }

    /** The error 1.5 fires for certain, so that only the gate decides; the edges are u = 2^theta exactly and u = 0. */
    @Test
    void shouldBlockErrorsWhenInputIsOutsideTheLinearRange() {
        final HiddenLayer layer = layer(0, 0, false);
        final int[] inputs = {-1, 0, 1, (1 << 20) - 1, 1 << 20};
        final boolean[] open = {false, false, true, true, false};
        for (int i = 0; i < inputs.length; i++) {
            final int[] sums = new int[6];
            sums[2] = inputs[i];
            layer.fire(5, sums, new EventList(6));
            final EventList fired = new EventList(6);
            layer.feedBack(5, crossbar(), EventLists.of(1, -2), fired);
            assertThat(EventLists.text(fired)).as("u = %d", inputs[i]).isEqualTo(open[i] ? "+2" : "");
        }
    }

    /** Layer 1 of 2 is gated by what it was two ticks earlier: open in tick 3 only, it answers in tick 5 only. */
    @Test
    void shouldUseTheGateOfTheCausingTickWhenAligned() {
        final HiddenLayer layer = layer(0, 0, true);
        final StringBuilder answered = new StringBuilder();
        for (int t = 0; t < 8; t++) {
            final int[] sums = new int[6];
            sums[2] = t == 3 ? 1 : 0;
            layer.fire(t, sums, new EventList(6));
            final EventList fired = new EventList(6);
            layer.feedBack(t, crossbar(), t < 3 ? EventLists.of() : EventLists.of(1, -2), fired);
            answered.append(fired.count());
        }
        assertThat(answered).hasToString("00000100");
    }

    @Test
    void shouldStaySilentWhenTheImageCannotHaveArrivedYet() {
        final HiddenLayer layer = layer(0, 0, true);
        final EventList fired = new EventList(6);
        layer.fire(0, new int[] {2 << 20, 2 << 20, 2 << 20, 2 << 20, 2 << 20, 2 << 20}, fired);
        assertThat(fired.count()).isZero();
    }

    private static HiddenLayer layer(final int thetaShift, final int kappaShift, final boolean align) {
        return new HiddenLayer(
                new SsnnBpSpec(
                        new int[] {1, 6, 2},
                        1,
                        1,
                        1,
                        2 << 20,
                        1,
                        new int[] {thetaShift},
                        new int[] {kappaShift},
                        align,
                        17),
                1);
    }

    /** Errors +1 in column 0 and -1 in column 1 reach the six rows as {@link #ERRORS}. */
    private static WeightMatrix crossbar() {
        final WeightMatrix crossbar = new WeightMatrix(6, 2, 0, 0);
        for (int j = 0; j < 6; j++) {
            crossbar.weights()[2 * j] = SsnnBpSpec.q20(ERRORS[j]) / 2;
            crossbar.weights()[2 * j + 1] = -SsnnBpSpec.q20(ERRORS[j]) / 2;
        }
        return crossbar;
    }

    private static boolean certain(final double probability) {
        return probability == 0 || probability == 1;
    }
}
