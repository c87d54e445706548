package org.ranvier.testbench.rpu;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.update.UpdateSpec;

/**
 * What an outer-product experiment does: the same update, over and over, each from weight 0 on constant-step devices with bounds
 * of +-100.
 *
 * @param update how vectors become pulses
 * @param x input values, one per row of the array
 * @param d error values, one per column; x and d together make at most 256 devices
 * @param learningRate as in {@code W -= learningRate d x}
 * @param step mean step dw of a pulse, in weights
 * @param cycleNoise cycle-to-cycle noise of a step, relative: 0..10
 * @param deviceSpread device-to-device spread of steps, relative: 0..10; when above 0, every update has devices of its own
 * @param updates how many: 2..100,000,000
 * @param seed seed of everything random
 */
public record OuterProductSpec(
        UpdateSpec update,
        float[] x,
        float[] d,
        double learningRate,
        double step,
        double cycleNoise,
        double deviceSpread,
        int updates,
        long seed) {
    private static final int MOST_DEVICES = 256;
    private static final double BOUND = 100;

    /** Checks the ranges. */
    public OuterProductSpec {
        if (x.length < 1 || d.length < 1 || x.length * d.length > MOST_DEVICES) {
            throw ConfigurationException.of(
                    "--x, --d",
                    x.length + " and " + d.length + " values",
                    "at least one each, and at most " + MOST_DEVICES + " pairs");
        }
        checkValues("--x", x);
        checkValues("--d", d);
        ConfigurationException.checkRange("--lr", learningRate, -1e6, 1e6);
        ConfigurationException.checkRange("--dw", step, 1e-9, 1);
        ConfigurationException.checkRange("--c2c", cycleNoise, 0, 10);
        ConfigurationException.checkRange("--d2d", deviceSpread, 0, 10);
        ConfigurationException.checkRange("--updates", updates, 2, 100_000_000);
    }

    private static void checkValues(final String option, final float[] values) {
        for (final float value : values) {
            ConfigurationException.checkRange(option, value, -1e6, 1e6);
        }
    }

    /** @return the devices */
    DeviceSpec device() {
        return ConstantStep.defaults()
                .with("dw_min", step)
                .with("dw_min_std", cycleNoise)
                .with("dw_min_dtod", deviceSpread)
                .with("up_down_dtod", 0)
                .with("w_max", BOUND)
                .with("w_min", -BOUND)
                .with("w_max_dtod", 0)
                .with("w_min_dtod", 0);
    }
}
