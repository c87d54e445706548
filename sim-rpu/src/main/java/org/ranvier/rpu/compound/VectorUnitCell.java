package org.ranvier.rpu.compound;

import java.util.Arrays;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Parameter;
import org.ranvier.rpu.device.Settings;

/**
 * The vector unit cell: several devices whose weights are added up, W = sum of gamma_k W_k, and of which all or one at a time
 * are pulsed.
 *
 * <p>Source: the vector unit cell of IBM aihwkit. Setting a weight gives every device the weight w / sum of gamma.
 */
public record VectorUnitCell() implements CompoundModel {
    /** The name in chip files. */
    public static final String TYPE = "vector";

    private static final Parameter POLICY = Parameter.whole(
            "update_policy",
            "",
            0,
            UpdatePolicy.values().length - 1,
            0,
            "which device an update goes to: 0 all, 1 the first_update_idx, 2 the next in turn, 3 one at random");
    private static final Parameter FIRST = Parameter.whole(
            "first_update_idx",
            "",
            0,
            Compound.MOST_DEVICES - 1,
            0,
            "the device that is updated (policy 1) or updated first (policy 2)");
    private static final Parameter GAMMA = Parameter.numbers(
            "gamma_vec",
            "relative",
            -Compound.MOST_DEVICES,
            Compound.MOST_DEVICES,
            0,
            "what each device counts in the sum; a single 0 stands for 1/n each");

    /** @return two constant-step devices, averaged, all updated */
    public static Compound defaults() {
        return Compound.of(new VectorUnitCell());
    }

    /**
     * Makes a vector unit cell that averages its devices.
     *
     * @param policy which device an update goes to
     * @param devices the devices: 1..64
     * @return the specification
     */
    public static Compound of(final UpdatePolicy policy, final DeviceSpec... devices) {
        return defaults().withDevices(List.of(devices)).with(POLICY.name(), policy.ordinal());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(POLICY, FIRST, GAMMA);
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
        ConfigurationException.checkRange("device.devices", devices.size(), 1, Compound.MOST_DEVICES);
        ConfigurationException.checkRange("device.first_update_idx", (int) settings.get(FIRST), 0, devices.size() - 1);
        final double[] gamma = gamma(settings, devices.size());
        if (gamma.length != devices.size()) {
            throw ConfigurationException.of(
                    "device.gamma_vec",
                    settings.list(GAMMA),
                    "one number for each of the " + devices.size() + " devices");
        }
        if (Arrays.stream(gamma).sum() == 0) {
            throw ConfigurationException.of("device.gamma_vec", settings.list(GAMMA), "numbers whose sum is not 0");
        }
    }

    private static double[] gamma(final Settings settings, final int devices) {
        final double[] gamma =
                settings.list(GAMMA).stream().mapToDouble(Double::doubleValue).toArray();
        if (gamma.length > 1 || gamma[0] != 0) {
            return gamma;
        }
        final double[] even = new double[devices];
        Arrays.fill(even, 1.0 / devices);
        return even;
    }

    @Override
    public Cells build(final Settings settings, final List<DeviceSpec> devices, final ArraySite site) {
        return new VectorCells(
                Compound.build(devices, site),
                gamma(settings, devices.size()),
                granularity(settings, devices),
                UpdatePolicy.values()[(int) settings.get(POLICY)],
                (int) settings.get(FIRST),
                site);
    }
}
