package org.ranvier.testbench.train;

import org.ranvier.programs.sfdfa.SfdfaRecipe;
import org.ranvier.programs.sfdfa.SfdfaRule;
import org.ranvier.programs.sfdfa.SfdfaSchedule;
import org.ranvier.programs.sfdfa.SfdfaStart;

/**
 * What a training run of SFDFA does, apart from the chip it runs on.
 *
 * @param run what any rule's run does; eta is unused, rates are shifts
 * @param recipe where the constants come from that were not given
 * @param shuffle whether images are shuffled before every epoch, or learnt in the order of the set
 * @param rule the constants of the programs
 * @param start the ranges of start weights
 * @param schedule the learning rates
 */
public record SfdfaOptions(
        RunOptions run,
        SfdfaRecipe recipe,
        boolean shuffle,
        SfdfaRule rule,
        SfdfaStart start,
        SfdfaSchedule schedule) {}
