package org.ranvier.testbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputLayerTest {
    private static final double[] SCORES = {-1, -0.5, -0.25, 0, 0, 0.1, 0.25, 0.5, 0.75, 1};
    private static final int DRAWS = 20_000;

    /** False-alarm rate 1e-6; the noise of 1024 steps differs from Gumbel noise by less than these draws can show. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldWinWithSoftmaxProbabilityWhenSumsAreFixed(final int bsh) {
        final OutputLayer layer = layer(10, bsh);
        final int[] sums = new int[10];
        final double[] expected = new double[10];
        double total = 0;
        for (int k = 0; k < 10; k++) {
            sums[k] = SsnnBpSpec.q20(SCORES[k]);
            expected[k] = Math.exp((1 << bsh) * SCORES[k]);
            total += expected[k];
        }
        for (int k = 0; k < 10; k++) {
            expected[k] *= DRAWS / total;
        }
        final long[] wins = new long[10];
        for (int i = 0; i < DRAWS; i++) {
            wins[layer.compete(sums)]++;
        }
        assertThat(ChiSquareTest.withDefaults().test(expected, wins).getPValue())
                .isGreaterThan(1e-6);
    }

    @Test
    void shouldEmitNothingWhenTheLabelWins() {
        final EventList errors = new EventList(10);
        OutputLayer.compare(3, 3, errors);
        assertThat(errors.count()).isZero();
    }

    @Test
    void shouldRaiseTheLabelAndLowerTheWinnerWhenTheyDiffer() {
        final EventList errors = new EventList(10);
        OutputLayer.compare(2, 5, errors);
        assertThat(EventLists.text(errors)).isEqualTo("-2 +5");
        errors.clear();
        OutputLayer.compare(7, 5, errors);
        assertThat(EventLists.text(errors)).isEqualTo("+5 -7");
    }

    private static OutputLayer layer(final int classes, final int bsh) {
        return new OutputLayer(
                new SsnnBpSpec(new int[] {1, classes}, 1, 1, 1, SsnnBpSpec.ONE, bsh, new int[0], new int[0], true, 42));
    }
}
