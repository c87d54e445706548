package org.ranvier.rpu.device;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Variants of a device that leave out a kind of randomness, for experiments that tell the kinds apart. */
public final class Variants {
    private static final Set<String> CYCLE_NOISE = Set.of("dw_min_std", "write_noise_std", "reset_std", "drift_nu_std");

    private Variants() {}

    /**
     * Makes every pulse the same: no cycle-to-cycle noise of steps and no write noise.
     *
     * @param device a device or compound
     * @return the changed device
     */
    public static DeviceSpec withoutCycleNoise(final DeviceSpec device) {
        return zero(device, CYCLE_NOISE::contains);
    }

    /**
     * Makes every device the same: no spread of steps, bounds or anything else from device to device.
     *
     * @param device a device or compound
     * @return the changed device
     */
    public static DeviceSpec withoutDeviceSpread(final DeviceSpec device) {
        return zero(device, option -> option.endsWith("_dtod") || option.equals("reference_std"));
    }

    private static DeviceSpec zero(final DeviceSpec device, final Predicate<String> options) {
        DeviceSpec changed = device;
        for (final Parameter parameter : device.settings().parameters()) {
            if (options.test(parameter.name())) {
                changed = changed.with(parameter.name(), 0);
            }
        }
        for (final Map.Entry<String, DeviceSpec> part : device.parts().entrySet()) {
            changed = changed.withPart(part.getKey(), zero(part.getValue(), options));
        }
        return changed;
    }
}
