package org.ranvier.testbench.rpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.Periphery;
import org.ranvier.rpu.read.ReadOption;
import org.ranvier.rpu.read.ReadSpec;

/** The periphery that a preset is meant for. */
final class PresetPeripheryTest {
    private static final List<String> LONG_TRAINS = List.of("AGADIdealized", "ChoppedTTv2Idealized", "TTv2Idealized");

    @TempDir
    private Path directory;

    @Test
    void shouldHaveTheUsualPeripheryButForLongTrainsOfThree() {
        for (final String name : Presets.names()) {
            final Periphery usual = Periphery.defaults();
            final Periphery expected =
                    LONG_TRAINS.contains(name) ? usual.withUpdate(usual.update().withBl(100, true)) : usual;
            assertThat(Presets.load(name).periphery(usual)).as(name).isEqualTo(expected);
        }
        assertThat(Presets.names()).containsAll(LONG_TRAINS);
    }

    @Test
    void shouldLeaveThePeripheryToTheChipWhenThePresetHasNone() {
        final Periphery chip = Periphery.defaults().withReads(ReadSpec.named("standard"));
        assertThat(Presets.load("constant-step").periphery(chip)).isEqualTo(chip);
    }

    @Test
    void shouldTakeOptionsBehindASet() throws IOException {
        final Periphery found =
                load("forward: {set: PresetIO, out_noise: 0.2}, backward: perfect, update: {set: none, update_bl_management: false}")
                        .periphery(Periphery.defaults());
        assertThat(found.forward().text(ReadOption.OUT_NOISE)).isEqualTo("0.2");
        assertThat(found.backward()).isEqualTo(ReadSpec.named("perfect"));
        assertThat(found.update().updateBlManagement()).isFalse();
        assertThat(found.update().updateManagement()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forward: X, backward: PresetIO, update: PresetUpdate | read periphery: X is not allowed",
                "forward: {set: PresetIO, gain: 2}, backward: PresetIO, update: PresetUpdate | gain is not allowed",
                "forward: PresetIO, backward: PresetIO, update: {desired_bl: 3} | the key 'set' is missing",
                "forward: PresetIO, backward: PresetIO, update: Fast | update periphery: Fast is not allowed, expected PresetUpdate",
                "forward: PresetIO, backward: PresetIO, update: {set: none, bl: 3} | update option: bl is not allowed, expected desired_bl",
                "forward: PresetIO, backward: PresetIO, update: {set: none, desired_bl: x} | update.desired_bl: x is not allowed, expected a whole number",
                "forward: PresetIO, backward: PresetIO, update: {set: none, desired_bl: 0} | update.desired_bl: 0 is not allowed, expected 1..65536",
                "forward: PresetIO, backward: PresetIO, update: {set: none, update_management: 2} | update.update_management: 2 is not allowed"
            })
    void shouldRefuseWhatIsUnknown(final String periphery, final String message) {
        assertThatThrownBy(() -> load(periphery))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(directory.resolve("mine.yaml") + ":5: ")
                .hasMessageContaining(message);
    }

    private Preset load(final String periphery) throws IOException {
        final Path file = directory.resolve("mine.yaml");
        Files.writeString(
                file, "name: mine\ndescription: d\nsource: s\ndevice: {type: ideal}\nperiphery: {" + periphery + "}\n");
        return Presets.load(file.toString());
    }
}
