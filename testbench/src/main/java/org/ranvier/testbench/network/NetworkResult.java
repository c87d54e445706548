package org.ranvier.testbench.network;

import org.ranvier.testbench.energy.Census;

/**
 * What a run of a benchmark network gave.
 *
 * @param steps steps
 * @param spikes spikes
 * @param spikeHash FNV-1a over 1000003 t + i of all spikes, t from 1, by step and neuron
 * @param sumOfPotentials the sum of all potentials at the end
 * @param plasticity what was learned, or null
 * @param counts the operations of the run, counted by the hardware
 * @param cycles cycles of the chip
 * @param chipSeconds the same as time
 */
public record NetworkResult(
        int steps,
        long spikes,
        long spikeHash,
        long sumOfPotentials,
        Plasticity plasticity,
        Census counts,
        long cycles,
        double chipSeconds) {
    /**
     * What was learned.
     *
     * @param visits visits of plastic synapses
     * @param nonzeroUpdates visits with a change other than 0, before the weight was clipped
     * @param sumOfWeights the sum of the plastic weights
     * @param weightHash FNV-1a over them, by source and synapse
     * @param sumOfTraces the sum of the traces at the end of the last step
     */
    public record Plasticity(long visits, long nonzeroUpdates, long sumOfWeights, long weightHash, long sumOfTraces) {}
}
