package org.ranvier.testbench.reference.rules;

/** A hidden layer of spiking neurons under one of the online rules. The last row of its weights is the bias, which always spikes. */
public interface HiddenRule {
    /** Forgets everything but the weights. */
    void startSample();

    /**
     * Runs a tick.
     *
     * @param spikes inputs that spike, the bias included
     * @return neurons that fire
     */
    boolean[] forward(boolean[] spikes);

    /**
     * Learns from the tick.
     *
     * @param spikes the same inputs
     * @param errors Q20: of every neuron if the rule's feedback is symmetric, else of every output
     * @param rate learning rate, Q20
     */
    void learn(boolean[] spikes, int[] errors, int rate);

    /**
     * Learns what is left to learn after the last tick.
     *
     * @param rate learning rate, Q20
     */
    void finish(int rate);

    /** @return the weights, inputs and bias x neurons */
    int[][] weights();
}
