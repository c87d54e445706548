package org.ranvier.rpu.device;

import org.ranvier.core.error.ConfigurationException;

/**
 * The size of one pulse's step, and how it differs between devices, directions and pulses.
 *
 * <p>Per device, with independent standard normals: gain = 1 + spread * xi (or exp(spread * xi)), r = upDownSpread * xi, and
 * <pre>
 * up step   = (min(upDown, 0)  + gain (1 + asymmetry / 2) + r) * minimum
 * down step = (-max(upDown, 0) + gain (1 - asymmetry / 2) - r) * minimum
 * </pre>
 * With asymmetry 0 this is IBM aihwkit's rule for pulsed devices. {@code upDown} above 0 weakens down steps, below 0 up steps.
 *
 * @param minimum mean step dw_min, in weights: 1e-9..1
 * @param spread device-to-device spread of the gain: 0..10
 * @param logNormal whether the gain is log-normal
 * @param noise cycle-to-cycle noise: every pulse's step is multiplied by 1 + noise * xi: 0..100
 * @param upDown mean weakening of one direction: -1..1
 * @param upDownSpread device-to-device spread of the difference between directions: 0..10
 * @param asymmetry mean asymmetry of both directions about the mean step: -2..2
 */
public record PulseStep(
        double minimum,
        double spread,
        boolean logNormal,
        double noise,
        double upDown,
        double upDownSpread,
        double asymmetry) {
    static final String OPTIONS =
            "dw_min, dw_min_dtod, dw_min_dtod_log_normal, dw_min_std, up_down, up_down_dtod, asymmetry";

    /** Checks the ranges. */
    public PulseStep {
        ConfigurationException.checkRange("device.dw_min", minimum, 1e-9, 1);
        ConfigurationException.checkRange("device.dw_min_dtod", spread, 0, 10);
        ConfigurationException.checkRange("device.dw_min_std", noise, 0, 100);
        ConfigurationException.checkRange("device.up_down", upDown, -1, 1);
        ConfigurationException.checkRange("device.up_down_dtod", upDownSpread, 0, 10);
        ConfigurationException.checkRange("device.asymmetry", asymmetry, -2, 2);
    }

    /**
     * Makes a step without any spread or noise.
     *
     * @param minimum the step, in weights
     * @return the step
     */
    public static PulseStep exactly(final double minimum) {
        return new PulseStep(minimum, 0, false, 0, 0, 0, 0);
    }

    /** @return the changed step, or null when the option belongs to something else */
    PulseStep with(final String option, final double value) {
        return switch (option) {
            case "dw_min" -> new PulseStep(value, spread, logNormal, noise, upDown, upDownSpread, asymmetry);
            case "dw_min_dtod" -> new PulseStep(minimum, value, logNormal, noise, upDown, upDownSpread, asymmetry);
            case "dw_min_dtod_log_normal" -> {
                final boolean law = Options.toSwitch("device." + option, value);
                yield new PulseStep(minimum, spread, law, noise, upDown, upDownSpread, asymmetry);
            }
            case "dw_min_std" -> new PulseStep(minimum, spread, logNormal, value, upDown, upDownSpread, asymmetry);
            case "up_down" -> new PulseStep(minimum, spread, logNormal, noise, value, upDownSpread, asymmetry);
            case "up_down_dtod" -> new PulseStep(minimum, spread, logNormal, noise, upDown, value, asymmetry);
            case "asymmetry" -> new PulseStep(minimum, spread, logNormal, noise, upDown, upDownSpread, value);
            default -> null;
        };
    }
}
