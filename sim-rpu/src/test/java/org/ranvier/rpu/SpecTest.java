package org.ranvier.rpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.IdealDevice;

/** Specifications: defaults, options by name, and what is refused with which message. */
final class SpecTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ideal | step | 0 | device.step: 0.0 is not allowed, expected a number in 9.5367431640625E-7..1.0",
                "ideal | asymmetry | -2.5 | device.asymmetry: -2.5 is not allowed, expected a number in -2.0..2.0",
                "ideal | bound | NaN | device.bound: NaN is not allowed, expected a number in 9.5367431640625E-7..1024.0",
                "ideal | dw_min | 1 | device ideal option: dw_min is not allowed, expected one of step, asymmetry, bound",
                "constant-step | dw_min | 0 | device.dw_min: 0.0 is not allowed, expected a number in 1.0E-9..1.0",
                "constant-step | dw_min_dtod | -1 | device.dw_min_dtod: -1.0 is not allowed, expected a number in 0.0..10.0",
                "constant-step | dw_min_std | 101 | device.dw_min_std: 101.0 is not allowed, expected a number in 0.0..100.0",
                "constant-step | up_down | 1.5 | device.up_down: 1.5 is not allowed, expected a number in -1.0..1.0",
                "constant-step | up_down_dtod | 11 | device.up_down_dtod: 11.0 is not allowed, expected a number in 0.0..10.0",
                "constant-step | asymmetry | 3 | device.asymmetry: 3.0 is not allowed, expected a number in -2.0..2.0",
                "constant-step | w_max | -1 | device.w_max: -1.0 is not allowed, expected a number in 0.0..1024.0",
                "constant-step | w_min | 0.5 | device.w_min: 0.5 is not allowed, expected a number in -1024.0..0.0",
                "constant-step | w_max_dtod | -1 | device.w_max_dtod: -1.0 is not allowed, expected a number in 0.0..10.0",
                "constant-step | w_min_dtod | 20 | device.w_min_dtod: 20.0 is not allowed, expected a number in 0.0..10.0",
                "constant-step | dw_min_dtod_log_normal | 2 | device.dw_min_dtod_log_normal: 2.0 is not allowed, expected 0 or 1",
                "constant-step | enforce_consistency | 0.5 | device.enforce_consistency: 0.5 is not allowed, expected 0 or 1",
                "constant-step | corrupt_devices_prob | 1.1 | device.corrupt_devices_prob: 1.1 is not allowed, expected a number in 0.0..1.0",
                "constant-step | corrupt_devices_range | -1 | device.corrupt_devices_range: -1.0 is not allowed, expected a number in 0.0..1024.0"
            })
    void shouldNameOptionValueAndRangeWhenDeviceOptionIsBad(
            final String type, final String option, final double value, final String message) {
        final DeviceSpec device = Devices.named(type);
        assertRefused(() -> device.with(option, value), message);
    }

    @Test
    void shouldListKnownNamesWhenDeviceIsUnknown() {
        assertRefused(
                () -> Devices.named("memristor"),
                "device.type: memristor is not allowed, expected one of ideal, constant-step, linear-step, soft-bounds,"
                        + " soft-bounds-pmax, soft-bounds-reference, exp-step, pow-step, pow-step-reference,"
                        + " piecewise-step, vector, reference, one-sided, transfer, buffered-transfer, chopped-transfer,"
                        + " dynamic-transfer, mixed-precision");
        assertThatThrownBy(() -> ConstantStep.defaults().with("gamma", 1))
                .hasMessageStartingWith("device constant-step option: gamma is not allowed, expected one of dw_min,");
    }

    @ParameterizedTest
    @CsvSource({
        "dw_min, 0.001",
        "dw_min_dtod, 0.2",
        "dw_min_dtod_log_normal, 1",
        "dw_min_std, 0.5",
        "up_down, 0.05",
        "up_down_dtod, 0.02",
        "asymmetry, 0.1",
        "w_max, 0.6",
        "w_min, -0.6",
        "w_max_dtod, 0.1",
        "w_min_dtod, 0.2",
        "enforce_consistency, 0",
        "corrupt_devices_prob, 0.1",
        "corrupt_devices_range, 0.2"
    })
    void shouldChangeExactlyOneThingWhenOptionIsGiven(final String option, final double value) {
        final DeviceSpec changed = ConstantStep.defaults().with(option, value);
        assertThat(changed).isNotEqualTo(ConstantStep.defaults());
        assertThat(ConstantStep.defaults().settings().values())
                .allSatisfy((name, usual) -> assertThat(changed.settings().values())
                        .containsEntry(name, name.equals(option) ? List.of(value) : usual));
    }

    @Test
    void shouldHaveDocumentedDefaultsWhenNamed() {
        assertThat(Devices.named("ideal")).isEqualTo(new IdealDevice(1.0 / 640, 0, 1));
        assertThat(Devices.named("constant-step").granularity()).isEqualTo(0.0016);
        assertThat(Devices.named("constant-step").type()).isEqualTo("constant-step");
    }

    @Test
    void shouldRefuseShapeWhenOutOfRange() {
        final IdealDevice device = IdealDevice.defaults();
        assertRefused(() -> CrossbarSpec.of(0, 1, device), "crossbar.rows: 0 is not allowed, expected 1..65536");
        assertRefused(
                () -> CrossbarSpec.of(1, 65537, device), "crossbar.columns: 65537 is not allowed, expected 1..65536");
        assertRefused(
                () -> CrossbarSpec.of(65536, 4097, device),
                "crossbar.columns: 4097 is not allowed, expected at most 4096 with 65536 rows");
        assertRefused(() -> CrossbarSpec.of(1, 1, null), "crossbar.device: null is not allowed, expected a device");
        assertRefused(
                () -> CrossbarSpec.of(1, 1, device).withReadNoise(-1),
                "crossbar.read_noise: -1.0 is not allowed, expected a number in 0.0..1024.0");
        assertRefused(
                () -> CrossbarSpec.of(1, 1, device).withTiming(null),
                "crossbar.timing: null is not allowed, expected a timing");
        assertRefused(
                () -> new CrossbarTiming(0, 1, 1, 1), "timing.read_cycles: 0 is not allowed, expected 1..1000000");
    }

    @Test
    void shouldRefuseCrossbarWhenReadOutCouldLeaveIntRange() {
        assertRefused(
                () -> new Crossbar(CrossbarSpec.of(2048, 1, new IdealDevice(0.01, 0, 1))),
                "crossbar.rows: 2048 is not allowed, expected device bounds that add up to less than 2048 along each"
                        + " line, but on column 0 they make 2048");
        assertRefused(
                () -> new Crossbar(CrossbarSpec.of(1, 1024, new IdealDevice(0.01, 0, 2))),
                "crossbar.columns: 1024 is not allowed, expected device bounds that add up to less than 2048 along each"
                        + " line, but on row 0 they make 2048");
        assertThat(new Crossbar(CrossbarSpec.of(2047, 1, new IdealDevice(0.01, 0, 1))).rows())
                .isEqualTo(2047);
    }

    @Test
    void shouldSayHowToCountPulsesWhenCountersAreOff() {
        final Crossbar crossbar = new Crossbar(CrossbarSpec.of(1, 1, IdealDevice.defaults()));
        assertRefused(
                () -> crossbar.pulses(0, 0),
                "crossbar.count_pulses: false is not allowed, expected true to read a device's pulses");
    }

    private static void assertRefused(final ThrowingCallable call, final String message) {
        assertThatThrownBy(call).isInstanceOf(ConfigurationException.class).hasMessage(message);
    }
}
