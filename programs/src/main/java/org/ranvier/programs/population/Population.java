package org.ranvier.programs.population;

import org.ranvier.core.error.ConfigurationException;

/**
 * Neurons of one kind. Potentials and what adds to them are signed 32-bit numbers in one unit; sums saturate.
 *
 * @param name for messages
 * @param dynamics how they integrate
 * @param firing what they give
 * @param level the tick of a sample's first step, 1 or more: one more than that of anything whose output of the same step it needs
 * @param neurons how many, 1..65,536
 * @param rate what leaks in a step, in units of 2^-30, 0..2^31-1, by neuron; null without a leak
 * @param rest where the potential falls back to, by neuron; null without a leak
 * @param currentRate what a current loses in a step, as {@code rate}; null without currents
 * @param threshold by neuron; null when they do not fire
 * @param after the potential after a spike, by neuron; null unless {@link Firing#TO_VALUE}
 * @param bias what is added to the input in every step, by neuron
 * @param payloadShift of potentials that are sent: the payload is {@code v >> payloadShift}, rounded half up, 0..31
 */
public record Population(
        String name,
        Dynamics dynamics,
        Firing firing,
        int level,
        int neurons,
        int[] rate,
        int[] rest,
        int[] currentRate,
        int[] threshold,
        int[] after,
        int[] bias,
        int payloadShift) {
    /** The largest number of neurons: what a packet's key can tell apart. */
    public static final int MOST_NEURONS = 1 << 16;

    /** Bits behind the point of rates. */
    public static final int RATE_BITS = 30;

    /** Checks the ranges. */
    public Population {
        ConfigurationException.checkRange(name + ": neurons", neurons, 1, MOST_NEURONS);
        ConfigurationException.checkRange(name + ": level", level, 1, 1 << 20);
        require(name, "rate", rate, neurons, dynamics.leaks());
        require(name, "rest", rest, neurons, dynamics.leaks());
        require(name, "currentRate", currentRate, neurons, dynamics == Dynamics.CURRENT);
        require(name, "threshold", threshold, neurons, firing.spikes());
        require(name, "after", after, neurons, firing == Firing.TO_VALUE);
        require(name, "bias", bias, neurons, true);
    }

    private static void require(
            final String name, final String what, final int[] values, final int neurons, final boolean needed) {
        if (needed != (values != null) || needed && values.length != neurons) {
            throw new IllegalArgumentException(name + ": " + what + " has "
                    + (values == null ? "no" : Integer.toString(values.length)) + " values for " + neurons
                    + " neurons");
        }
    }
}
