package org.ranvier.rpu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;

/** Write noise: what reads see differs from what devices hold, and is drawn again only for devices that were touched. */
final class WriteNoiseTest {
    private static final int SIDE = 64;
    private static final double NOISE = 0.05;

    private static DeviceSpec device() {
        return Variants.withoutCycleNoise(Variants.withoutDeviceSpread(ConstantStep.defaults()))
                .with("dw_min", 0.001)
                .with("write_noise_std", NOISE / 0.001);
    }

    private static Cells cells(final DeviceSpec device) {
        return device.build(new ArraySite(SIDE, SIDE, 8, 2));
    }

    private static Lines lines(final long bits) {
        return new Lines(SIDE).gather(new long[] {bits});
    }

    private static int[][] copy(final Cells cells) {
        return Arrays.stream(cells.weights()).map(int[]::clone).toArray(int[][]::new);
    }

    /** 4.9 standard errors of 4096 normal numbers: 1e-6 each. */
    private static void assertNoise(final Cells cells, final double held) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                assertThat(cells.state(row, column)).isCloseTo(held, within(1e-9));
                assertThat(Math.abs(cells.weights()[row][column])).isLessThanOrEqualTo(cells.reach(row, column));
                final double noise = Fixed.toDouble(cells.weights()[row][column]) - held;
                sum += noise;
                squares += noise * noise;
            }
        }
        final int devices = SIDE * SIDE;
        assertThat(sum / devices).isCloseTo(0, within(4.9 * NOISE / SIDE));
        assertThat(squares / devices / (NOISE * NOISE)).isCloseTo(1, within(4.9 * Math.sqrt(2) / SIDE));
    }

    @Test
    void shouldShowNoiseOfStatedSizeWhenSetPulsedOrAged() {
        final Cells cells = cells(device().with("lifetime", 2).with("reset", 0));
        assertNoise(cells, 0);
        cells.pulse(lines(-1), lines(-1), true, 0);
        assertNoise(cells, (float) 0.001);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                cells.weight(row, column, Fixed.ONE / 2);
            }
        }
        assertNoise(cells, 0.5);
        cells.decay(1, 1);
        assertNoise(cells, 0.25);
    }

    @Test
    void shouldShowHeldWeightWhenSettingIsWithoutNoise() {
        final Cells cells = cells(device().with("apply_write_noise_on_set", 0));
        cells.weight(1, 2, 12345);
        assertThat(cells.weights()[1][2]).isEqualTo(12345);
        assertThat(cells.weights()[0][0]).isZero();
    }

    @Test
    void shouldDrawAnewOnlyForTouchedDevicesWhenPulsed() {
        final Cells cells = cells(device());
        final int[][] before = copy(cells);
        cells.pulse(lines(0b101), lines(0b11), true, 0);
        cells.update(
                new Coincidences() {
                    @Override
                    public Lines rows() {
                        return lines(0b1000);
                    }

                    @Override
                    public int count(final int row, final int[] pulses) {
                        Arrays.fill(pulses, 0);
                        pulses[5] = 3;
                        pulses[6] = -2;
                        return 3;
                    }
                },
                1);
        int changed = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                changed += cells.weights()[row][column] == before[row][column] ? 0 : 1;
            }
        }
        assertThat(changed).isEqualTo(2 * 2 + 2);
        assertThat(cells.state(3, 5)).isCloseTo(0.003, within(1e-9));
        assertThat(cells.state(3, 6)).isCloseTo(-0.002, within(1e-9));
    }

    @Test
    void shouldGoOnUnchangedWhenSavedAndRestored() {
        final DeviceSpec device = device().with("drift_nu", 0.1).with("drift_nu_dtod", 0.2);
        final Cells cells = cells(device);
        cells.pulse(lines(-1), lines(-1), true, 0);
        cells.drift(5, 1);
        final StateWriter out = new StateWriter();
        cells.save(out);
        final Cells other = cells(device);
        other.restore(new StateReader(out.toByteArray()));
        assertThat(other.weights()).isDeepEqualTo(cells.weights());
        cells.drift(50, 2);
        other.drift(50, 2);
        assertThat(other.weights()).isDeepEqualTo(cells.weights());
    }

    @Test
    void shouldNotDependOnOrderWhenDevicesAreSet() {
        final Cells one = cells(device());
        final Cells other = cells(device());
        one.weight(0, 0, 1000);
        one.weight(5, 7, 2000);
        other.weight(5, 7, 2000);
        other.weight(0, 0, 1000);
        assertThat(one.weights()).isDeepEqualTo(other.weights());
    }
}
