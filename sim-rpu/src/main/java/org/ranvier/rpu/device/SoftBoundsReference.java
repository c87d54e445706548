package org.ranvier.rpu.device;

import java.util.List;
import org.ranvier.rpu.cell.ArraySite;

/**
 * The soft-bounds device with a reference: a conductance g with soft bounds, of which a fixed reference is subtracted, w = g - r
 * (IBM aihwkit, SoftBoundsReference).
 *
 * <p>Up: g += step (1 - g / b_max + noise), or step (1 - g / b_max)(1 + noise) with {@code mult_noise}; down likewise with
 * b_min. slope_up_dtod and slope_down_dtod spread the slopes, and by them the bounds. r = reference_mean + reference_std xi, and
 * with {@code subtract_symmetry_point} (up - down) / (up / b_max - down / b_min) besides.
 */
public record SoftBoundsReference() implements StepModel {
    /** The name in chip files. */
    public static final String TYPE = "soft-bounds-reference";

    private static final Parameter MULT_NOISE = LinearStep.multiplicativeNoise(false);
    private static final Parameter SLOPE_UP_DTOD =
            Parameter.number("slope_up_dtod", "relative", 0, 10, 0, "device-to-device spread of the slope of up steps");
    private static final Parameter SLOPE_DOWN_DTOD = Parameter.number(
            "slope_down_dtod", "relative", 0, 10, 0, "device-to-device spread of the slope of down steps");

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        return PulsedOptions.and(
                MULT_NOISE,
                SLOPE_UP_DTOD,
                SLOPE_DOWN_DTOD,
                Reference.MEAN,
                Reference.STD,
                Reference.SUBTRACT_SYMMETRY_POINT);
    }

    @Override
    public StepRule rule(final Settings settings, final ArraySite site, final DeviceParameters parameters) {
        final LinearRule rule = new LinearRule(
                parameters.up(),
                parameters.down(),
                new float[site.rows()][site.columns()],
                new float[site.rows()][site.columns()],
                new float[site.rows()][site.columns()],
                new float[site.rows()][site.columns()],
                settings.get(PulsedOptions.DW_MIN_STD),
                settings.on(MULT_NOISE));
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                spreadSlopes(settings, site, parameters, row, column);
                make(settings, site, parameters, rule, row, column);
            }
        }
        return rule;
    }

    /** A steeper slope at the same step means a nearer bound. */
    private static void spreadSlopes(
            final Settings settings,
            final ArraySite site,
            final DeviceParameters parameters,
            final int row,
            final int column) {
        final float[] high = parameters.upper()[row];
        final float[] low = parameters.lower()[row];
        if (high[column] > 0 && low[column] < 0) {
            final double up = 1 + Draw.SLOPE_UP.deviation(site, row, column, settings.get(SLOPE_UP_DTOD));
            final double down = 1 + Draw.SLOPE_DOWN.deviation(site, row, column, settings.get(SLOPE_DOWN_DTOD));
            high[column] /= (float) Math.abs(up);
            low[column] /= (float) Math.abs(down);
        }
    }

    private static void make(
            final Settings settings,
            final ArraySite site,
            final DeviceParameters parameters,
            final LinearRule rule,
            final int row,
            final int column) {
        final double up = parameters.up()[row][column];
        final double down = parameters.down()[row][column];
        final double high = parameters.upper()[row][column];
        final double low = parameters.lower()[row][column];
        final double upSlope = high > 0 ? -up / high : 0;
        final double downSlope = low < 0 ? -down / low : 0;
        final double symmetryPoint = up == down ? 0 : (up - down) / (downSlope - upSlope);
        final double reference = Reference.subtract(settings, site, parameters, row, column, symmetryPoint);
        rule.upBase()[row][column] = (float) (up + upSlope * reference);
        rule.downBase()[row][column] = (float) (down + downSlope * reference);
        rule.upSlope()[row][column] = (float) upSlope;
        rule.downSlope()[row][column] = (float) downSlope;
    }
}
