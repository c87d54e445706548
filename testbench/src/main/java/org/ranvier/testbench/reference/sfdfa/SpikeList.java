package org.ranvier.testbench.reference.sfdfa;

/** The neurons of a layer that fire in one step, and the directional derivatives that their spikes carry. */
public final class SpikeList {
    private final int[] neurons;
    private final int[] values;
    private int count;

    SpikeList(final int capacity) {
        neurons = new int[capacity];
        values = new int[capacity];
    }

    /** @return how many fired */
    public int count() {
        return count;
    }

    /**
     * @param spike from 0 to count-1
     * @return the neuron, from 0
     */
    public int neuron(final int spike) {
        return neurons[spike];
    }

    /**
     * @param spike from 0 to count-1
     * @return the derivative, Q10
     */
    public int value(final int spike) {
        return values[spike];
    }

    void clear() {
        count = 0;
    }

    void add(final int neuron, final int value) {
        neurons[count] = neuron;
        values[count] = value;
        count++;
    }
}
