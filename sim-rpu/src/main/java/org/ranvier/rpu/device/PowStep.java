package org.ranvier.rpu.device;

import java.util.List;
import org.ranvier.rpu.cell.ArraySite;

/**
 * The power-step device: steps are a power of the relative distance to the bound, up ((b_max - w) / R)^gamma_up, down
 * ((w - b_min) / R)^gamma_down, R = b_max - b_min (IBM aihwkit, PowStep; Fusi and Abbott 2007).
 *
 * <p>Per device gamma_up = pow_gamma (min(pow_up_down, 0) + gain + r), gamma_down = pow_gamma (-max(pow_up_down, 0) + gain - r)
 * with gain = 1 + pow_gamma_dtod xi, r = pow_up_down_dtod xi. The granularity is dw_min / 2^gamma, the step half way.
 */
public record PowStep() implements StepModel {
    /** The name in chip files. */
    public static final String TYPE = "pow-step";

    static final Parameter POW_GAMMA = Parameter.number("pow_gamma", "", 0, 100, 1, "mean exponent of the steps");
    static final Parameter POW_GAMMA_DTOD =
            Parameter.number("pow_gamma_dtod", "relative", 0, 10, 0.1, "device-to-device spread of the exponent");
    static final Parameter POW_UP_DOWN = Parameter.number(
            "pow_up_down", "relative", -1, 1, 0, "mean weakening of the down exponent (above 0) or the up exponent");
    static final Parameter POW_UP_DOWN_DTOD = Parameter.number(
            "pow_up_down_dtod", "relative", 0, 10, 0, "device-to-device spread of the difference between exponents");

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        return PulsedOptions.and(POW_GAMMA, POW_GAMMA_DTOD, POW_UP_DOWN, POW_UP_DOWN_DTOD);
    }

    @Override
    public double granularity(final Settings settings) {
        return halfWay(settings);
    }

    static double halfWay(final Settings settings) {
        return settings.get(PulsedOptions.DW_MIN) * StrictMath.pow(0.5, settings.get(POW_GAMMA));
    }

    @Override
    public StepRule rule(final Settings settings, final ArraySite site, final DeviceParameters parameters) {
        return PowRule.of(settings, site, parameters);
    }
}
