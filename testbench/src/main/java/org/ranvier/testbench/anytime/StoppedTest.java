package org.ranvier.testbench.anytime;

import org.ranvier.programs.anytime.AnytimeChip;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SpikeSet;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.train.Figures;
import org.ranvier.testbench.train.Meter;
import org.ranvier.testbench.train.TrainListener;

/** A test of a chip that may stop early: right answers, ticks until them, and what they cost. */
public final class StoppedTest {
    private final AnytimeChip chip;
    private final Meter meter;
    private final int[] tickCounts;
    private int right;
    private int samples;

    StoppedTest(final AnytimeChip chip, final EnergyProfile profile) {
        this.chip = chip;
        meter = new Meter(chip, profile);
        tickCounts = new int[chip.mapping().network().ticks()];
    }

    void run(final ImageSet images, final String task, final TrainListener listener) {
        listener.begins(task, images.count());
        meter.start();
        for (int image = 0; image < images.count(); image++) {
            right += show(chip, images, image) == images.label(image) ? 1 : 0;
            tickCounts[chip.decisionTick() - 1]++;
            listener.sampleDone();
        }
        meter.stop(images.count());
        samples += images.count();
        listener.ends();
    }

    /**
     * Presents one sample, images under their numbers.
     *
     * @return the class
     */
    static int show(final AnytimeChip chip, final ImageSet images, final int image) {
        chip.draws(image);
        return images instanceof final SpikeSet spikes
                ? chip.classifySpikes(spikes.spikes(image))
                : chip.classify(images.pixels(), images.offset(image));
    }

    /** @return share of right answers */
    public double accuracy() {
        return (double) right / samples;
    }

    /** @return mean output ticks until the answer */
    public double meanTicks() {
        long sum = 0;
        for (int tick = 0; tick < tickCounts.length; tick++) {
            sum += (tick + 1L) * tickCounts[tick];
        }
        return (double) sum / samples;
    }

    /** @return answers by output tick, from tick 1 */
    public int[] tickCounts() {
        return tickCounts;
    }

    /** @return packets that cores dropped because their sample was over */
    public long stalePackets() {
        return chip.stalePackets();
    }

    /** @return what the test took */
    public Figures figures() {
        return meter.figures();
    }

    /** @return the chip */
    public AnytimeChip chip() {
        return chip;
    }
}
