package org.ranvier.testbench.rpu;

import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.Devices;
import org.ranvier.rpu.compound.Compound;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * Reads a device from YAML: a mapping with a {@code type} or a {@code preset}, and the options that differ from its own.
 *
 * <p>An option is a number, a fraction such as {@code 1/640}, true or false, or a list of numbers. Where the device is made of
 * others, {@code devices} is a list of mappings of the same form, one per part and in their order, or the name of a single
 * part has such a mapping.
 */
public final class DeviceReader {
    private static final String TYPE = "type";
    private static final String PRESET = "preset";
    private static final String DEVICES = "devices";

    private DeviceReader() {}

    /**
     * Reads a device.
     *
     * @param node the mapping
     * @return the device
     * @throws ConfigurationException naming file, line and key of what is missing, unknown or out of range
     */
    public static DeviceSpec read(final YamlNode node) {
        final Map<String, YamlNode> entries = node.entries();
        final YamlNode type = entries.get(TYPE);
        final YamlNode preset = entries.get(PRESET);
        if (type == null && preset == null) {
            throw node.error("the key 'type' is missing");
        }
        if (type != null && preset != null) {
            throw node.error("has a type and a preset, one is allowed");
        }
        DeviceSpec device = type != null
                ? type.locate(() -> Devices.named(type.text()))
                : preset.locate(() -> Presets.load(preset.text()).device());
        final YamlNode devices = entries.get(DEVICES);
        if (devices != null) {
            device = replaceParts(device, devices);
        }
        for (final Map.Entry<String, YamlNode> option : entries.entrySet()) {
            if (option.getValue() != type && option.getValue() != preset && option.getValue() != devices) {
                device = change(device, option.getKey(), option.getValue());
            }
        }
        return device;
    }

    /** Comes before all options: some are checked against the number of devices. */
    private static DeviceSpec replaceParts(final DeviceSpec device, final YamlNode devices) {
        if (!(device instanceof Compound compound)) {
            throw devices.error("the device " + device.type() + " is not made of devices");
        }
        final List<DeviceSpec> parts =
                devices.itemOrItems().stream().map(DeviceReader::read).toList();
        return devices.locate(() -> compound.withDevices(parts));
    }

    private static DeviceSpec change(final DeviceSpec device, final String option, final YamlNode value) {
        if (value.isMap()) {
            final DeviceSpec part = read(value);
            return value.locate(() -> device.withPart(option, part));
        }
        final double[] numbers = numbers(value);
        return value.locate(() -> device.with(option, numbers));
    }

    private static double[] numbers(final YamlNode value) {
        final List<YamlNode> items = value.itemOrItems();
        return items.stream().mapToDouble(DeviceReader::number).toArray();
    }

    private static double number(final YamlNode value) {
        if (value.isTruth()) {
            return value.truth() ? 1 : 0;
        }
        return value.real(-Double.MAX_VALUE, Double.MAX_VALUE);
    }
}
