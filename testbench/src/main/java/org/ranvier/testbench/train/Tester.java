package org.ranvier.testbench.train;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.energy.EnergyProfile;

/** Tests a chip: presents images without their labels and compares its answers. */
final class Tester implements Stateful {
    /** Answers what an image shows. */
    interface Classifier {
        /** @return the class of one image of a set */
        int classify(ImageSet images, int image);
    }

    private final Classifier classifier;
    private final ImageSet images;
    private final Meter meter;

    /**
     * @param chip the chip
     * @param classifier asks it
     * @param images what it is tested on
     * @param profile what events cost
     */
    Tester(final LayeredChip chip, final Classifier classifier, final ImageSet images, final EnergyProfile profile) {
        this.classifier = classifier;
        this.images = images;
        this.meter = new Meter(chip, profile);
    }

    /** @return the share of images classified right */
    double accuracy(final TrainListener listener) {
        int right = 0;
        meter.start();
        listener.begins(TrainListener.TEST, images.count());
        for (int image = 0; image < images.count(); image++) {
            if (classifier.classify(images, image) == images.label(image)) {
                right++;
            }
            listener.sampleDone();
        }
        listener.ends();
        meter.stop(images.count());
        return (double) right / images.count();
    }

    /** @return what all tests so far took */
    Figures figures() {
        return meter.figures();
    }

    /** {@inheritDoc} Between tests only. */
    @Override
    public void save(final StateWriter out) {
        meter.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        meter.restore(in);
    }
}
