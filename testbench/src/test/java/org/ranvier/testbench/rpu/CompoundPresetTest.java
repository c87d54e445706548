package org.ranvier.testbench.rpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.Crossbar;
import org.ranvier.rpu.CrossbarSpec;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.yaml.YamlFile;

/** Presets of compounds: devices within devices, and what is refused. */
class CompoundPresetTest {
    @ParameterizedTest
    @CsvSource({
        "PCM, one-sided, PCMsingle, 2",
        "TTv2Idealized, chopped-transfer, Idealized, 2",
        "TTv2ReRamES, chopped-transfer, ReRamES, 2",
        "ChoppedTTv2Idealized, chopped-transfer, Idealized, 2",
        "AGADIdealized, dynamic-transfer, Idealized, 2",
        "MixedPrecisionIdealized, mixed-precision, Idealized, 1",
        "ReRamES2, vector, ReRamES, 2"
    })
    void shouldBuildCompoundOfPresetsWhenNamed(
            final String name, final String type, final String part, final int parts) {
        final DeviceSpec device = Presets.device(name);
        assertThat(device.type()).isEqualTo(type);
        assertThat(device.parts().values()).hasSize(parts).containsOnly(Presets.device(part));
        assertThat(Presets.names()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PCM", "ChoppedTTv2Idealized", "AGADIdealized", "MixedPrecisionIdealized", "ReRamES2"})
    void shouldTakePulsesOfSpikesWhenOnACrossbar(final String name) {
        final Crossbar crossbar =
                new Crossbar(CrossbarSpec.of(5, 3, Presets.device(name)).withAddress(7, 1));
        crossbar.weight(1, 1, Fixed.ONE / 8);
        for (int i = 0; i < 40; i++) {
            crossbar.pulse(new long[] {0b11111}, new long[] {0b011}, new long[] {0b100});
        }
        assertThat(crossbar.pulseSlots()).isEqualTo(80);
        assertThat(crossbar.coincidences()).isEqualTo(40 * 15);
    }

    /** Both devices reach 2 and more, which added up would leave the range of a read-out; their difference does not. */
    @Test
    void shouldFitALayerOfPixelsWhenDevicesOnlyRise() {
        final Crossbar crossbar = new Crossbar(CrossbarSpec.of(785, 10, Presets.device("PCM")));
        assertThat(crossbar.rows()).isEqualTo(785);
    }

    @Test
    void shouldReadDevicesWithinDevicesWhenListed() {
        final DeviceSpec device = read("""
                type: vector
                gamma_vec: [1, 0.5, -0.25]
                devices:
                  - {type: ideal, step: 1/640}
                  - type: one-sided
                    plus: {preset: PCMsingle}
                  - {type: constant-step, dw_min: 0.01}
                """);
        assertThat(device.parts()).hasSize(3);
        assertThat(device.parts().get("1").parts().get("plus")).isEqualTo(Presets.device("PCMsingle"));
        assertThat(device.parts().get("2").granularity()).isEqualTo(0.01);
    }

    @Test
    void shouldNamePlaceWhenDevicesAreNotAllowed() {
        assertThatThrownBy(() -> read("type: ideal\ndevices:\n  - {type: ideal}\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the device ideal is not made of devices");
        assertThatThrownBy(() -> read("type: one-sided\ndevices:\n  - {type: ideal}\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("expected as many as plus and minus");
    }

    private static DeviceSpec read(final String text) {
        return DeviceReader.read(YamlFile.parse("test.yaml", text));
    }
}
