package org.ranvier.testbench.cli;

import org.ranvier.testbench.compare.Contender;

/** A command {@code train RULE} that {@code compare} can run beside others; the rule's options are the command's. */
interface ComparedRule {
    /** @return the run that the options ask for */
    Contender contender();
}
