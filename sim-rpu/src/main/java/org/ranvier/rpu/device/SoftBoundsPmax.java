package org.ranvier.rpu.device;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;

/**
 * The soft-bounds device as measured: p_max up pulses take it from range_min to range_max along an exponential of slope alpha
 * (IBM aihwkit, SoftBoundsPmax).
 *
 * <p>With B = (range_max - range_min) / (1 - exp(-p_max alpha)): w_min = range_min, w_max = range_min + B, dw_min = B alpha,
 * up_down = 1 + 2 range_min / B.
 */
public record SoftBoundsPmax() implements StepModel {
    /** The name in chip files. */
    public static final String TYPE = "soft-bounds-pmax";

    private static final Parameter P_MAX =
            Parameter.number("p_max", "pulses", 1, 1e9, 1000, "up pulses from range_min to range_max");
    private static final Parameter ALPHA =
            Parameter.number("alpha", "per pulse", 1e-9, 1, 0.0005, "slope of the response");
    private static final Parameter RANGE_MIN =
            Parameter.number("range_min", "weight", -1024, 0, -1, "weight before the up pulses");
    private static final Parameter RANGE_MAX =
            Parameter.number("range_max", "weight", -1024, 1024, 1, "weight after the up pulses");

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        final List<Parameter> all = new ArrayList<>(List.of(P_MAX, ALPHA, RANGE_MIN, RANGE_MAX));
        all.addAll(new SoftBounds().parameters());
        all.removeAll(List.of(PulsedOptions.DW_MIN, PulsedOptions.UP_DOWN, PulsedOptions.W_MAX, PulsedOptions.W_MIN));
        return List.copyOf(all);
    }

    @Override
    public Settings complete(final Settings settings) {
        final double min = settings.get(RANGE_MIN);
        final double max = settings.get(RANGE_MAX);
        if (max <= min) {
            throw ConfigurationException.of("device.range_max", max, "more than range_min " + min);
        }
        final double b = (max - min) / (1 - StrictMath.exp(-settings.get(P_MAX) * settings.get(ALPHA)));
        return new SoftBounds()
                .complete(settings.derived(PulsedOptions.W_MIN, min)
                        .derived(PulsedOptions.W_MAX, min + b)
                        .derived(PulsedOptions.DW_MIN, b * settings.get(ALPHA))
                        .derived(PulsedOptions.UP_DOWN, 1 + 2 * min / b));
    }

    @Override
    public StepRule rule(final Settings settings, final ArraySite site, final DeviceParameters parameters) {
        return LinearStep.linear(settings, site, parameters);
    }
}
