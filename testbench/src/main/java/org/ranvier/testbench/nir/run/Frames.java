package org.ranvier.testbench.nir.run;

/** What enters a network in the steps of one sample. */
public interface Frames {
    /** @return steps until nothing more enters */
    int steps();

    /**
     * Gives what enters in one step.
     *
     * @param step 0..{@link #steps}-1
     * @param values is overwritten: a value for each element of the Inputs, as
     *     {@link org.ranvier.testbench.nir.graph.Network#inputs} has them
     */
    void frame(int step, double[] values);
}
