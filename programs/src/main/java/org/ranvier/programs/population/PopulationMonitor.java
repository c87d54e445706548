package org.ranvier.programs.population;

import org.ranvier.core.memory.Region;

/**
 * Hears what populations do in every step.
 *
 * <p>Called by the thread that simulates the core; steps of different populations are told in different ticks.
 */
public interface PopulationMonitor {
    /**
     * Neurons fired; told once more for every further spike of a step.
     *
     * @param population its index
     * @param step the step
     * @param first the neuron of bit 0
     * @param spikes a bit a neuron, to be read only
     */
    void spikes(int population, int step, int first, Region spikes);

    /**
     * A step is over.
     *
     * @param population its index
     * @param step the step
     * @param first the neuron of element 0
     * @param potentials one a neuron, to be read only
     */
    void potentials(int population, int step, int first, Region potentials);
}
