package org.ranvier.testbench.reference.sfdfa;

/** Where the random numbers of a run come from: on the chip, from lanes that belong to neurons and inputs. */
public interface SfdfaDraws {
    /**
     * Draws the perturbations of a hidden layer for the next sample.
     *
     * @param layer 1..L-1
     * @param signs receives +1 or -1 for every neuron
     */
    void perturb(int layer, int[] signs);

    /**
     * Draws what is added before the changes of one neuron's weights are rounded down.
     *
     * @param layer of the neuron, 1..L
     * @param neuron from 0
     * @param count how many weights may change
     * @param draws receives as many numbers of 0..65535
     */
    void round(int layer, int neuron, int count, int[] draws);
}
