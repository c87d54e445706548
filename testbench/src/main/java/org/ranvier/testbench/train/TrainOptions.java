package org.ranvier.testbench.train;

import static org.ranvier.core.error.ConfigurationException.checkRange;

/**
 * What a training run of SSNN-BP does, apart from the chip it runs on.
 *
 * @param run what any rule's run does; eta is the expected weight change per unit of input and error in one image
 * @param ticks learning ticks N of a training image
 * @param align whether delay lines pair a gradient spike with the spike that caused it
 * @param inferTicks winner spikes counted for a test image
 * @param decay factor on the learn-enable probability from epoch to epoch
 */
public record TrainOptions(RunOptions run, int ticks, boolean align, int inferTicks, double decay) {
    private static final int MOST_TICKS = 1_000_000;

    /** Checks the ranges. */
    public TrainOptions {
        checkRange("--ticks", ticks, 1, MOST_TICKS);
        checkRange("--infer-ticks", inferTicks, 1, MOST_TICKS);
        checkRange("--learn-enable-decay", decay, 0, 1);
    }

    /** @return the learning rate, or null for the default */
    public Double eta() {
        return run.eta();
    }

    /** @return the name of the device */
    public String device() {
        return run.device();
    }
}
