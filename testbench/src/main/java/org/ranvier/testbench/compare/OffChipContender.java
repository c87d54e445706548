package org.ranvier.testbench.compare;

import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.anytime.AnytimeInference;
import org.ranvier.testbench.anytime.AnytimeTraining;
import org.ranvier.testbench.anytime.StoppedTest;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.train.TrainListener;

/**
 * A network that is trained in real numbers and only answers on the chip, every image to its last tick. Its training has no figures.
 *
 * @param training the training
 * @param chip the chip that it is tested on
 * @param profile what its events cost
 */
public record OffChipContender(AnytimeTraining training, ChipSpec chip, EnergyProfile profile) implements Contender {
    @Override
    public RuleFigures run(final TrainListener listener) {
        training.run(training.options().epochs(), listener, epoch -> {});
        final StoppedTest test = new AnytimeInference(
                        training.model(), training.data(), training.testImages(), chip, profile)
                .whole(running -> listener);
        return new RuleFigures(test.accuracy(), Footprint.of(test.chip()), null, test.figures());
    }
}
