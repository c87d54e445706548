package org.ranvier.testbench.compare;

import org.ranvier.testbench.train.TrainListener;

/** One run of a rule that can be put beside others: a network, a chip and a seed. */
public interface Contender {
    /**
     * Trains and tests; once only.
     *
     * @param listener hears of the progress
     * @return what it took
     */
    RuleFigures run(TrainListener listener);
}
