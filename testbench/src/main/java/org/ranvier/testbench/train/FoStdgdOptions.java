package org.ranvier.testbench.train;

import org.ranvier.programs.fostdgd.FoStdgdRule;

/**
 * What a training run of FO-STDGD does, apart from the chip it runs on.
 *
 * @param run what any rule's run does; eta is unused, the rate is the rule's
 * @param rule the constants of the programs
 * @param gains spread of start weights, of hidden layers and of the output
 * @param periphery whose converters and pulse generators these are, in words; null when synapses are words
 */
public record FoStdgdOptions(RunOptions run, FoStdgdRule rule, double[] gains, String periphery) {}
