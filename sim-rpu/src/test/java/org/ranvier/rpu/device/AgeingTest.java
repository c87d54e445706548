package org.ranvier.rpu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;

/** Decay, diffusion, reset and drift against closed forms, and where they do not apply. */
final class AgeingTest {
    private static final int SIDE = 128;

    private static DeviceSpec plain() {
        return Variants.withoutCycleNoise(Variants.withoutDeviceSpread(ConstantStep.defaults()))
                .with("w_max", 10)
                .with("w_min", -10)
                .with("reset", 0);
    }

    private static Cells at(final DeviceSpec device, final double weight) {
        final Cells cells = device.build(new ArraySite(SIDE, SIDE, 5, 1));
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                cells.weight(row, column, Fixed.of(weight));
            }
        }
        return cells;
    }

    private static Lines all() {
        return new Lines(SIDE).gather(new long[] {-1, -1});
    }

    @Test
    void shouldResetOnlyChosenDevicesWhenChanceIsBelowOne() {
        final Cells cells = at(plain().with("reset_std", 0).with("reset", 0.25), 0.5);
        final Lines rows = new Lines(SIDE).gather(new long[] {0b11, 0});
        cells.reset(rows, all(), 0.5, 9);
        int reset = 0;
        for (int column = 0; column < SIDE; column++) {
            for (int row = 0; row < 2; row++) {
                assertThat(cells.state(row, column)).isIn(0.25, 0.5);
                reset += cells.state(row, column) == 0.25 ? 1 : 0;
            }
            assertThat(cells.state(2, column)).isEqualTo(0.5);
        }
        // 256 fair coins, 4.9 standard errors (1e-6).
        assertThat(reset).isCloseTo(128, within(39));
    }

    @Test
    void shouldDecayTowardsResetPointByOwnLifetimeWhenLifetimesSpread() {
        final Cells cells =
                at(plain().with("lifetime", 10).with("lifetime_dtod", 0.2).with("reset", 0.2), 0.5);
        cells.decay(1, 0);
        cells.decay(0.5, 1);
        for (int column = 0; column < SIDE; column++) {
            final double own = Draw.LIFETIME.deviation(new ArraySite(SIDE, SIDE, 5, 1), 7, column, 0.2);
            final double rate = 1 / (10 * (1 + own));
            final double expected = 0.2 + 0.3 * (1 - rate) * (1 - rate / 2);
            assertThat(cells.state(7, column)).isCloseTo(expected, within(1e-7));
        }
    }

    @Test
    void shouldStartDriftAnewWhenWeightChanged() {
        final Cells cells = at(plain().with("drift_nu", 0.1), 0.5);
        cells.drift(10, 0);
        assertThat(cells.state(0, 0)).isCloseTo(0.5 * StrictMath.pow(10, -0.1), within(1e-8));
        cells.weight(0, 0, Fixed.of(0.25));
        cells.drift(90, 1);
        // Seen to have changed, the device starts at this call; the other has drifted on.
        assertThat(cells.state(0, 0)).isEqualTo(0.25);
        assertThat(cells.state(1, 1)).isCloseTo(0.5 * StrictMath.pow(100, -0.1), within(1e-8));
        cells.drift(900, 2);
        assertThat(cells.state(0, 0)).isCloseTo(0.25 * StrictMath.pow(900, -0.1), within(1e-8));
    }

    @Test
    void shouldNotMoveWhenDeviceDoesNotAge() {
        final Cells cells = at(plain(), 0.5);
        cells.decay(1, 0);
        cells.diffuse(1);
        cells.drift(100, 2);
        assertThat(cells.state(5, 5)).isEqualTo(0.5);
    }
}
