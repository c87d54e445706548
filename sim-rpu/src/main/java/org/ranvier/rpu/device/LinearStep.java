package org.ranvier.rpu.device;

import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;

/**
 * The linear-step device: steps shrink linearly towards a bound, up step (1 - gamma w / w_max), down step (1 - gamma w / w_min),
 * with hard bounds behind (IBM aihwkit, LinearStep).
 *
 * <p>Per device gamma = |gamma + gamma_dtod xi|; {@code allow_increasing} drops the magnitude. {@code reverse_up} lets up steps
 * grow with the weight instead, from the lower bound less {@code reverse_offset} on; {@code reverse_down} likewise.
 */
public record LinearStep() implements StepModel {
    /** The name in chip files. */
    public static final String TYPE = "linear-step";

    static final Parameter GAMMA_UP = gamma("gamma_up", "share by which an up step is smaller at the upper bound");
    static final Parameter GAMMA_DOWN = gamma("gamma_down", "share by which a down step is smaller at the lower bound");
    static final Parameter GAMMA_UP_DTOD = gammaSpread("gamma_up_dtod", "device-to-device spread of gamma_up");
    static final Parameter GAMMA_DOWN_DTOD = gammaSpread("gamma_down_dtod", "device-to-device spread of gamma_down");
    static final Parameter ALLOW_INCREASING =
            Parameter.onOff("allow_increasing", false, "whether spread may make steps grow towards the bound");
    static final Parameter MEAN_BOUND_REFERENCE = Parameter.onOff(
            "mean_bound_reference", true, "whether gamma refers to the mean bound instead of the device's own");
    static final Parameter MULT_NOISE = multiplicativeNoise(true);
    static final Parameter REVERSE_UP =
            Parameter.onOff("reverse_up", false, "whether up steps grow with the weight; needs mult_noise");
    static final Parameter REVERSE_DOWN =
            Parameter.onOff("reverse_down", false, "whether down steps grow as the weight falls; needs mult_noise");
    static final Parameter REVERSE_OFFSET = Parameter.number(
            "reverse_offset", "weight", 0, 1024, 0.01, "how far beyond the opposite bound a reversed step would be 0");

    private static Parameter gamma(final String name, final String meaning) {
        return Parameter.number(name, "relative", -1000, 1000, 0, meaning);
    }

    private static Parameter gammaSpread(final String name, final String meaning) {
        return Parameter.number(name, "relative", 0, 1000, 0.05, meaning);
    }

    static Parameter multiplicativeNoise(final boolean usual) {
        return Parameter.onOff(
                "mult_noise", usual, "whether noise is relative to the actual step instead of the step at weight 0");
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        return PulsedOptions.and(
                GAMMA_UP,
                GAMMA_DOWN,
                GAMMA_UP_DTOD,
                GAMMA_DOWN_DTOD,
                ALLOW_INCREASING,
                MEAN_BOUND_REFERENCE,
                MULT_NOISE,
                REVERSE_UP,
                REVERSE_DOWN,
                REVERSE_OFFSET);
    }

    @Override
    public Settings complete(final Settings settings) {
        if ((settings.on(REVERSE_UP) || settings.on(REVERSE_DOWN)) && !settings.on(MULT_NOISE)) {
            throw ConfigurationException.of(
                    "device.mult_noise", 0, "1 together with reverse_up or reverse_down, whose noise is relative");
        }
        return settings;
    }

    @Override
    public StepRule rule(final Settings settings, final ArraySite site, final DeviceParameters parameters) {
        return linear(settings, site, parameters);
    }

    /** Makes the rule of every device whose settings are those of a linear-step device. */
    static StepRule linear(final Settings settings, final ArraySite site, final DeviceParameters parameters) {
        final float[][] upSlope = new float[site.rows()][site.columns()];
        final float[][] downSlope = new float[site.rows()][site.columns()];
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                final double up = own(
                        settings,
                        settings.get(GAMMA_UP)
                                + Draw.SLOPE_UP.deviation(site, row, column, settings.get(GAMMA_UP_DTOD)));
                final double down = own(
                        settings,
                        settings.get(GAMMA_DOWN)
                                + Draw.SLOPE_DOWN.deviation(site, row, column, settings.get(GAMMA_DOWN_DTOD)));
                final boolean mean = settings.on(MEAN_BOUND_REFERENCE);
                final double high =
                        mean ? settings.get(PulsedOptions.W_MAX) : parameters.upper()[row][column];
                final double low =
                        mean ? settings.get(PulsedOptions.W_MIN) : parameters.lower()[row][column];
                final double offset = settings.get(REVERSE_OFFSET);
                final double upReference = settings.on(REVERSE_UP) ? low - offset : high;
                final double downReference = settings.on(REVERSE_DOWN) ? high + offset : low;
                upSlope[row][column] = slope(up, parameters.up()[row][column], upReference);
                downSlope[row][column] = slope(down, parameters.down()[row][column], downReference);
            }
        }
        return new LinearRule(
                parameters.up(),
                parameters.down(),
                parameters.up(),
                parameters.down(),
                upSlope,
                downSlope,
                settings.get(PulsedOptions.DW_MIN_STD),
                settings.on(MULT_NOISE));
    }

    private static double own(final Settings settings, final double gamma) {
        return settings.on(ALLOW_INCREASING) ? gamma : Math.abs(gamma);
    }

    private static float slope(final double gamma, final double step, final double reference) {
        return reference == 0 ? 0 : (float) (-gamma * step / reference);
    }
}
