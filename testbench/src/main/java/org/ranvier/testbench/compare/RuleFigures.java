package org.ranvier.testbench.compare;

import org.ranvier.testbench.train.Figures;

/**
 * What one run of a rule came to.
 *
 * @param accuracy share of the test images classified right after the last epoch
 * @param footprint what its network takes of the chip
 * @param training what training took, tests left out; null for a rule that does not learn on the chip
 * @param testing what the tests took
 */
public record RuleFigures(double accuracy, Footprint footprint, Figures training, Figures testing) {}
