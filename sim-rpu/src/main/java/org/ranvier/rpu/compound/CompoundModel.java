package org.ranvier.rpu.compound;

import java.util.List;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Parameter;
import org.ranvier.rpu.device.Settings;

/**
 * A kind of compound: the options it declares, the devices it needs and the cells it makes of them.
 *
 * <p>Implemented by records without components, so that equal models are equal.
 */
public interface CompoundModel {
    /** @return the name in chip files */
    String type();

    /** @return the declared options */
    List<Parameter> parameters();

    /** @return the devices when none are given */
    List<DeviceSpec> usualDevices();

    /**
     * Names the devices.
     *
     * @return their names in order; empty when there may be any number of them, numbered from 0
     */
    List<String> names();

    /**
     * Refuses options and devices that do not go together.
     *
     * @param settings the options
     * @param devices the devices, as many as there are names
     */
    default void check(final Settings settings, final List<DeviceSpec> devices) {}

    /**
     * Says what scales a pulse generator's trains when pulses are asked of the compound as a whole.
     *
     * @param settings the options
     * @param devices the devices
     * @return the mean of the devices' granularities, in weights
     */
    default double granularity(final Settings settings, final List<DeviceSpec> devices) {
        double sum = 0;
        for (final DeviceSpec device : devices) {
            sum += device.granularity();
        }
        return sum / devices.size();
    }

    /**
     * Makes the cells of one array.
     *
     * @param settings the options
     * @param devices the devices
     * @param site shape and noise address
     * @return the cells
     */
    Cells build(Settings settings, List<DeviceSpec> devices, ArraySite site);
}
