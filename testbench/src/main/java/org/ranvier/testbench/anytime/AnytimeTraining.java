package org.ranvier.testbench.anytime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ranvier.testbench.bptt.BpttOptions;
import org.ranvier.testbench.bptt.BpttTraining;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.train.TrainListener;

/** Trains a network off the chip, epoch by epoch, and quantises it. */
public final class AnytimeTraining {
    private final BpttOptions options;
    private final DataSet data;
    private final ImageSet train;
    private final ImageSet test;
    private final BpttTraining training;
    private final List<Epoch> epochs = new ArrayList<>();

    /**
     * The result of one epoch.
     *
     * @param epoch from 1
     * @param loss a mean over its batches
     * @param accuracyByTick in real numbers, after 1, 2, .. T ticks; null when it was not tested
     * @param wallSeconds wall-clock time of its training
     */
    public record Epoch(int epoch, double loss, double[] accuracyByTick, double wallSeconds) {
        /** @return accuracy after the last tick; null when it was not tested */
        public Double accuracy() {
            return accuracyByTick == null ? null : accuracyByTick[accuracyByTick.length - 1];
        }
    }

    /** Hears of finished epochs. */
    public interface EpochListener {
        /** @param epoch the epoch */
        void epochDone(Epoch epoch);
    }

    /**
     * Prepares a training.
     *
     * @param options what to do
     * @param data the data set
     * @param train the images learnt from, the first of its training images
     * @param test the images tested on
     */
    public AnytimeTraining(final BpttOptions options, final DataSet data, final ImageSet train, final ImageSet test) {
        this.options = options;
        this.data = data;
        this.train = train;
        this.test = test;
        training = new BpttTraining(options, train);
    }

    /**
     * Runs all epochs; once only.
     *
     * @param testEvery epochs between two tests; the last one is followed by one
     * @param progress hears of images
     * @param listener hears of epochs
     */
    public void run(final int testEvery, final TrainListener progress, final EpochListener listener) {
        final AnytimeCourse course = new AnytimeCourse(this, testEvery, progress, listener);
        while (!course.isDone()) {
            course.advance();
        }
    }

    /** @return what learns */
    BpttTraining learner() {
        return training;
    }

    /** Takes the next epoch that is over. */
    void add(final Epoch epoch) {
        epochs.add(epoch);
    }

    /** @return the epochs so far */
    public List<Epoch> epochs() {
        return Collections.unmodifiableList(epochs);
    }

    /** @return the trained network in integers */
    public AnytimeModel model() {
        final Quantizer quantizer = new Quantizer(training.network());
        final String regularizer = options.regularizer() == null
                ? ""
                : "+" + options.lambda() + options.regularizer().label();
        return new AnytimeModel(
                new AnytimeModel.Header(
                        AnytimeModel.RULE,
                        options.spec().sizes(),
                        options.spec().ticks(),
                        options.coding().label(),
                        options.coding().gain(),
                        quantizer.thresholds(),
                        quantizer.scales(),
                        options.seed(),
                        options.loss().label() + regularizer,
                        data.origin(),
                        train.count(),
                        epochs.get(epochs.size() - 1).accuracy()),
                quantizer.weights());
    }

    /** @return what it does */
    public BpttOptions options() {
        return options;
    }

    /** @return the images learnt from */
    public ImageSet trainImages() {
        return train;
    }

    /** @return the images tested on */
    public ImageSet testImages() {
        return test;
    }

    /** @return the data set */
    public DataSet data() {
        return data;
    }
}
