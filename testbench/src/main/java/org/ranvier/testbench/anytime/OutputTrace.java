package org.ranvier.testbench.anytime;

import org.ranvier.programs.anytime.AnytimeChip;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.train.TrainListener;

/**
 * What a chip that runs every sample to its end said in every output tick.
 *
 * @param labels by sample
 * @param classes largest class by sample and tick
 * @param gaps between the two largest sums, by sample and tick
 */
public record OutputTrace(int[] labels, int[][] classes, int[][] gaps) {
    /**
     * Runs images.
     *
     * @param chip a traced chip without thresholds
     * @param images the images
     * @param task what the listener is told
     * @param listener hears of the progress
     * @return what it said
     */
    static OutputTrace of(
            final AnytimeChip chip, final ImageSet images, final String task, final TrainListener listener) {
        final int[] labels = new int[images.count()];
        final int[][] classes = new int[images.count()][];
        final int[][] gaps = new int[images.count()][];
        listener.begins(task, images.count());
        for (int image = 0; image < images.count(); image++) {
            StoppedTest.show(chip, images, image);
            labels[image] = images.label(image);
            classes[image] = chip.tracedClasses();
            gaps[image] = chip.tracedGaps();
            listener.sampleDone();
        }
        listener.ends();
        return new OutputTrace(labels, classes, gaps);
    }

    /** @return samples */
    public int samples() {
        return labels.length;
    }

    /** @return ticks of a sample */
    public int ticks() {
        return gaps[0].length;
    }

    /**
     * @param sample the sample
     * @return the first tick, from 0, from which on its largest class is its label; T when there is none
     */
    int settled(final int sample) {
        int tick = ticks();
        while (tick > 0 && classes[sample][tick - 1] == labels[sample]) {
            tick--;
        }
        return tick;
    }

    /**
     * Says what stopping by a table would have given.
     *
     * @param table thresholds by tick
     * @return accuracy and mean ticks
     */
    public Tradeoff.Point stoppedBy(final int[] table) {
        long right = 0;
        long spent = 0;
        for (int sample = 0; sample < samples(); sample++) {
            int tick = 0;
            while (tick < ticks() - 1 && gaps[sample][tick] <= table[tick]) {
                tick++;
            }
            spent += tick + 1;
            right += classes[sample][tick] == labels[sample] ? 1 : 0;
        }
        return new Tradeoff.Point((double) right / samples(), (double) spent / samples());
    }
}
