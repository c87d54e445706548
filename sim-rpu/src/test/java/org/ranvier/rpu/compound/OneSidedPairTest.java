package org.ranvier.rpu.compound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.ExpStep;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.rpu.device.PulsedDevice;

/** One-sided pairs of ideal devices against the rule; the test bench compares phase-change pairs with another simulator. */
final class OneSidedPairTest {
    static DeviceSpec phaseChange() {
        return PulsedDevice.of(new ExpStep())
                .with("dw_min", 0.01)
                .with("dw_min_dtod", 0.2)
                .with("dw_min_std", 0.6)
                .with("up_down", 0)
                .with("up_down_dtod", 0.05)
                .with("w_max", 2)
                .with("w_min", 0)
                .with("w_max_dtod", 0.1)
                .with("w_min_dtod", 0)
                .with("reset", 0.01)
                .with("reset_dtod", 0.02)
                .with("A_up", -27.235)
                .with("A_down", -2.235)
                .with("gamma_up", 2.5)
                .with("gamma_down", 2.5)
                .with("a", -1)
                .with("b", 0)
                .with("dw_min_std_add", 0.042)
                .with("dw_min_std_slope", 0.108);
    }

    @Test
    void shouldRaiseOneDeviceOnlyWhenPulsed() {
        final Tiles tiles = new Tiles(1, 2, 3, OneSidedPair.of(Tiles.ideal()));
        for (int i = 0; i < 5; i++) {
            tiles.pulse(true);
        }
        tiles.pulse(false);
        tiles.pulse(false);
        assertThat(tiles.part(0, 0).weights()[1]).containsOnly(5 << 10);
        assertThat(tiles.part(0, 1).weights()[1]).containsOnly(2 << 10);
        assertThat(tiles.cells(0).weights()[1]).containsOnly(3 << 10);
    }

    /** Bound 1: refreshed as soon as g+ is above .75 and g- above .25, after which g+ is the difference and g- at rest. */
    @Test
    void shouldGiveRangeBackWhenBothDevicesAreWorn() {
        final DeviceSpec single = Tiles.noisy()
                .with("dw_min_std", 0)
                .with("dw_min", 0x1p-5)
                .with("w_max", 1)
                .with("reset", 0)
                .with("reset_std", 0);
        final Tiles tiles = new Tiles(
                1, 4, 4, OneSidedPair.of(single).with("refresh_every", 1).with("refresh_forward_is_perfect", 1));
        for (int i = 0; i < 25; i++) {
            tiles.pulse(true);
        }
        for (int i = 0; i < 8; i++) {
            tiles.pulse(false);
        }
        assertThat(tiles.part(0, 1).state(2, 2)).as("g- at the threshold").isEqualTo(0.25);
        tiles.pulse(false);
        assertThat(tiles.part(0, 0).state(2, 2)).isCloseTo(0.5, within(1e-6));
        assertThat(tiles.part(0, 1).state(2, 2)).isZero();
        assertThat(tiles.cells(0).weights()[2][2]).isEqualTo(Fixed.ONE / 2);
    }

    @Test
    void shouldReachWhatOneDeviceReachesWhenNoneFallsBelowZero() {
        final DeviceSpec rising = Tiles.noisy().with("w_max", 2).with("w_min", 0);
        assertThat(new Tiles(1, 1, 1, OneSidedPair.of(rising)).cells(0).reach(0, 0))
                .isEqualTo(2 * Fixed.ONE);
        final DeviceSpec both = rising.with("w_min", -1);
        assertThat(new Tiles(1, 1, 1, OneSidedPair.of(both)).cells(0).reach(0, 0))
                .isEqualTo(4 * Fixed.ONE);
    }

    @Test
    void shouldSetEitherDeviceWhenAWeightIsSet() {
        final Cells cells = new Tiles(1, 1, 2, OneSidedPair.of(new IdealDevice(0x1p-10, 0, 1))).cells(0);
        cells.weight(0, 0, Fixed.ONE / 4);
        cells.weight(0, 1, -Fixed.ONE / 8);
        assertThat(cells.weights()[0]).containsExactly(Fixed.ONE / 4, -Fixed.ONE / 8);
        assertThat(Tiles.part(cells, 1).weights()[0]).containsExactly(0, Fixed.ONE / 8);
    }
}
