package org.ranvier.rpu.compound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Parameter;
import org.ranvier.rpu.device.Settings;

/**
 * The one-sided pair: two devices that can only be raised, W = g+ - g-. What would raise the weight raises g+, what would
 * lower it raises g-; a refresh gives worn pairs their range back.
 *
 * <p>Source: the one-sided unit cell of IBM aihwkit, Nandakumar et al. 2020. Setting a weight sets one device and clears the
 * other. The rewriting is open loop: its trains are scaled by the granularity, which may be set apart from the devices'.
 */
public record OneSidedPair() implements CompoundModel {
    /** The name in chip files. */
    public static final String TYPE = "one-sided";

    private static final Parameter EVERY = Parameter.whole(
            "refresh_every", "updates", 0, Integer.MAX_VALUE, 0, "updates from one refresh to the next, 0 for never");
    private static final Parameter UPPER = Parameter.number(
            "refresh_upper_thres", "of w_max", 0, 1, 0.75, "a pair is refreshed when its larger device is above this");
    private static final Parameter LOWER =
            Parameter.number("refresh_lower_thres", "of w_max", 0, 1, 0.25, "... and its smaller device above this");
    private static final Parameter GRANULARITY = Parameter.number(
            "refresh_granularity", "weight", 0, 1024, 0, "step that rewriting assumes, 0 for the device's granularity");
    private static final Periphery PERIPHERY = new Periphery("refresh", 31, true);

    /** @return two constant-step devices, never refreshed */
    public static Compound defaults() {
        return Compound.of(new OneSidedPair());
    }

    /**
     * Makes a pair of two devices of a kind.
     *
     * @param device both devices
     * @return the pair, never refreshed
     */
    public static Compound of(final DeviceSpec device) {
        return defaults().withDevices(List.of(device, device));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        final List<Parameter> all = new ArrayList<>(List.of(EVERY, UPPER, LOWER, GRANULARITY));
        all.addAll(PERIPHERY.reads());
        all.addAll(PERIPHERY.writes());
        return all;
    }

    @Override
    public List<DeviceSpec> usualDevices() {
        return List.of(ConstantStep.defaults(), ConstantStep.defaults());
    }

    @Override
    public List<String> names() {
        return List.of("plus", "minus");
    }

    @Override
    public void check(final Settings settings, final List<DeviceSpec> devices) {
        if (settings.get(EVERY) > 0) {
            devices.forEach(OneSidedPair::range);
        }
    }

    /** Finds the mean upper bound that thresholds are relative to. */
    private static double range(final DeviceSpec device) {
        for (final String name : List.of("w_max", "bound")) {
            final List<Double> bound = device.settings().values().get(name);
            if (bound != null && bound.get(0) > 0) {
                return bound.get(0);
            }
        }
        throw ConfigurationException.of("device.refresh_every", device.type(), "devices with an upper bound above 0");
    }

    @Override
    public Cells build(final Settings settings, final List<DeviceSpec> devices, final ArraySite site) {
        final Cells[] parts = Compound.build(devices, site);
        final int every = (int) settings.get(EVERY);
        return new OneSidedCells(
                parts,
                granularity(settings, devices),
                site.columns(),
                devices.stream().allMatch(OneSidedPair::unipolar),
                every,
                every > 0 ? refresh(settings, devices, parts, site) : null);
    }

    /** Tells whether a device can never show less than 0: its bound is 0 and nothing is added to what it holds. */
    private static boolean unipolar(final DeviceSpec device) {
        final Map<String, List<Double>> values = device.settings().values();
        return List.of(0.0).equals(values.get("w_min"))
                && values.getOrDefault("write_noise_std", List.of(0.0)).get(0) == 0;
    }

    private static Refresh refresh(
            final Settings settings, final List<DeviceSpec> devices, final Cells[] parts, final ArraySite site) {
        final PartReader[] readers = new PartReader[parts.length];
        final PartWriter[] writers = new PartWriter[parts.length];
        final RowReset[] resets = new RowReset[parts.length];
        final double[] range = new double[parts.length];
        final double set = settings.get(GRANULARITY);
        for (int k = 0; k < parts.length; k++) {
            final ArraySite part = site.part(k);
            final double granularity = set > 0 ? set : devices.get(k).granularity();
            readers[k] = new PartReader(parts[k], PERIPHERY.read(settings), part);
            writers[k] = new PartWriter(parts[k], granularity, PERIPHERY.write(settings), part);
            resets[k] = new RowReset(parts[k], site);
            range[k] = range(devices.get(k));
        }
        return new Refresh(
                site.rows(), readers, writers, resets, range, settings.get(UPPER), settings.get(LOWER), site.columns());
    }
}
