package org.ranvier.testbench.compare;

import org.ranvier.testbench.train.TrainListener;
import org.ranvier.testbench.train.TrainResult;
import org.ranvier.testbench.train.Training;

/**
 * A rule that learns on the chip.
 *
 * @param training the run
 */
public record ChipContender(Training training) implements Contender {
    @Override
    public RuleFigures run(final TrainListener listener) {
        final TrainResult result = training.run(listener);
        return new RuleFigures(result.accuracy(), Footprint.of(training.chip()), result.training(), result.testing());
    }
}
