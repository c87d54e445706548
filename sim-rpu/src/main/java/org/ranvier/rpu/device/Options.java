package org.ranvier.rpu.device;

import org.ranvier.core.error.ConfigurationException;

/** Helpers of the device options. */
final class Options {
    private Options() {}

    static ConfigurationException unknown(final String type, final String option, final String known) {
        return ConfigurationException.of("device " + type + " option", option, "one of " + known);
    }

    static boolean toSwitch(final String option, final double value) {
        if (value != 0 && value != 1) {
            throw ConfigurationException.of(option, value, "0 or 1");
        }
        return value == 1;
    }
}
