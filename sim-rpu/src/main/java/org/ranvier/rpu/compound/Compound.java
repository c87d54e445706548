package org.ranvier.rpu.compound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Settings;

/**
 * The specification of devices that share a crossing and act as one weight.
 *
 * @param model how they act together
 * @param settings the values of the options that the model declares
 * @param devices the devices, in the order of their names; they may be compounds
 */
public record Compound(CompoundModel model, Settings settings, List<DeviceSpec> devices) implements DeviceSpec {
    /** The most devices at a crossing. */
    public static final int MOST_DEVICES = 64;

    /** Refuses options and devices that do not go together. */
    public Compound {
        devices = List.copyOf(devices);
        final List<String> names = model.names();
        if (!names.isEmpty() && names.size() != devices.size()) {
            throw ConfigurationException.of(
                    "device " + model.type() + " devices", devices.size(), "as many as " + String.join(" and ", names));
        }
        model.check(settings, devices);
    }

    /**
     * Makes a compound with the usual options and devices.
     *
     * @param model how the devices act together
     * @return the compound
     */
    static Compound of(final CompoundModel model) {
        return new Compound(model, Settings.of(model.type(), model.parameters()), model.usualDevices());
    }

    @Override
    public String type() {
        return model.type();
    }

    @Override
    public double granularity() {
        return model.granularity(settings, devices);
    }

    @Override
    public Compound with(final String option, final double... value) {
        return new Compound(model, settings.with(option, value), devices);
    }

    /**
     * Replaces all devices, whose number may change where the compound takes any number.
     *
     * @param others the new devices
     * @return the changed specification
     */
    public Compound withDevices(final List<DeviceSpec> others) {
        return new Compound(model, settings, others);
    }

    @Override
    public Map<String, DeviceSpec> parts() {
        final Map<String, DeviceSpec> parts = new LinkedHashMap<>();
        for (int k = 0; k < devices.size(); k++) {
            parts.put(name(k), devices.get(k));
        }
        return parts;
    }

    /** {@inheritDoc} Where there may be any number of devices, the number after the last adds one. */
    @Override
    public Compound withPart(final String part, final DeviceSpec device) {
        final List<DeviceSpec> changed = new ArrayList<>(devices);
        for (int k = 0; k < changed.size(); k++) {
            if (name(k).equals(part)) {
                changed.set(k, device);
                return withDevices(changed);
            }
        }
        if (model.names().isEmpty() && part.equals(Integer.toString(changed.size()))) {
            changed.add(device);
            return withDevices(changed);
        }
        throw ConfigurationException.of(
                "device " + type() + " part", part, "one of " + String.join(", ", parts().keySet()));
    }

    private String name(final int number) {
        return model.names().isEmpty()
                ? Integer.toString(number)
                : model.names().get(number);
    }

    @Override
    public Cells build(final ArraySite site) {
        return model.build(settings, devices, site);
    }

    /** @return the cells of some devices, each at a site of its own */
    static Cells[] build(final List<DeviceSpec> devices, final ArraySite site) {
        final Cells[] parts = new Cells[devices.size()];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = devices.get(k).build(site.part(k));
        }
        return parts;
    }
}
