package org.ranvier.testbench.cli;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.rpu.Preset;
import org.ranvier.testbench.rpu.Presets;
import picocli.CommandLine.Option;

/** The option that names a device. */
final class PresetOption {
    @Option(
            names = "--preset",
            required = true,
            paramLabel = "NAME|FILE.yaml",
            description = "A preset (see ranvier rpu list), a device type, or a file.")
    private String name;

    PresetOption() {}

    /** @return the preset */
    Preset load() {
        try {
            return Presets.load(name);
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(e.getMessage().replaceFirst("^preset:", "--preset:"), e);
        }
    }
}
