package org.ranvier.rpu.compound;

import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Parameter;
import org.ranvier.rpu.device.Settings;

/**
 * The transfer compound (Tiki-Taka): a chain of devices at every crossing of which the first is updated; what has gathered
 * there is read now and then, a row at a time, and pulsed into the next, and so on.
 *
 * <p>The weight is the sum of gamma^(n-1-k) W_k: with gamma 0 the last device alone. Setting a weight sets the last device and
 * clears the others. Mini-batches are of one update, so aihwkit's {@code units_in_mbatch} makes no difference. Sources: Gokmen
 * and Haensch 2020 (v1), Gokmen 2021 (v2), Rasch et al. 2024 (c-TTv2, AGAD); rules and names of IBM aihwkit, whose columns
 * are rows here.
 *
 * @param kind what happens between reading and writing
 */
public record TransferCompound(TransferKind kind) implements CompoundModel {
    /**
     * Makes a transfer compound with the usual options.
     *
     * @param kind what happens between reading and writing
     * @return two constant-step devices
     */
    public static Compound defaults(final TransferKind kind) {
        return Compound.of(new TransferCompound(kind));
    }

    @Override
    public String type() {
        return kind.type();
    }

    @Override
    public List<Parameter> parameters() {
        return TransferOptions.of(kind);
    }

    @Override
    public List<DeviceSpec> usualDevices() {
        return List.of(ConstantStep.defaults(), ConstantStep.defaults());
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public void check(final Settings settings, final List<DeviceSpec> devices) {
        ConfigurationException.checkRange(
                "device.devices", devices.size(), 2, kind.chops() ? 2 : Compound.MOST_DEVICES);
    }

    @Override
    public double granularity(final Settings settings, final List<DeviceSpec> devices) {
        return devices.get(0).granularity();
    }

    @Override
    public Cells build(final Settings settings, final List<DeviceSpec> devices, final ArraySite site) {
        return new TransferBuilder(kind, settings, devices, site).build();
    }
}
