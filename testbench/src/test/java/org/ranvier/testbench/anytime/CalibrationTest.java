package org.ranvier.testbench.anytime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        // Of the 30 gaps above 30 one is wrong; 30 makes it 2 of 31, and 29 makes it 3 of 32.
        assertThat(threshold(trace(60, 40, 30, 29), 0.05)).isEqualTo(30);
        assertThat(threshold(trace(60, 40, 30, 29), 0.1)).isEqualTo(-1);
        assertThat(threshold(trace(60), 0.05)).isEqualTo(-1);
    }

    @Test
    void shouldNotTakeALuckyDipBelowAStretchOfWrongGaps() {
        // 3 of the 28 gaps from 33 on are wrong, more than 10 %; 5 of all 60 are fewer.
        assertThat(threshold(trace(60, 31, 32, 33, 34, 35), 0.1)).isEqualTo(33);
    }

    @Test
    void shouldNotLetASingleWrongAnswerBlockTheTick() {
        // The widest gap of all is wrong, as for a wrong label: 1 of 1. With 50 it is 1 of 50.
        assertThat(threshold(trace(60, 60), 0.02)).isEqualTo(-1);
        assertThat(threshold(trace(60, 60, 59), 0.02)).isEqualTo(AnytimeChip.NEVER);
        assertThat(threshold(trace(30), 0.02)).isEqualTo(AnytimeChip.NEVER);
    }

    @ParameterizedTest
    @CsvSource({"490, 495", "497, 511"})
    void shouldRoundUpToTheGridOfTheCounters(final int wrongGap, final int expected) {
        // The widest gap is 1000, so a counter is 16 wide: 490 is in another one than 500, 497 in the same.
        final int[][] gaps = new int[120][1];
        final int[][] classes = new int[120][1];
        for (int i = 0; i < 120; i++) {
            gaps[i][0] = i < 40 ? 1000 : i < 80 ? 500 : wrongGap;
            classes[i][0] = i < 80 ? 0 : 1;
        }
        assertThat(threshold(new OutputTrace(new int[120], classes, gaps), 0.05))
                .isEqualTo(expected);
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
        assertThat(Calibration.thresholds(trace, 0.1)).containsExactly(109, 109, -1);
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
