package org.ranvier.testbench.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.rpu.Preset;
import org.ranvier.testbench.rpu.Presets;

/**
 * A device as people name it in one word, {@code NAME} or {@code NAME:OPTION=VALUE,...}.
 *
 * @param name a device type, a preset or a file
 * @param options the options to change, in the order given
 */
public record DeviceName(String name, Map<String, Double> options) {
    /**
     * Takes the word apart.
     *
     * @param text the word, e.g. {@code ideal:asymmetry=0.1}
     * @return its parts
     * @throws ConfigurationException when a part after the colon is not an option and a number
     */
    public static DeviceName parse(final String text) {
        final int colon = text.indexOf(':');
        final Map<String, Double> options = new LinkedHashMap<>();
        if (colon >= 0) {
            for (final String part : text.substring(colon + 1).split(",", -1)) {
                final int equals = part.indexOf('=');
                options.put(equals < 0 ? part : part.substring(0, equals), number(part, equals));
            }
        }
        return new DeviceName(colon < 0 ? text : text.substring(0, colon), options);
    }

    private static double number(final String part, final int equals) {
        try {
            return Double.parseDouble(part.substring(equals + 1));
        } catch (final NumberFormatException e) {
            throw ConfigurationException.of("--device", part, "OPTION=NUMBER after the colon, e.g. dw_min=0.001");
        }
    }

    /**
     * Finds what the name stands for.
     *
     * @return the preset, its options as they are there
     * @throws ConfigurationException when there is none
     */
    public Preset preset() {
        try {
            return Presets.load(name);
        } catch (final ConfigurationException e) {
            throw refused(e);
        }
    }

    private static ConfigurationException refused(final ConfigurationException e) {
        return new ConfigurationException("--device: " + e.getMessage().replaceFirst("^preset: ", ""), e);
    }

    /**
     * Finds the device and changes its options.
     *
     * @return the device
     * @throws ConfigurationException when there is no such device or option, or a value is out of range
     */
    DeviceSpec device() {
        DeviceSpec device = preset().device();
        try {
            for (final Map.Entry<String, Double> option : options.entrySet()) {
                device = device.with(option.getKey(), option.getValue());
            }
            return device;
        } catch (final ConfigurationException e) {
            throw refused(e);
        }
    }
}
