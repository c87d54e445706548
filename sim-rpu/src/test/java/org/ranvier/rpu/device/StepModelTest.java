package org.ranvier.rpu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Lines;

/** Step models without noise against closed forms and their defining formulas; parameters are single precision. */
final class StepModelTest {
    private static final int SIDE = 64;

    private static DeviceSpec exact(final StepModel model) {
        return Variants.withoutCycleNoise(Variants.withoutDeviceSpread(PulsedDevice.of(model)));
    }

    private static DeviceSpec bounded(final StepModel model) {
        return exact(model).with("dw_min", 0.01).with("w_max", 0.8).with("w_min", -0.5);
    }

    private static double pulsed(final DeviceSpec device, final int up, final int down) {
        final Cells cells = device.build(new ArraySite(1, 1, 3, 1));
        pulse(cells, 1, up, down);
        return cells.state(0, 0);
    }

    private static void pulse(final Cells cells, final int side, final int up, final int down) {
        final Lines lines = new Lines(side).gather(new long[] {side == 1 ? 1 : -1L});
        for (int slot = 0; slot < up + down; slot++) {
            cells.pulse(lines, lines, slot < up, slot);
        }
    }

    /** Repeats a step formula on a weight. */
    private static double repeat(final double from, final int times, final DoubleUnaryOperator change) {
        double w = from;
        for (int i = 0; i < times; i++) {
            w = Math.max(-0.5, Math.min(0.8, w + change.applyAsDouble(w)));
        }
        return w;
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "40, 0", "500, 0", "500, 30", "0, 60", "20, 300"})
    void shouldFollowClosedFormWhenBoundsAreSoft(final int up, final int down) {
        final double top = 0.8 - 0.8 * Math.pow(1 - 0.01 / 0.8, up);
        final double end = -0.5 + (top + 0.5) * Math.pow(1 - 0.01 / 0.5, down);
        assertThat(pulsed(bounded(new SoftBounds()), up, down)).isCloseTo(end, within(1e-7));
        assertThat(pulsed(bounded(new SoftBoundsReference()), up, down)).isCloseTo(end, within(1e-7));
    }

    @Test
    void shouldFollowClosedFormWhenSlopeIsLinear() {
        final DeviceSpec device =
                bounded(new LinearStep()).with("gamma_up", 0.4).with("gamma_down", -0.25);
        // w' = w + s (1 - g w / b) has the fixed point b / g.
        final double top = 0.8 / 0.4 * (1 - Math.pow(1 - 0.4 * 0.01 / 0.8, 60));
        assertThat(pulsed(device, 60, 0)).isCloseTo(top, within(1e-7));
        assertThat(pulsed(device, 400, 0)).isEqualTo((float) 0.8);
        // Without allow_increasing the sign of gamma is dropped; with it steps grow towards the bound.
        final double shrinking = -0.5 / 0.25 * (1 - Math.pow(1 - 0.25 * 0.01 / 0.5, 40));
        assertThat(pulsed(device, 0, 40)).isCloseTo(shrinking, within(1e-7));
        final double growing = -0.5 / -0.25 * (1 - Math.pow(1 + 0.25 * 0.01 / 0.5, 40));
        assertThat(pulsed(device.with("allow_increasing", 1), 0, 40)).isCloseTo(growing, within(1e-7));
    }

    @Test
    void shouldGrowTowardsBoundWhenReversed() {
        final DeviceSpec device =
                bounded(new SoftBounds()).with("reverse_up", 1).with("reverse_offset", 0.1);
        assertThat(pulsed(device, 30, 0)).isCloseTo(repeat(0, 30, w -> 0.01 * (1 + w / (0.5 + 0.1))), within(1e-7));
        assertThatThrownBy(() -> device.with("mult_noise", 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("device.mult_noise: 0 is not allowed, expected 1 together with reverse_up or reverse_down,"
                        + " whose noise is relative");
    }

    @Test
    void shouldDeriveDeviceWhenSoftBoundsAreGivenAsMeasured() {
        final Settings settings = new SoftBoundsPmax()
                .complete(PulsedDevice.of(new SoftBoundsPmax()).settings());
        final double b = 2 / (1 - Math.exp(-0.5));
        assertThat(settings.get(PulsedOptions.W_MIN)).isEqualTo(-1);
        assertThat(settings.get(PulsedOptions.W_MAX)).isCloseTo(b - 1, within(1e-12));
        assertThat(settings.get(PulsedOptions.DW_MIN)).isCloseTo(b * 0.0005, within(1e-12));
        assertThat(settings.get(PulsedOptions.UP_DOWN)).isCloseTo(1 - 2 / b, within(1e-12));
        assertThatThrownBy(() -> PulsedDevice.of(new SoftBoundsPmax()).with("range_max", -1))
                .hasMessage("device.range_max: -1.0 is not allowed, expected more than range_min -1.0");
    }

    @Test
    void shouldFollowFormulaWhenStepsAreExponential() {
        final DeviceSpec device = bounded(new ExpStep())
                .with("A_up", 0.3)
                .with("A_down", 0.2)
                .with("gamma_up", 2)
                .with("gamma_down", 3)
                .with("a", 0.7)
                .with("b", 0.1);
        final double top = repeat(0, 50, w -> 0.01 * Math.max(1 - 0.3 * Math.exp(2 * (2 * 0.7 * w / 1.3 + 0.1)), 0));
        assertThat(pulsed(device, 50, 0)).isCloseTo(top, within(1e-7));
        final double end =
                repeat(top, 90, w -> -0.01 * Math.max(1 - 0.2 * Math.exp(-3 * (2 * 0.7 * w / 1.3 + 0.1)), 0));
        assertThat(pulsed(device, 50, 90)).isCloseTo(end, within(1e-7));
        // The quirk of the granularity: the down step alone.
        assertThat(device.granularity()).isCloseTo(0.01 * (1 - 0.2 * Math.exp(-0.3)), within(1e-12));
    }

    @Test
    void shouldAddNoiseOfWeightAndConstantWhenExponentialNoiseIsComplex() {
        final DeviceSpec device = bounded(new ExpStep())
                .with("A_up", 1)
                .with("b", 0)
                .with("dw_min_std", 0.5)
                .with("dw_min_std_add", 0.02)
                .with("dw_min_std_slope", 0.1)
                .with("w_max", 10)
                .with("w_min", -10);
        final Cells cells = device.build(new ArraySite(SIDE, SIDE, 3, 1));
        pulse(cells, SIDE, 1, 0);
        // At weight 0 the step is 0 (1 - A_up), so only the added noise 0.5 * 0.02 is left.
        double squares = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                squares += cells.state(row, column) * cells.state(row, column);
            }
        }
        // 4.9 standard errors of a variance of 4096 normal numbers: 1e-6.
        assertThat(squares / (SIDE * SIDE) / 1e-4).isCloseTo(1, within(4.9 * Math.sqrt(2.0 / (SIDE * SIDE))));
    }

    @Test
    void shouldFollowFormulaWhenStepsArePowers() {
        final DeviceSpec device = bounded(new PowStep()).with("pow_gamma", 1.7).with("pow_up_down", 0.2);
        final double top = repeat(0, 70, w -> 0.01 * Math.pow((0.8 - w) / 1.3, 1.7));
        assertThat(pulsed(device, 70, 0)).isCloseTo(top, within(1e-7));
        final double end = repeat(top, 150, w -> -0.01 * Math.pow((w + 0.5) / 1.3, 0.8 * 1.7));
        assertThat(pulsed(device, 70, 150)).isCloseTo(end, within(1e-7));
        assertThat(device.granularity()).isCloseTo(0.01 * Math.pow(0.5, 1.7), within(1e-15));
    }

    @Test
    void shouldInterpolateBetweenNodesWhenStepsArePiecewise() {
        final DeviceSpec device =
                bounded(new PiecewiseStep()).with("piecewise_up", 2, 1, 0.5).with("piecewise_down", 0.5);
        // Nodes at -0.5, 0.15 and 0.8.
        final DoubleUnaryOperator up = w -> 0.01 * (w < 0.15 ? 2 - (w + 0.5) / 0.65 : 1 - 0.5 * (w - 0.15) / 0.65);
        assertThat(pulsed(device, 45, 0)).isCloseTo(repeat(0, 45, up), within(1e-7));
        assertThat(pulsed(device, 0, 60)).isCloseTo(-0.3, within(3e-7));
        assertThatThrownBy(() -> device.with("piecewise_up"))
                .hasMessage("device.piecewise_up: [] is not allowed, expected a list of 1..1024 numbers");
        assertThatThrownBy(() -> device.with("dw_min", 0.1, 0.2))
                .hasMessage("device.dw_min: [0.1, 0.2] is not allowed, expected one number");
    }

    @Test
    void shouldSubtractReferenceWhenDeviceHasOne() {
        final DeviceSpec device = bounded(new SoftBoundsReference()).with("reference_mean", 0.3);
        // Weight 0 is conductance 0.3; bounds are 0.5 and -0.8.
        assertThat(pulsed(device, 1, 0)).isCloseTo(0.01 * (1 - 0.3 / 0.8), within(1e-8));
        // Single precision ends the approach to a bound when a step is less than half a unit.
        assertThat(pulsed(device, 2000, 0)).isCloseTo(0.5, within(2e-6));
        assertThat(pulsed(device, 0, 2000)).isCloseTo(-0.8, within(4e-6));
        final DeviceSpec power = bounded(new PowStepReference()).with("reference_mean", 0.3);
        assertThat(pulsed(power, 1, 0)).isCloseTo(0.01 * (0.5 / 1.3), within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"soft-bounds-reference", "pow-step-reference"})
    void shouldHaveEqualStepsAtZeroWhenSymmetryPointIsSubtracted(final String type) {
        final StepModel model = type.startsWith("soft") ? new SoftBoundsReference() : new PowStepReference();
        final DeviceSpec device = Variants.withoutCycleNoise(PulsedDevice.of(model))
                .with("subtract_symmetry_point", 1)
                .with("dw_min_dtod", 0.2)
                .with("up_down", 0.3)
                .with("w_max_dtod", 0.2)
                .with("w_min_dtod", 0.2);
        final Cells up = device.build(new ArraySite(SIDE, SIDE, 3, 1));
        final Cells down = device.build(new ArraySite(SIDE, SIDE, 3, 1));
        pulse(up, SIDE, 1, 0);
        pulse(down, SIDE, 0, 1);
        for (int column = 0; column < SIDE; column++) {
            assertThat(up.state(9, column) + down.state(9, column)).isCloseTo(0, within(1e-9));
            assertThat(up.state(9, column)).isPositive();
        }
    }

    @Test
    void shouldMakeLastRowPerfectWhenBiasIsPerfect() {
        final Cells cells = Variants.withoutCycleNoise(PulsedDevice.of(new ConstantStep()))
                .with("perfect_bias", 1)
                .build(new ArraySite(SIDE, SIDE, 3, 1));
        pulse(cells, SIDE, 2000, 0);
        for (int column = 0; column < SIDE; column++) {
            assertThat(cells.state(SIDE - 1, column)).isCloseTo(3.2, within(1e-4));
            assertThat(cells.state(0, column)).isLessThan(3);
        }
    }
}
