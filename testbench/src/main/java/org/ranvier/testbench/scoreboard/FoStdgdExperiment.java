package org.ranvier.testbench.scoreboard;

import java.util.Arrays;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.fostdgd.FoStdgdChip;
import org.ranvier.programs.fostdgd.FoStdgdMapping;
import org.ranvier.programs.fostdgd.FoStdgdNetwork;
import org.ranvier.programs.fostdgd.FoStdgdRule;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SampleOrder;
import org.ranvier.testbench.reference.fostdgd.FoStdgdFloatReference;
import org.ranvier.testbench.reference.fostdgd.FoStdgdReference;
import org.ranvier.testbench.reference.fostdgd.FoStdgdSpec;

/**
 * Trains and tests networks for FO-STDGD on the same images: on the chip, on its integer model, which is faster and gives the same
 * bits, or in real numbers.
 */
public final class FoStdgdExperiment {
    private final ImageSet train;
    private final ImageSet test;
    private final int epochs;

    /**
     * Chooses the images.
     *
     * @param train images learnt from
     * @param test images tested on after the last epoch
     * @param epochs passes, each in an order of its own
     */
    public FoStdgdExperiment(final ImageSet train, final ImageSet test, final int epochs) {
        this.train = train;
        this.test = test;
        this.epochs = epochs;
    }

    private interface Learner {
        void learn(int image);
    }

    private interface Classifier {
        int classify(int image);
    }

    private double run(final FoStdgdNetwork network, final Learner learner, final Classifier classifier) {
        final SampleOrder order = new SampleOrder(network.seed(), train.count());
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (final int image : order.epoch(epoch)) {
                learner.learn(image);
            }
        }
        int right = 0;
        for (int image = 0; image < test.count(); image++) {
            right += classifier.classify(image) == test.label(image) ? 1 : 0;
        }
        return (double) right / test.count();
    }

    /**
     * Runs the integer model.
     *
     * @param network the network, its synapses in memory
     * @return the share of test images that it classifies right
     */
    public double onModel(final FoStdgdNetwork network) {
        return run(new FoStdgdReference(spec(network)), network);
    }

    private double run(final FoStdgdReference model, final FoStdgdNetwork network) {
        return run(
                network,
                image -> model.learn(train.pixels(), train.offset(image), train.label(image)),
                image -> model.classify(test.pixels(), test.offset(image)));
    }

    /**
     * Runs in real numbers, without tables, codes and rounding.
     *
     * @param network the network, its synapses in memory
     * @return the share of test images that it classifies right
     */
    public double inRealNumbers(final FoStdgdNetwork network) {
        final FoStdgdFloatReference model = new FoStdgdFloatReference(spec(network));
        return run(
                network,
                image -> model.learn(train.pixels(), train.offset(image), train.label(image)),
                image -> model.classify(test.pixels(), test.offset(image)));
    }

    /**
     * Runs the chip, and the integer model after it.
     *
     * @param network the network, its synapses in memory
     * @param spec the chip
     * @return the share of test images that the chip classifies right
     * @throws IllegalStateException when any weight differs in the end, or the share
     */
    public double onChip(final FoStdgdNetwork network, final ChipSpec spec) {
        final FoStdgdChip chip = new FoStdgdChip(new FoStdgdMapping(network, spec));
        final double accuracy = run(
                network,
                image -> chip.learn(train.pixels(), train.offset(image), train.label(image)),
                image -> chip.classify(test.pixels(), test.offset(image)));
        final FoStdgdReference model = new FoStdgdReference(spec(network));
        final double expected = run(model, network);
        for (int layer = 1; layer <= network.layers(); layer++) {
            if (!Arrays.deepEquals(chip.arrays().weights(layer), model.weights(layer))) {
                throw new IllegalStateException("weights of layer " + layer + " differ between chip and model");
            }
        }
        if (accuracy != expected) {
            throw new IllegalStateException("the chip answers " + accuracy + " right, the model " + expected);
        }
        return accuracy;
    }

    /**
     * Describes a network to the reference models.
     *
     * @param network the network
     * @return what they build
     */
    static FoStdgdSpec spec(final FoStdgdNetwork network) {
        final FoStdgdRule rule = network.rule();
        return new FoStdgdSpec(
                network.sizes(),
                FoStdgdSpec.Form.valueOf(rule.eligibility().name()),
                rule.steps(),
                rule.threshold(),
                rule.order(),
                rule.rate(),
                rule.epsilon(),
                rule.clip(),
                rule.hold(),
                rule.stochastic(),
                network.hiddenGain(),
                network.outputGain(),
                network.seed());
    }
}
