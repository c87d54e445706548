package org.ranvier.rpu.device;

import java.util.List;
import org.ranvier.rpu.cell.ArraySite;

/**
 * A kind of pulsed device: the options it declares, and the {@link StepRule} it makes of them. It is all that a new device
 * needs besides a line in the table of types.
 *
 * <p>Implemented by records without components, so that equal models are equal.
 */
public interface StepModel {
    /** @return the name in chip files */
    String type();

    /** @return all options of the device: those of {@link PulsedOptions} that it has, and its own */
    List<Parameter> parameters();

    /**
     * Completes the options by those of {@link PulsedOptions} that the device derives instead of declaring them, and refuses
     * values that do not go together.
     *
     * @param settings values of {@link #parameters}
     * @return settings that have every option of {@link PulsedOptions}
     */
    default Settings complete(final Settings settings) {
        return settings;
    }

    /**
     * Says what scales a pulse generator's trains.
     *
     * @param settings complete settings
     * @return the mean step of a pulse at weight 0, in weights
     */
    default double granularity(final Settings settings) {
        return settings.get(PulsedOptions.DW_MIN);
    }

    /**
     * Makes the rule of one array's devices.
     *
     * @param settings complete settings
     * @param site shape and noise address
     * @param parameters the devices' steps and bounds, which the model may still change
     * @return the rule
     */
    StepRule rule(Settings settings, ArraySite site, DeviceParameters parameters);
}
