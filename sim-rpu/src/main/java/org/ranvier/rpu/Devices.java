package org.ranvier.rpu;

import java.util.List;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.compound.MixedPrecision;
import org.ranvier.rpu.compound.OneSidedPair;
import org.ranvier.rpu.compound.ReferenceUnitCell;
import org.ranvier.rpu.compound.TransferCompound;
import org.ranvier.rpu.compound.TransferKind;
import org.ranvier.rpu.compound.VectorUnitCell;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.ExpStep;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.rpu.device.LinearStep;
import org.ranvier.rpu.device.PiecewiseStep;
import org.ranvier.rpu.device.PowStep;
import org.ranvier.rpu.device.PowStepReference;
import org.ranvier.rpu.device.PulsedDevice;
import org.ranvier.rpu.device.SoftBounds;
import org.ranvier.rpu.device.SoftBoundsPmax;
import org.ranvier.rpu.device.SoftBoundsReference;

/** The table of device types: single devices and compounds. A new type is added here and nowhere else. */
public final class Devices {
    private static final List<DeviceSpec> TYPES = List.of(
            IdealDevice.defaults(),
            ConstantStep.defaults(),
            PulsedDevice.of(new LinearStep()),
            PulsedDevice.of(new SoftBounds()),
            PulsedDevice.of(new SoftBoundsPmax()),
            PulsedDevice.of(new SoftBoundsReference()),
            PulsedDevice.of(new ExpStep()),
            PulsedDevice.of(new PowStep()),
            PulsedDevice.of(new PowStepReference()),
            PulsedDevice.of(new PiecewiseStep()),
            VectorUnitCell.defaults(),
            ReferenceUnitCell.defaults(),
            OneSidedPair.defaults(),
            TransferCompound.defaults(TransferKind.DIRECT),
            TransferCompound.defaults(TransferKind.BUFFERED),
            TransferCompound.defaults(TransferKind.CHOPPED),
            TransferCompound.defaults(TransferKind.DYNAMIC),
            MixedPrecision.defaults());

    private Devices() {}

    /** @return every type with its usual options */
    public static List<DeviceSpec> types() {
        return TYPES;
    }

    /**
     * Finds a device type.
     *
     * @param type the name used in chip files
     * @return its specification with usual options, to be changed with {@link DeviceSpec#with}
     * @throws ConfigurationException when no type has that name
     */
    public static DeviceSpec named(final String type) {
        return TYPES.stream()
                .filter(device -> device.type().equals(type))
                .findFirst()
                .orElseThrow(() -> ConfigurationException.of(
                        "device.type",
                        type,
                        "one of " + TYPES.stream().map(DeviceSpec::type).collect(Collectors.joining(", "))));
    }
}
