package org.ranvier.testbench.app;

import java.nio.file.Path;
import org.ranvier.rpu.Devices;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.rpu.DeviceReader;
import org.ranvier.testbench.yaml.YamlMap;
import org.ranvier.testbench.yaml.YamlNode;

/** Reads the {@code array} of a core. */
final class ArrayReader {
    private ArrayReader() {}

    /**
     * Reads it.
     *
     * @param node the value of {@code array}
     * @param base the directory that relative file names start from
     * @return the array
     */
    static AppArray read(final YamlNode node, final Path base) {
        final YamlMap map = node.map("type", "device", "read_noise", "step", "weights");
        final boolean crossbar = map.get("type").choice("crossbar", "sram").equals("crossbar");
        for (final String key : crossbar ? new String[] {"step"} : new String[] {"device", "read_noise"}) {
            if (map.has(key)) {
                throw map.get(key)
                        .error(crossbar ? "belongs to an sram, a device sets its own step" : "belongs to a crossbar");
            }
        }
        final DeviceSpec device = crossbar ? device(map) : null;
        return new AppArray(
                node,
                device,
                map.real("read_noise", 0, 0, 1024),
                map.whole("step", 1, 0, Integer.MAX_VALUE),
                map.has("weights") ? CellSources.read(map.get("weights"), base) : null);
    }

    private static DeviceSpec device(final YamlMap array) {
        if (!array.has("device")) {
            return Devices.named("ideal");
        }
        return DeviceReader.read(array.get("device"));
    }
}
