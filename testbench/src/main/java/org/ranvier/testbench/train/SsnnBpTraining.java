package org.ranvier.testbench.train;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.programs.ssnnbp.SsnnBpMapping;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SampleOrder;
import org.ranvier.testbench.energy.EnergyProfile;

/**
 * One training run: a data set, a network on a chip, and epochs of learning with tests between them.
 *
 * <p>Everything but the wall-clock time is a pure function of the arguments.
 */
public final class SsnnBpTraining {
    private static final double USUAL_ETA = 0.05;
    private static final double FASHION_ETA = 0.01;
    private static final double ONE = 1 << 20;

    private final TrainOptions options;
    private final ImageSet train;
    private final ImageSet test;
    private final LearningRate rate;
    private final EnergyProfile profile;
    private final SsnnBpChip chip;

    /**
     * Builds the chip and loads the network.
     *
     * @param options what to do
     * @param data the data set
     * @param chipSpec the chip
     * @param profile what its events cost
     * @throws ConfigurationException when the set holds fewer images, the device cannot learn at that rate or the network does
     *     not fit the chip
     */
    public SsnnBpTraining(
            final TrainOptions options, final DataSet data, final ChipSpec chipSpec, final EnergyProfile profile) {
        this.profile = profile;
        this.options = options;
        this.train = first("--train-samples", data.requireTrain(), options.trainSamples());
        this.test = first("--test-samples", data.test(), options.testSamples());
        this.rate = LearningRate.of(options, data.name().equals("fashion-mnist") ? FASHION_ETA : USUAL_ETA);
        final int[] sizes = options.sizes(train.imageSize(), data.classes());
        final int layers = sizes.length - 1;
        chip = new SsnnBpChip(new SsnnBpMapping(
                new SsnnBpNetwork(
                        sizes,
                        options.ticks(),
                        options.align(),
                        1,
                        new int[layers],
                        new int[layers - 1],
                        options.seed(),
                        rate.device()),
                chipSpec));
    }

    /**
     * Takes the first images of a set.
     *
     * @param option the option's name, for the message
     * @param images the set
     * @param count how many, 1 or more; null for all
     * @return them
     */
    static ImageSet first(final String option, final ImageSet images, final Integer count) {
        if (count == null) {
            return images;
        }
        if (count < 1 || count > images.count()) {
            throw ConfigurationException.of(option, count, "1.." + images.count() + ", the images of " + images.name());
        }
        return images.first(count);
    }

    /**
     * Runs it; once only.
     *
     * @param listener hears of the progress
     * @return the result
     */
    public TrainResult run(final TrainListener listener) {
        final SampleOrder order = new SampleOrder(options.seed(), train.count());
        final Tester tester = new Tester(chip, test, options.inferTicks(), profile);
        final Meter total = new Meter(chip, profile);
        final List<EpochResult> epochs = new ArrayList<>();
        double seconds = 0;
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            final Meter meter = new Meter(chip, profile);
            final long begin = System.nanoTime();
            total.start();
            meter.start();
            learn(order.epoch(epoch), epoch, listener);
            meter.stop(train.count());
            total.stop(train.count());
            final double elapsed = (System.nanoTime() - begin) * 1e-9;
            seconds += elapsed;
            if (epoch + 1 == options.epochs()) {
                listener.trained();
            }
            final boolean tested = (epoch + 1) % options.testEvery() == 0 || epoch + 1 == options.epochs();
            final EpochResult result = new EpochResult(
                    epoch + 1,
                    tested ? tester.accuracy(listener) : null,
                    rate.learnEnableQ20(epoch) / ONE,
                    meter.figures(),
                    elapsed);
            epochs.add(result);
            listener.epochDone(result);
        }
        return new TrainResult(epochs, total.figures(), tester.figures(), seconds);
    }

    private void learn(final int[] order, final int epoch, final TrainListener listener) {
        final int learnEnable = rate.learnEnableQ20(epoch);
        listener.begins("epoch " + (epoch + 1), order.length);
        for (final int image : order) {
            chip.learn(train.pixels(), train.offset(image), train.label(image), learnEnable);
            listener.sampleDone();
        }
        listener.ends();
    }

    /** @return the share of test images that the weights classify right when spikes are replaced by their rates */
    double meanFieldAccuracy() {
        final int[][][] weights = new int[chip.mapping().network().layers()][][];
        for (int crossbar = 1; crossbar <= weights.length; crossbar++) {
            weights[crossbar - 1] = chip.weights(crossbar);
        }
        return new MeanField(weights).accuracy(test);
    }

    /** @return the chip, as the run left it */
    public SsnnBpChip chip() {
        return chip;
    }

    /** @return what the events of the chip cost */
    public EnergyProfile profile() {
        return profile;
    }

    /** @return what the run does */
    public TrainOptions options() {
        return options;
    }

    /** @return the learning rate in use, which the device may have limited */
    public double eta() {
        return rate.eta();
    }

    /** @return the images learnt from */
    ImageSet trainImages() {
        return train;
    }

    /** @return the images tested on */
    ImageSet testImages() {
        return test;
    }

    /** @return training images an epoch */
    public int trainSamples() {
        return train.count();
    }

    /** @return images of a test */
    public int testSamples() {
        return test.count();
    }
}
