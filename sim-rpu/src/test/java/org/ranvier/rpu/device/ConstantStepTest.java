package org.ranvier.rpu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;

/**
 * The constant-step device: exact where nothing is random, moments of its formulas where it is. Seeds are fixed; the stated
 * rates are the chance that a correct device had failed at the first choice of the seed.
 */
final class ConstantStepTest {
    private static final int SIDE = 128;
    private static final int DEVICES = SIDE * SIDE;

    private static DeviceSpec exact(final double step, final double bound) {
        return Variants.withoutCycleNoise(Variants.withoutDeviceSpread(ConstantStep.defaults()))
                .with("dw_min", step)
                .with("w_max", bound)
                .with("w_min", -bound);
    }

    private static Lines all(final int lines) {
        final long[] bits = new long[(lines + 63) / 64];
        for (int i = 0; i < lines; i++) {
            bits[i >>> 6] |= 1L << i;
        }
        return new Lines(lines).gather(bits);
    }

    private static Cells pulsed(final DeviceSpec device, final int side, final int up, final int down) {
        final Cells cells = device.build(new ArraySite(side, side, 11, 3));
        final Lines lines = all(side);
        for (int slot = 0; slot < up + down; slot++) {
            cells.pulse(lines, lines, slot < up, slot);
        }
        return cells;
    }

    @Test
    void shouldAddStepsInSinglePrecisionWhenPulsesHaveNoNoise() {
        assertThat(pulsed(exact(0.0016, 1), 1, 500, 0).weights()[0][0]).isEqualTo(Fixed.of(sum(0, 0.0016f, 500)));
        assertThat(pulsed(exact(0.0016, 1), 1, 700, 0).weights()[0][0]).isEqualTo(Fixed.ONE);
        assertThat(pulsed(exact(0.0016, 1), 1, 700, 500).weights()[0][0]).isEqualTo(Fixed.of(sum(1, -0.0016f, 500)));
        assertThat(sum(0, 0.0016f, 500)).isEqualTo(0.8, within(5e-6));
    }

    private static double sum(final float start, final float step, final int steps) {
        float sum = start;
        for (int i = 0; i < steps; i++) {
            sum += step;
        }
        return sum;
    }

    @Test
    void shouldNotLoseStepsBelowTheUnitWhenManyAddUp() {
        // A step of a tenth of a Q20 unit.
        assertThat(pulsed(exact(0x1p-20 / 10, 1), 1, 1000, 0).weights()[0][0]).isEqualTo(100);
    }

    @Test
    void shouldWeakenOneDirectionWhenUpDownIsSet() {
        final DeviceSpec weakDown = exact(0.001, 1).with("up_down", 0.05);
        assertThat(pulsed(weakDown, 1, 100, 0).weights()[0][0]).isEqualTo(Fixed.of(0.1));
        assertThat(pulsed(weakDown, 1, 0, 100).weights()[0][0]).isEqualTo(Fixed.of(-0.095));
        final DeviceSpec weakUp = exact(0.001, 1).with("up_down", -0.05);
        assertThat(pulsed(weakUp, 1, 100, 0).weights()[0][0]).isEqualTo(Fixed.of(0.095));
        assertThat(pulsed(weakUp, 1, 0, 100).weights()[0][0]).isEqualTo(Fixed.of(-0.1));
    }

    @Test
    void shouldSplitDirectionsAboutTheMeanWhenAsymmetryIsSet() {
        final DeviceSpec device = exact(0.001, 1).with("asymmetry", 0.1);
        assertThat(pulsed(device, 1, 100, 0).weights()[0][0]).isCloseTo(Fixed.of(0.105), within(1));
        assertThat(pulsed(device, 1, 0, 100).weights()[0][0]).isCloseTo(Fixed.of(-0.095), within(1));
    }

    /** Pool over devices, E = n dw and Var = dw^2 ((1 + sg^2)(n^2 + sc^2 n) - n^2): 4.9 standard errors each, rate 2e-6. */
    @Test
    void shouldHaveMomentsOfGainAndNoiseWhenPulsedOftenInsideBounds() {
        final int n = 20;
        final DeviceSpec device = exact(0.0016, 10).with("dw_min_dtod", 0.3).with("dw_min_std", 0.3);
        final Cells cells = pulsed(device, SIDE, n, 0);
        final double variance = 0.0016 * 0.0016 * ((1 + 0.09) * (n * n + 0.09 * n) - n * n);
        assertMoments(cells, n * 0.0016, variance, 3);
    }

    /** E = (exp(s^2 / 2)) dw and Var = dw^2 (exp(s^2) - 1) exp(s^2), kurtosis of the log-normal law: rate 2e-6. */
    @Test
    void shouldHaveLogNormalMomentsWhenGainIsLogNormal() {
        final double s = 0.3;
        final DeviceSpec device = exact(0.01, 10).with("dw_min_dtod", s).with("dw_min_dtod_log_normal", 1);
        final Cells cells = pulsed(device, SIDE, 1, 0);
        final double v = StrictMath.exp(s * s);
        final double kurtosis = Math.pow(v, 4) + 2 * Math.pow(v, 3) + 3 * Math.pow(v, 2) - 3;
        assertMoments(cells, 0.01 * Math.sqrt(v), 1e-4 * (v - 1) * v, kurtosis);
    }

    /** One pulse up, one down leaves (scale_up - scale_down) = 2 r dw: variance 4 up_down_dtod^2 dw^2, rate 2e-6. */
    @Test
    void shouldSpreadDifferenceOfDirectionsWhenUpDownSpreads() {
        final DeviceSpec device = exact(0.01, 10).with("dw_min_dtod", 0.3).with("up_down_dtod", 0.02);
        final Cells cells = pulsed(device, SIDE, 1, 1);
        assertMoments(cells, 0, 4 * 0.0004 * 1e-4, 3);
    }

    private static void assertMoments(
            final Cells cells, final double mean, final double variance, final double kurtosis) {
        double sum = 0;
        double squares = 0;
        for (final int[] row : cells.weights()) {
            for (final int weight : row) {
                final double deviation = Fixed.toDouble(weight) - mean;
                sum += deviation;
                squares += deviation * deviation;
            }
        }
        assertThat(sum / DEVICES).isCloseTo(0, within(4.9 * Math.sqrt(variance / DEVICES)));
        assertThat(squares / DEVICES / variance).isCloseTo(1, within(4.9 * Math.sqrt((kurtosis - 1) / DEVICES)));
    }

    /** Fraction of corrupt devices and uniform stuck weights: 4.9 standard errors, rate 2e-6. */
    @Test
    void shouldFreezeCorruptDevicesWhenProbabilityIsSet() {
        final DeviceSpec device =
                exact(0.01, 1).with("corrupt_devices_prob", 0.25).with("corrupt_devices_range", 0.4);
        final Cells before = pulsed(device, SIDE, 0, 0);
        final Cells after = pulsed(device, SIDE, 7, 0);
        int stuck = 0;
        double sum = 0;
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j++) {
                if (before.weights()[i][j] == after.weights()[i][j]) {
                    stuck++;
                    sum += Fixed.toDouble(after.weights()[i][j]);
                    assertThat(Math.abs(after.weights()[i][j])).isLessThanOrEqualTo(Fixed.of(0.4));
                } else {
                    assertThat(after.weights()[i][j]).isEqualTo(Fixed.of(0.07));
                }
            }
        }
        assertThat(stuck).isCloseTo(DEVICES / 4, within((int) (4.9 * Math.sqrt(DEVICES * 0.25 * 0.75))));
        assertThat(sum / stuck).isCloseTo(0, within(4.9 * 0.4 / Math.sqrt(3.0 * stuck)));
    }

    @Test
    void shouldPinDeviceAtMidpointWhenBoundsCrossWithoutConsistency() {
        final DeviceSpec device =
                exact(0.01, 0.1).with("w_max_dtod", 3).with("w_min_dtod", 3).with("enforce_consistency", 0);
        final Cells low = pulsed(device, 16, 0, 900);
        final Cells high = pulsed(device, 16, 900, 0);
        int pinned = 0;
        int free = 0;
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 16; j++) {
                assertThat(low.weights()[i][j]).isLessThanOrEqualTo(high.weights()[i][j]);
                pinned += low.weights()[i][j] == high.weights()[i][j] ? 1 : 0;
                free += low.weights()[i][j] < high.weights()[i][j] ? 1 : 0;
            }
        }
        // Bounds cross when 0.2 + 0.3 sqrt(2) xi < 0: P = 0.3187, 4.9 standard errors of 256 devices are 37.
        assertThat(pinned).isCloseTo(82, within(37));
        assertThat(free).isEqualTo(256 - pinned);
    }

    @Test
    void shouldGiveEqualWeightsWhenCellsAreVisitedInAnotherOrder() {
        final Cells together = ConstantStep.defaults().build(new ArraySite(9, 5, 1, 2));
        final Cells apart = ConstantStep.defaults().build(new ArraySite(9, 5, 1, 2));
        final Lines rows = all(9);
        final Lines columns = all(5);
        for (int slot = 0; slot < 50; slot++) {
            together.pulse(rows, columns, slot % 3 != 0, slot);
            for (int row = 8; row >= 0; row--) {
                for (int column = 4; column >= 0; column--) {
                    final Lines oneRow = new Lines(9).gather(new long[] {1L << row});
                    final Lines oneColumn = new Lines(5).gather(new long[] {1L << column});
                    apart.pulse(oneRow, oneColumn, slot % 3 != 0, slot);
                }
            }
        }
        assertThat(apart.weights()).isDeepEqualTo(together.weights());
    }

    /** A recorded hash: changes only when noise addresses, their order or the arithmetic change, which breaks saved runs. */
    @Test
    void shouldReproduceRecordedBitsWhenBuiltAndPulsedOnAnyJvm() {
        final DeviceSpec device =
                ConstantStep.defaults().with("dw_min_dtod_log_normal", 1).with("corrupt_devices_prob", 0.1);
        final Cells cells = pulsed(device, 32, 60, 40);
        assertThat(Arrays.deepHashCode(cells.weights())).isEqualTo(1197918239);
    }

    @Test
    void shouldDifferWhenSeedOrArrayDiffers() {
        final int[][] here = pulsed(ConstantStep.defaults(), 8, 5, 0).weights();
        final Cells other = ConstantStep.defaults().build(new ArraySite(8, 8, 11, 4));
        for (int slot = 0; slot < 5; slot++) {
            other.pulse(all(8), all(8), true, slot);
        }
        assertThat(Arrays.deepEquals(other.weights(), here)).isFalse();
    }

    @Test
    void shouldClampToTheDevicesOwnBoundWhenAWeightIsSet() {
        final Cells cells = ConstantStep.defaults().build(new ArraySite(4, 4, 8, 0));
        cells.weight(2, 3, 5 * Fixed.ONE);
        assertThat(cells.weights()[2][3]).isBetween(1, cells.reach(2, 3));
        cells.weight(2, 3, 1234);
        assertThat(cells.weights()[2][3]).isEqualTo(1234);
    }
}
