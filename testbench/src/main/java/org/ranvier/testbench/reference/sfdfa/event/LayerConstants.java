package org.ranvier.testbench.reference.sfdfa.event;

/**
 * What neurons of a layer have in common. The membrane forgets half as fast as the synaptic current, which is what makes spike times
 * roots of a quadratic.
 *
 * @param tauSynapse time constant of the synaptic current in seconds, above 0; that of the membrane is twice this
 * @param threshold at which a neuron fires and which it then loses, in units of the potential, above 0
 * @param slope what the gradient divides by
 */
public record LayerConstants(double tauSynapse, double threshold, Slope slope) {

    /** The denominator of dt/dw: the slope of the potential where it meets the threshold, times tau. */
    public enum Slope {
        /** I - threshold: the true slope. Diverges where a spike is about to vanish. */
        EXACT,
        /** I: ignores the leak at threshold, and so is bounded. */
        SMOOTH
    }

    /** @return time constant of the membrane in seconds */
    public double tau() {
        return 2 * tauSynapse;
    }

    /**
     * @param current of the neuron when it fires
     * @return the denominator of the gradient
     */
    double denominator(final double current) {
        return slope == Slope.EXACT ? current - threshold : current;
    }
}
