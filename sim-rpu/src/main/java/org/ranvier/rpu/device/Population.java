package org.ranvier.rpu.device;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.Fixed;

/**
 * How the devices of an array are made from their means and spreads; shared by all pulsed devices.
 *
 * @param step the step of a pulse
 * @param bounds the bounds
 * @param consistent whether steps are forced positive and bounds to either side of 0, as aihwkit's enforce_consistency does;
 *     otherwise a device whose bounds cross is stuck at their midpoint
 * @param corruptProbability chance that a device is stuck at a random weight: 0..1
 * @param corruptRange stuck weights are uniform within -range..range and the device's bounds: 0..1024
 */
public record Population(
        PulseStep step, Bounds bounds, boolean consistent, double corruptProbability, double corruptRange) {
    static final String OPTIONS = PulseStep.OPTIONS + ", " + Bounds.OPTIONS
            + ", enforce_consistency, corrupt_devices_prob, corrupt_devices_range";

    /** Checks the ranges. */
    public Population {
        ConfigurationException.checkRange("device.corrupt_devices_prob", corruptProbability, 0, 1);
        ConfigurationException.checkRange("device.corrupt_devices_range", corruptRange, 0, Fixed.LIMIT);
    }

    /**
     * Makes a population without corrupt devices, consistency enforced.
     *
     * @param step the step of a pulse
     * @param bounds the bounds
     * @return the population
     */
    public static Population of(final PulseStep step, final Bounds bounds) {
        return new Population(step, bounds, true, 0, 0.1);
    }

    /** @return the changed population, or null when the option belongs to something else */
    Population with(final String option, final double value) {
        final PulseStep otherStep = step.with(option, value);
        final Bounds otherBounds = bounds.with(option, value);
        if (otherStep != null) {
            return new Population(otherStep, bounds, consistent, corruptProbability, corruptRange);
        }
        if (otherBounds != null) {
            return new Population(step, otherBounds, consistent, corruptProbability, corruptRange);
        }
        return switch (option) {
            case "enforce_consistency" -> {
                final boolean on = Options.toSwitch("device." + option, value);
                yield new Population(step, bounds, on, corruptProbability, corruptRange);
            }
            case "corrupt_devices_prob" -> new Population(step, bounds, consistent, value, corruptRange);
            case "corrupt_devices_range" -> new Population(step, bounds, consistent, corruptProbability, value);
            default -> null;
        };
    }
}
