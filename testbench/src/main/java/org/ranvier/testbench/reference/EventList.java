package org.ranvier.testbench.reference;

/**
 * The events of one layer in one tick: which neurons fired, in ascending order, and with which sign.
 *
 * <p>Forward spikes have sign +1; gradient spikes have +1 or -1. A neuron is in the list at most once.
 */
public final class EventList {
    private final int[] neurons;
    private final int[] signs;
    private int count;

    EventList(final int capacity) {
        neurons = new int[capacity];
        signs = new int[capacity];
    }

    /** @return how many neurons fired */
    public int count() {
        return count;
    }

    /**
     * @param event index from 0 to count-1
     * @return the neuron that fired, from 0
     */
    public int neuron(final int event) {
        return neurons[event];
    }

    /**
     * @param event index from 0 to count-1
     * @return +1 or -1
     */
    public int sign(final int event) {
        return signs[event];
    }

    void clear() {
        count = 0;
    }

    void add(final int neuron, final int sign) {
        neurons[count] = neuron;
        signs[count] = sign;
        count++;
    }
}
