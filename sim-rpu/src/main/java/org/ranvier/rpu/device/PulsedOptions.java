package org.ranvier.rpu.device;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.rpu.cell.Fixed;

/**
 * The options that all pulsed devices share: steps, bounds, faults, write noise and ageing.
 *
 * <p>Per device, with independent standard normals: gain = 1 + dw_min_dtod xi (or exp(dw_min_dtod xi)), r = up_down_dtod xi, and
 * <pre>
 * up step   = (min(up_down, 0)  + gain (1 + asymmetry / 2) + r) * dw_min
 * down step = (-max(up_down, 0) + gain (1 - asymmetry / 2) - r) * dw_min
 * bound     = mean (1 + spread xi)
 * </pre>
 * With asymmetry 0 this is IBM aihwkit's rule for pulsed devices. Usual values are those of its Gokmen-Vlasov preset.
 */
public final class PulsedOptions {
    /** Mean step. */
    public static final Parameter DW_MIN =
            Parameter.number("dw_min", "weight", 1e-9, 1, 0.0016, "mean step of a pulse at weight 0");
    /** Spread of steps. */
    public static final Parameter DW_MIN_DTOD =
            Parameter.number("dw_min_dtod", "relative", 0, 10, 0.3, "device-to-device spread of the step");
    /** Law of the spread of steps. */
    public static final Parameter DW_MIN_DTOD_LOG_NORMAL =
            Parameter.onOff("dw_min_dtod_log_normal", false, "whether steps spread log-normally");
    /** Noise of steps. */
    public static final Parameter DW_MIN_STD =
            Parameter.number("dw_min_std", "relative", 0, 100, 0.3, "cycle-to-cycle noise of the step");
    /** Weakening of a direction. */
    public static final Parameter UP_DOWN = Parameter.number(
            "up_down", "relative", -1, 1, 0, "mean weakening of down steps (above 0) or of up steps (below 0)");
    /** Spread of the difference between directions. */
    public static final Parameter UP_DOWN_DTOD = Parameter.number(
            "up_down_dtod", "relative", 0, 10, 0.01, "device-to-device spread of the difference between directions");
    /** Asymmetry about the mean. */
    public static final Parameter ASYMMETRY = Parameter.number(
            "asymmetry",
            "relative",
            -2,
            2,
            0,
            "mean asymmetry a: up steps are 1 + a/2, down steps 1 - a/2 of the mean");
    /** Upper bound. */
    public static final Parameter W_MAX =
            Parameter.number("w_max", "weight", 0, Fixed.LIMIT, 1, "mean upper bound of the weight");
    /** Lower bound. */
    public static final Parameter W_MIN =
            Parameter.number("w_min", "weight", -Fixed.LIMIT, 0, -1, "mean lower bound of the weight");
    /** Spread of upper bounds. */
    public static final Parameter W_MAX_DTOD =
            Parameter.number("w_max_dtod", "relative", 0, 10, 0.3, "device-to-device spread of the upper bound");
    /** Spread of lower bounds. */
    public static final Parameter W_MIN_DTOD =
            Parameter.number("w_min_dtod", "relative", 0, 10, 0.3, "device-to-device spread of the lower bound");
    /** Whether devices are consistent. */
    public static final Parameter ENFORCE_CONSISTENCY = Parameter.onOff(
            "enforce_consistency",
            true,
            "whether steps are made positive and bounds lie to either side of 0; otherwise crossed bounds pin the device");
    /** Share of corrupt devices. */
    public static final Parameter CORRUPT_DEVICES_PROB =
            Parameter.number("corrupt_devices_prob", "", 0, 1, 0, "chance that a device is stuck at a random weight");
    /** Range of corrupt devices. */
    public static final Parameter CORRUPT_DEVICES_RANGE = Parameter.number(
            "corrupt_devices_range",
            "weight",
            0,
            Fixed.LIMIT,
            0.1,
            "stuck weights are uniform within +- this and the bounds");
    /** Perfect bias line. */
    public static final Parameter PERFECT_BIAS = Parameter.onOff(
            "perfect_bias",
            false,
            "whether devices of the last row have exactly the mean step and 100 times the bounds");
    /** Write noise. */
    public static final Parameter WRITE_NOISE_STD = Parameter.number(
            "write_noise_std",
            "dw_min",
            0,
            1000,
            0,
            "noise of what reads see, drawn again at every pulse; the held weight has none");
    /** Write noise of set weights. */
    public static final Parameter APPLY_WRITE_NOISE_ON_SET =
            Parameter.onOff("apply_write_noise_on_set", true, "whether a weight that is set is seen with write noise");
    /** Lifetime. */
    public static final Parameter LIFETIME = Parameter.number(
            "lifetime", "steps", 0, 1e15, 0, "decay steps in which 1/e of a weight is left; 0 is no decay");
    /** Spread of lifetimes. */
    public static final Parameter LIFETIME_DTOD =
            Parameter.number("lifetime_dtod", "relative", 0, 10, 0, "device-to-device spread of the lifetime");
    /** Diffusion. */
    public static final Parameter DIFFUSION =
            Parameter.number("diffusion", "weight", 0, 1024, 0, "standard deviation of a diffusion step");
    /** Spread of diffusion. */
    public static final Parameter DIFFUSION_DTOD =
            Parameter.number("diffusion_dtod", "relative", 0, 10, 0, "device-to-device spread of the diffusion");
    /** Reset point. */
    public static final Parameter RESET = Parameter.number(
            "reset", "weight", -1024, 1024, 0.01, "mean weight after a reset, and to which weights decay");
    /** Spread of reset points. */
    public static final Parameter RESET_DTOD =
            Parameter.number("reset_dtod", "weight", 0, 1024, 0, "device-to-device spread of the weight after a reset");
    /** Noise of resets. */
    public static final Parameter RESET_STD =
            Parameter.number("reset_std", "weight", 0, 1024, 0.01, "noise of the weight from reset to reset");

    /** All of them, in the order in which they are printed. */
    public static final List<Parameter> ALL = all();

    private PulsedOptions() {}

    private static List<Parameter> all() {
        final List<Parameter> all = new ArrayList<>(List.of(
                DW_MIN,
                DW_MIN_DTOD,
                DW_MIN_DTOD_LOG_NORMAL,
                DW_MIN_STD,
                UP_DOWN,
                UP_DOWN_DTOD,
                ASYMMETRY,
                W_MAX,
                W_MIN,
                W_MAX_DTOD,
                W_MIN_DTOD,
                ENFORCE_CONSISTENCY,
                CORRUPT_DEVICES_PROB,
                CORRUPT_DEVICES_RANGE,
                PERFECT_BIAS,
                WRITE_NOISE_STD,
                APPLY_WRITE_NOISE_ON_SET,
                LIFETIME,
                LIFETIME_DTOD,
                DIFFUSION,
                DIFFUSION_DTOD,
                RESET,
                RESET_DTOD,
                RESET_STD));
        all.addAll(DriftOptions.ALL);
        return List.copyOf(all);
    }

    /**
     * Joins them with a device's own.
     *
     * @param own the device's own options
     * @return all options of the device
     */
    static List<Parameter> and(final Parameter... own) {
        final List<Parameter> all = new ArrayList<>(ALL);
        all.addAll(List.of(own));
        return List.copyOf(all);
    }
}
