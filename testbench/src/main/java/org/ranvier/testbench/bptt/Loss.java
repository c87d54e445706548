package org.ranvier.testbench.bptt;

/** A loss of a batch. Adds its derivatives by logits, potentials and spikes to the traces. */
interface Loss {
    /**
     * Evaluates it.
     *
     * @param batch traces after their forward pass; the first {@code count} hold samples
     * @param count samples of the batch, at least 1
     * @param weight factor on loss and derivatives
     * @return the weighted loss, a mean over the batch
     */
    double add(LifTrace[] batch, int count, double weight);
}
