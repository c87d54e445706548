package org.ranvier.rpu.compound;

import java.util.List;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Parameter;
import org.ranvier.rpu.device.Settings;

/**
 * The reference unit cell: the difference of a device that is updated and one that never is, W = W_0 - W_1.
 *
 * <p>Source: the reference unit cell of IBM aihwkit. Setting a weight sets the updated device to weight + reference.
 */
public record ReferenceUnitCell() implements CompoundModel {
    /** The name in chip files. */
    public static final String TYPE = "reference";

    /** @return two constant-step devices */
    public static Compound defaults() {
        return Compound.of(new ReferenceUnitCell());
    }

    /**
     * Makes a reference unit cell.
     *
     * @param updated the device that is updated
     * @param reference the device that is subtracted
     * @return the specification
     */
    public static Compound of(final DeviceSpec updated, final DeviceSpec reference) {
        return defaults().withDevices(List.of(updated, reference));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public List<DeviceSpec> usualDevices() {
        return List.of(ConstantStep.defaults(), ConstantStep.defaults());
    }

    @Override
    public List<String> names() {
        return List.of("updated", "reference");
    }

    @Override
    public double granularity(final Settings settings, final List<DeviceSpec> devices) {
        return devices.get(0).granularity();
    }

    @Override
    public Cells build(final Settings settings, final List<DeviceSpec> devices, final ArraySite site) {
        return new VectorCells(
                Compound.build(devices, site),
                new double[] {1, -1},
                granularity(settings, devices),
                UpdatePolicy.SINGLE_FIXED,
                0,
                site);
    }
}
