package org.ranvier.rpu.device;

import java.util.List;
import org.ranvier.rpu.cell.ArraySite;

/**
 * The soft-bounds device: steps shrink linearly to 0 at the device's own bounds, so n up pulses without noise give
 * w = b - (b - w0)(1 - step / b)^n (IBM aihwkit, SoftBounds: linear-step with gamma 1).
 */
public record SoftBounds() implements StepModel {
    /** The name in chip files. */
    public static final String TYPE = "soft-bounds";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        return PulsedOptions.and(
                LinearStep.MULT_NOISE, LinearStep.REVERSE_UP, LinearStep.REVERSE_DOWN, LinearStep.REVERSE_OFFSET);
    }

    @Override
    public Settings complete(final Settings settings) {
        return new LinearStep().complete(soft(settings));
    }

    /** Adds what makes a linear-step device one with soft bounds. */
    static Settings soft(final Settings settings) {
        return settings.derived(LinearStep.GAMMA_UP, 1)
                .derived(LinearStep.GAMMA_DOWN, 1)
                .derived(LinearStep.GAMMA_UP_DTOD, 0)
                .derived(LinearStep.GAMMA_DOWN_DTOD, 0)
                .derived(LinearStep.ALLOW_INCREASING, 0)
                .derived(LinearStep.MEAN_BOUND_REFERENCE, 0);
    }

    @Override
    public StepRule rule(final Settings settings, final ArraySite site, final DeviceParameters parameters) {
        return LinearStep.linear(settings, site, parameters);
    }
}
