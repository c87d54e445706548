package org.ranvier.rpu.device;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;

/**
 * The specification of one kind of device: immutable and valid once constructed.
 *
 * <p>To add a device, implement this with a record, give it a {@link StepRule} (or {@link Cells} of its own when a cell is
 * more than one bounded number) and name it in {@link Devices}.
 */
public interface DeviceSpec {
    /** @return the name used in chip files, e.g. {@code constant-step} */
    String type();

    /** @return the mean size of one pulse at weight 0, in weights: what scales a pulse generator's trains */
    double granularity();

    /**
     * Changes one option.
     *
     * @param option the option's name as in chip files, e.g. {@code dw_min}
     * @param value the new value; switches take 0 or 1
     * @return the changed specification
     * @throws org.ranvier.core.error.ConfigurationException when the device has no such option or the value is out of range
     */
    DeviceSpec with(String option, double value);

    /**
     * Makes the devices of one array, at weight 0 (or the nearest weight within a device's bounds).
     *
     * @param site shape and noise address
     * @return the devices
     */
    Cells build(ArraySite site);
}
