package org.ranvier.rpu.device;

import org.ranvier.core.error.ConfigurationException;

/** The device types by name. */
public final class Devices {
    private static final String NAMES = IdealDevice.TYPE + ", " + ConstantStep.TYPE;

    private Devices() {}

    /**
     * Finds a device type.
     *
     * @param type the name used in chip files
     * @return its specification with default options, to be changed with {@link DeviceSpec#with}
     * @throws ConfigurationException when no type has that name
     */
    public static DeviceSpec named(final String type) {
        return switch (type) {
            case IdealDevice.TYPE -> IdealDevice.defaults();
            case ConstantStep.TYPE -> ConstantStep.defaults();
            default -> throw ConfigurationException.of("device.type", type, "one of " + NAMES);
        };
    }
}
