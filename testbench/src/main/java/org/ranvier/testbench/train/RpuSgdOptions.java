package org.ranvier.testbench.train;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.programs.rpusgd.Activation;

/**
 * What a training run of RPU-SGD does, apart from the chip it runs on, which holds converters and pulse generators.
 *
 * @param run what any rule's run does
 * @param activation the function of the hidden layers
 * @param decay factor on the learning rate from epoch to epoch
 * @param periphery whose converters and pulse generators these are, in words
 */
public record RpuSgdOptions(RunOptions run, Activation activation, double decay, String periphery) {
    /** Checks the ranges. */
    public RpuSgdOptions {
        checkRange("--eta-decay", decay, 1e-6, 1);
    }
}
