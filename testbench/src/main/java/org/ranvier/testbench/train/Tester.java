package org.ranvier.testbench.train;

import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.energy.EnergyProfile;

/** Tests a chip: presents images without their labels and compares its answers. */
final class Tester {
    private final SsnnBpChip chip;
    private final ImageSet images;
    private final int winners;
    private final Meter meter;

    /**
     * @param chip the chip
     * @param images what it is tested on
     * @param winners winner spikes counted for an image
     * @param profile what events cost
     */
    Tester(final SsnnBpChip chip, final ImageSet images, final int winners, final EnergyProfile profile) {
        this.chip = chip;
        this.images = images;
        this.winners = winners;
        this.meter = new Meter(chip, profile);
    }

    /** @return the share of images classified right */
    double accuracy(final TrainListener listener) {
        int right = 0;
        meter.start();
        listener.begins("test", images.count());
        for (int image = 0; image < images.count(); image++) {
            if (chip.classify(images.pixels(), images.offset(image), winners) == images.label(image)) {
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
}
