package org.ranvier.testbench.anytime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.anytime.AnytimeChip;

/** Thresholds by the suffix rule, on traces of one tick made by hand, and on two ticks. */
class CalibrationTest {
    /** Gaps 1..n; a sample is right unless its gap is listed. */
    private static OutputTrace trace(final int samples, final int... wrongGaps) {
        final int[] labels = new int[samples];
        final int[][] classes = new int[samples][1];
        final int[][] gaps = new int[samples][1];
        for (int i = 0; i < samples; i++) {
            gaps[i][0] = i + 1;
            final int gap = i + 1;
            classes[i][0] = Arrays.stream(wrongGaps).anyMatch(wrong -> wrong == gap) ? 1 : 0;
        }
        return new OutputTrace(labels, classes, gaps);
    }

    private static int threshold(final OutputTrace trace, final double epsilon) {
        return Calibration.thresholds(trace, epsilon)[0];
    }

    @Test
    void shouldTakeTheSmallestGapWhoseSuffixIsGood() {
        // Of the 60 gaps above 40 one is wrong; 40 makes it 2 of 61, and 39 makes it 3 of 62.
        assertThat(threshold(trace(100, 70, 40, 39), 0.05)).isEqualTo(-1);
        assertThat(threshold(trace(100, 70, 40, 39), 0.025)).isEqualTo(40);
        assertThat(threshold(trace(100, 40, 39, 38), 0.02)).isEqualTo(39);
        assertThat(threshold(trace(100), 0.02)).isEqualTo(-1);
    }

    @Test
    void shouldNotTakeALuckyDipBelowAStretchOfWrongGaps() {
        // 5 of the 59 gaps from 42 on are wrong, more than 7 %; 6 of all 100 are fewer.
        final OutputTrace trace = trace(100, 41, 42, 43, 44, 45, 46);
        assertThat(threshold(trace, 0.07)).isEqualTo(42);
    }

    @Test
    void shouldNotLetASingleWrongAnswerBlockTheTick() {
        // The widest gap of all is wrong, as for a wrong label: 1 of 1. With 50 it is 1 of 50.
        assertThat(threshold(trace(100, 100), 0.02)).isEqualTo(-1);
        assertThat(threshold(trace(100, 100, 99), 0.02)).isEqualTo(AnytimeChip.NEVER);
        assertThat(threshold(trace(30), 0.02)).isEqualTo(AnytimeChip.NEVER);
    }

    @Test
    void shouldKeepEqualGapsTogether() {
        final int[][] gaps = {{5}, {5}, {5}, {5}, {9}, {9}, {9}, {9}, {9}, {9}, {9}, {9}};
        final int[][] classes = {{0}, {0}, {1}, {1}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}};
        assertThat(threshold(new OutputTrace(new int[12], classes, gaps), 0.15)).isEqualTo(5);
    }

    @Test
    void shouldCallAnAnswerRightOnlyWhenItStaysRight() {
        final int[][] classes = new int[20][];
        final int[][] gaps = new int[20][];
        for (int i = 0; i < 20; i++) {
            classes[i] = new int[] {0, i < 10 ? 1 : 0, 0};
            gaps[i] = new int[] {100 + i, 100 + i, 100 + i};
        }
        final OutputTrace trace = new OutputTrace(new int[20], classes, gaps);
        assertThat(Calibration.thresholds(trace, 0.1)).containsExactly(108, 108, -1);
        assertThat(trace.settled(0)).isEqualTo(2);
        assertThat(trace.settled(19)).isZero();
    }

    @Test
    void shouldCountTicksAndAnswersOfATable() {
        final OutputTrace trace = new OutputTrace(
                new int[] {1, 2}, new int[][] {{0, 1, 1}, {2, 2, 3}}, new int[][] {{9, 5, 1}, {3, 7, 0}});
        assertThat(trace.stoppedBy(new int[] {9, 4, 0})).isEqualTo(new Tradeoff.Point(1, 2));
        assertThat(trace.stoppedBy(new int[] {8, 7, 0})).isEqualTo(new Tradeoff.Point(0, 2));
    }

    @Test
    void shouldRefuseAnEpsilonOutOfRange() {
        assertThatThrownBy(() -> Calibration.thresholds(trace(10), 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--epsilon");
    }
}
