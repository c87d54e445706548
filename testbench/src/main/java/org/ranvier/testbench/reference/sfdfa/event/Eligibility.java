package org.ranvier.testbench.reference.sfdfa.event;

/**
 * The gradients of the spike times of one neuron with respect to its weights, as a dynamical system that runs along with the neuron.
 *
 * <p>Two equivalent systems exist: {@link FormA} keeps two traces per synapse that change with every event; {@link FormB} keeps
 * its moving traces per input and touches a synapse only when its neuron fires.
 */
public interface Eligibility {
    /**
     * Lets time pass.
     *
     * @param seconds 0 or more
     */
    void decay(double seconds);

    /**
     * Receives a spike.
     *
     * @param input that fired, from 0
     */
    void arrive(int input);

    /**
     * The neuron fires now.
     *
     * @param current its synaptic current
     * @return dt/dw of this spike in seconds per weight unit, one value per input; a new array
     */
    double[] fire(double current);

    /** @return the sum of all {@link #fire} of the sample, one value per input; a copy */
    double[] sums();
}
