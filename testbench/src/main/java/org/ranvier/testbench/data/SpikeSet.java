package org.ranvier.testbench.data;

/**
 * Labelled samples that are spikes in time. They are images too, of a pixel an input: how often each spikes.
 *
 * <p>A rule whose neurons care about time takes the spikes, one that learns from rates the images.
 */
public interface SpikeSet extends ImageSet {

    /** @return steps that a sample is divided into */
    int steps();

    /**
     * Reads the spikes of a sample.
     *
     * @param sample index from 0
     * @return the inputs that spike in each step, ascending; valid until another sample is asked for, not to be written to
     */
    int[][] spikes(int sample);
}
