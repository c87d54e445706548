package org.ranvier.testbench.nir.run;

/** Computes one node, step by step. */
interface Operator {
    /**
     * Computes a step.
     *
     * @param input the sum of what the node gets
     * @param output is overwritten with what it gives
     */
    void step(double[] input, double[] output);

    /** Goes back to rest. */
    default void reset() {}

    /** @return potentials; {@code null} when there are none */
    default double[] potential() {
        return null;
    }
}
