package org.ranvier.testbench.reference.sfdfa;

/**
 * The variants of the rule.
 *
 * @param exactSlope whether gradients divide by I - threshold, the slope where a neuron fires; else by I
 * @param intraNeuron whether the times of later spikes of a neuron depend on those of earlier ones
 * @param learnedFeedback whether feedback weights are estimated from perturbations; else they stay as drawn (DFA)
 * @param normaliser by what a hidden neuron lowers its learning rate
 */
public record SfdfaRule(boolean exactSlope, boolean intraNeuron, boolean learnedFeedback, Normaliser normaliser) {

    /** SFDFA with the bounded slope: no normaliser. */
    public static final SfdfaRule DEFAULT = new SfdfaRule(false, true, true, Normaliser.OFF);

    /** An estimate of how long a neuron's vector of eligibilities is, by whose square its learning rate is divided. */
    public enum Normaliser {
        /** None: the rate is the layer's. */
        OFF,
        /** From the slopes at its spikes: one sum per spike. */
        GAIN,
        /** From the eligibilities themselves. */
        ENERGY
    }

    /**
     * @param learned whether feedback weights are learnt
     * @return a copy that differs in it
     */
    public SfdfaRule withLearnedFeedback(final boolean learned) {
        return new SfdfaRule(exactSlope, intraNeuron, learned, normaliser);
    }

    /**
     * @param exact whether gradients divide by the exact slope
     * @param intra whether later spikes depend on earlier ones
     * @return a copy that differs in them
     */
    public SfdfaRule withGradient(final boolean exact, final boolean intra) {
        return new SfdfaRule(exact, intra, learnedFeedback, normaliser);
    }

    /**
     * @param newNormaliser of the copy
     * @return a copy that differs in it
     */
    public SfdfaRule withNormaliser(final Normaliser newNormaliser) {
        return new SfdfaRule(exactSlope, intraNeuron, learnedFeedback, newNormaliser);
    }
}
