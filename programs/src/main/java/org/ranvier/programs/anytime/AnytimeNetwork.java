package org.ranvier.programs.anytime;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.core.packet.Packet;

/**
 * An integer network for anytime inference. Layer l, from 1, has s8 weights from layer l-1; the last layer has no neurons.
 *
 * @param sizes inputs, neurons of the hidden layers, classes
 * @param ticks T, input ticks of a sample
 * @param coding how pixels become spikes
 * @param thresholds of hidden layers 1..L-1: a neuron fires above its own, 0..32767
 * @param seed of the random lanes
 */
public record AnytimeNetwork(int[] sizes, int ticks, Coding coding, int[] thresholds, long seed) {
    private static final int MOST_LAYERS = 16;
    private static final int MOST_TICKS = 10_000;

    /** Checks shapes and ranges. */
    public AnytimeNetwork {
        checkRange("layers", sizes.length, 2, MOST_LAYERS);
        for (final int size : sizes) {
            checkRange("layer size", size, 1, Packet.MAX_KEY);
        }
        checkRange("classes", sizes[sizes.length - 1], 2, Packet.MAX_KEY);
        checkRange("ticks", ticks, 1, MOST_TICKS);
        checkRange("thresholds of hidden layers", thresholds.length, sizes.length - 2, sizes.length - 2);
        for (final int threshold : thresholds) {
            checkRange("threshold", threshold, 0, Short.MAX_VALUE);
        }
    }

    /** @return L, the number of layers with weights */
    public int layers() {
        return sizes.length - 1;
    }

    /** @return classes */
    public int classes() {
        return sizes[layers()];
    }

    /** @return ticks of a sample on the chip: those of the input, and one for every layer boundary on the way */
    public int chipTicks() {
        return ticks + layers() - 1;
    }
}
