package org.ranvier.programs.population;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.memory.RowPointers;

/**
 * Synapses from one population, or from the input, to another. What arrives at a neuron in a tick is summed in 32 bits, saturating, as
 * {@code sum of weight}, or of {@code weight x payload} when values travel; {@code (sum x gain) >> gainShift}, rounded half up, is added
 * to its input.
 *
 * @param source index of the population, or {@link #INPUT}
 * @param target index of the population
 * @param delay ticks from sending to the step that uses it, 1 or more
 * @param values whether payloads are values; otherwise every packet is one spike
 * @param rows synapses of each element of the source, in the order of the two arrays below
 * @param targets neuron of the target, by synapse
 * @param weights by synapse
 * @param weightBits 8 or 16
 * @param gain by neuron of the target
 * @param gainShift 0..63
 */
public record Projection(
        int source,
        int target,
        int delay,
        boolean values,
        RowPointers rows,
        char[] targets,
        short[] weights,
        int weightBits,
        int[] gain,
        int gainShift) {
    /** The source of what the host sends. */
    public static final int INPUT = -1;

    private static final int BYTE = 8;
    private static final int SHORT = 16;

    /** Checks the ranges. */
    public Projection {
        ConfigurationException.checkRange("delay", delay, 1, 1 << 16);
        ConfigurationException.checkRange("gainShift", gainShift, 0, 63);
        if (weightBits != BYTE && weightBits != SHORT
                || targets.length != rows.elements()
                || weights.length != targets.length) {
            throw new IllegalArgumentException(targets.length + " targets and " + weights.length + " weights of "
                    + weightBits + " bits for " + rows.elements() + " synapses");
        }
    }

    /** @return synapses */
    public int synapses() {
        return targets.length;
    }
}
