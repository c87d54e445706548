package org.ranvier.testbench.train;

import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.programs.layered.InputForm;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.Recordings;
import org.ranvier.testbench.data.SampleOrder;
import org.ranvier.testbench.data.SpikeSet;
import org.ranvier.testbench.energy.EnergyProfile;

/**
 * One training run: a data set, a network on a chip, and epochs of learning with tests between them. Subclasses are the rules.
 *
 * <p>Everything but the wall-clock time is a pure function of the arguments.
 */
public abstract class Training implements Stateful {
    private final RunOptions options;
    private final DataSet data;
    private final ImageSet train;
    private final ImageSet test;
    private final EnergyProfile profile;

    /**
     * Takes the images.
     *
     * @param options what to do
     * @param data the data set
     * @param profile what events cost
     * @throws ConfigurationException when the set holds fewer images
     */
    Training(final RunOptions options, final DataSet data, final EnergyProfile profile) {
        this.options = options;
        this.profile = profile;
        this.data = data;
        this.train = first("--train-samples", data.requireTrain(), options.trainSamples());
        this.test = first("--test-samples", data.test(), options.testSamples());
    }

    /**
     * Takes the first images of a set.
     *
     * @param option the option's name, for the message
     * @param images the set
     * @param count how many, 1 or more; null for all
     * @return them
     */
    public static ImageSet first(final String option, final ImageSet images, final Integer count) {
        if (count == null) {
            return images;
        }
        if (count < 1 || count > images.count()) {
            throw ConfigurationException.of(option, count, "1.." + images.count() + ", the images of " + images.name());
        }
        return images.first(count);
    }

    /** @return the rule's name on the command line */
    public abstract String rule();

    /** @return what the first line of a report says beyond devices and seed; may be empty */
    public String note() {
        return "";
    }

    /** @return the chip, as the run left it */
    public abstract LayeredChip chip();

    /** @return neurons of layers 0..L */
    public abstract int[] sizes();

    /** @return the devices of its crossbars; null when synapses are words of memory */
    public abstract DeviceSpec device();

    /** @return ticks of a training image, as the rule counts them */
    public abstract int ticks();

    /** @return the learning rate of the first epoch, which the device may have limited */
    public abstract double eta();

    /** @return factor on the learning rate from epoch to epoch */
    public abstract double decay();

    /** @return the share of its learning rate that an epoch, from 0, applies */
    abstract double learnEnable(int epoch);

    /** Learns from one image in an epoch, from 0. */
    abstract void learn(ImageSet images, int image, int epoch);

    /** @return the class of one image */
    abstract int classify(ImageSet images, int image);

    /**
     * Tests the weights without the spikes' randomness.
     *
     * @return the share of test images that they classify right when spikes are replaced by their rates; null without spikes
     */
    Double meanFieldAccuracy() {
        return null;
    }

    /** @return the images of an epoch in the order in which they are learnt; usually shuffled, anew in every epoch */
    int[] order(final int epoch) {
        return new SampleOrder(options.seed(), train.count()).epoch(epoch);
    }

    /** An epoch's images have been learnt; a rule may look at its chip. */
    void learnt() {}

    /** @return the rule's own results by key; usually none */
    Map<String, Object> results() {
        return Map.of();
    }

    /**
     * Trains the same network in another way, to put it beside the chip's.
     *
     * @param dataset the name of the data set
     * @return accuracy on the run's test images by method, plain back-propagation among them
     */
    public Map<String, Double> baseline(final String dataset) {
        return Baseline.of(this, dataset);
    }

    /** Adds the rule's own settings to those of the run. */
    abstract void describe(Map<String, Object> settings);

    /**
     * Runs it; once only.
     *
     * @param listener hears of the progress
     * @return the result
     */
    public TrainResult run(final TrainListener listener) {
        final TrainingCursor cursor = new TrainingCursor(this, listener);
        while (!cursor.isDone()) {
            cursor.advance();
        }
        return cursor.result();
    }

    /** {@inheritDoc} The chip, and what the rule remembers outside of it; between samples only. */
    @Override
    public final void save(final StateWriter out) {
        chip().save(out.section(rule()));
        saveOwn(out);
    }

    @Override
    public final void restore(final StateReader in) {
        chip().restore(in.section(rule()));
        restoreOwn(in);
    }

    /** Writes what the rule remembers outside of the chip; usually nothing. */
    void saveOwn(final StateWriter out) {}

    /** Reads back what {@link #saveOwn} wrote. */
    void restoreOwn(final StateReader in) {}

    /** @return what the events of the chip cost */
    public EnergyProfile profile() {
        return profile;
    }

    /** @return what the run does */
    public RunOptions runOptions() {
        return options;
    }

    /** @return how recordings became what it learns from and is tested on; null for images */
    public Recordings recordings() {
        return data.recordings();
    }

    /** @return what the host sends of a sample, to a chip that takes spikes as they are */
    InputForm input() {
        return train instanceof SpikeSet ? InputForm.SPIKES : InputForm.PIXELS;
    }

    /** @return the images learnt from */
    public ImageSet trainImages() {
        return train;
    }

    /** @return the images tested on */
    public ImageSet testImages() {
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
