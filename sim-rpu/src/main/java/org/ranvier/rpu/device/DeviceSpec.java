package org.ranvier.rpu.device;

import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;

/**
 * The specification of one kind of device: immutable and valid once constructed.
 *
 * <p>Most devices are a {@link PulsedDevice} with a {@link StepModel} of their own; a device that is more than one bounded
 * number implements this, and builds {@link Cells} of its own.
 */
public interface DeviceSpec {
    /** @return the name used in chip files, e.g. {@code constant-step} */
    String type();

    /** @return the mean size of one pulse at weight 0, in weights: what scales a pulse generator's trains */
    double granularity();

    /** @return the declared options and their values */
    Settings settings();

    /**
     * Changes one option.
     *
     * @param option the option's name as in chip files, e.g. {@code dw_min}
     * @param value the new value; switches take 0 or 1, lists any number of values
     * @return the changed specification
     * @throws ConfigurationException when the device has no such option or the value is out of range
     */
    DeviceSpec with(String option, double... value);

    /** @return the devices that this one is made of, by name; none but for compounds */
    default Map<String, DeviceSpec> parts() {
        return Map.of();
    }

    /**
     * Replaces one of the devices that this one is made of.
     *
     * @param part its name in {@link #parts}
     * @param device the new device
     * @return the changed specification
     * @throws ConfigurationException when there is no such part
     */
    default DeviceSpec withPart(final String part, final DeviceSpec device) {
        throw ConfigurationException.of("device " + type() + " part", part, "none: it is a single device");
    }

    /**
     * Makes the devices of one array, at weight 0 (or the nearest weight within a device's bounds).
     *
     * @param site shape and noise address
     * @return the devices
     */
    Cells build(ArraySite site);
}
