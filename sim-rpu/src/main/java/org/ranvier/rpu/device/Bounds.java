package org.ranvier.rpu.device;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.Fixed;

/**
 * The weights a device can hold, and how they differ between devices: bound = mean (1 + spread * xi).
 *
 * @param upper mean upper bound w_max: 0..1024
 * @param lower mean lower bound w_min: -1024..0
 * @param upperSpread relative device-to-device spread of the upper bound: 0..10
 * @param lowerSpread relative device-to-device spread of the lower bound: 0..10
 */
public record Bounds(double upper, double lower, double upperSpread, double lowerSpread) {
    static final String OPTIONS = "w_max, w_min, w_max_dtod, w_min_dtod";

    /** Checks the ranges. */
    public Bounds {
        ConfigurationException.checkRange("device.w_max", upper, 0, Fixed.LIMIT);
        ConfigurationException.checkRange("device.w_min", lower, -Fixed.LIMIT, 0);
        ConfigurationException.checkRange("device.w_max_dtod", upperSpread, 0, 10);
        ConfigurationException.checkRange("device.w_min_dtod", lowerSpread, 0, 10);
    }

    /** @return the changed bounds, or null when the option belongs to something else */
    Bounds with(final String option, final double value) {
        return switch (option) {
            case "w_max" -> new Bounds(value, lower, upperSpread, lowerSpread);
            case "w_min" -> new Bounds(upper, value, upperSpread, lowerSpread);
            case "w_max_dtod" -> new Bounds(upper, lower, value, lowerSpread);
            case "w_min_dtod" -> new Bounds(upper, lower, upperSpread, value);
            default -> null;
        };
    }
}
