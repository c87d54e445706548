package org.ranvier.testbench.reference;

/**
 * Watches a reference model tick by tick, so that a comparison can name the first tick, layer and neuron that differ.
 *
 * <p>Within a tick come the spikes of layers 0..L and then, while learning, the gradient spikes of layers L..1. The lists belong to the
 * model and change afterwards: keep copies of what is needed.
 */
public interface SsnnBpObserver {

    /**
     * Reports the forward spikes of one layer.
     *
     * @param tick from 0 in every presentation
     * @param layer 0 = input .. L = output, where the one spike is the winner
     * @param events who fired
     */
    void spikes(int tick, int layer, EventList events);

    /**
     * Reports the gradient spikes of one layer, after the gate.
     *
     * @param tick from 0 in every presentation
     * @param layer 1..L
     * @param events who fired, with which sign
     */
    void gradients(int tick, int layer, EventList events);
}
