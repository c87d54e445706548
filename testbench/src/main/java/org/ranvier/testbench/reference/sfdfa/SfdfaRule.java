package org.ranvier.testbench.reference.sfdfa;

/**
 * The variants of the rule.
 *
 * @param exactSlope whether gradients divide by I - threshold, the slope where a neuron fires; else by I
 * @param intraNeuron whether the times of later spikes of a neuron depend on those of earlier ones
 * @param learnedFeedback whether feedback weights are estimated from perturbations; else they stay as drawn (DFA)
 * @param normalised whether a hidden neuron lowers its learning rate by the squared length of its eligibilities
 */
public record SfdfaRule(boolean exactSlope, boolean intraNeuron, boolean learnedFeedback, boolean normalised) {

    /** SFDFA with the bounded slope: no normaliser. */
    public static final SfdfaRule DEFAULT = new SfdfaRule(false, true, true, false);

    /**
     * @param learned whether feedback weights are learnt
     * @return a copy that differs in it
     */
    public SfdfaRule withLearnedFeedback(final boolean learned) {
        return new SfdfaRule(exactSlope, intraNeuron, learned, normalised);
    }

    /**
     * @param exact whether gradients divide by the exact slope
     * @param intra whether later spikes depend on earlier ones
     * @return a copy that differs in them
     */
    public SfdfaRule withGradient(final boolean exact, final boolean intra) {
        return new SfdfaRule(exact, intra, learnedFeedback, normalised);
    }

    /**
     * @param normalise whether hidden neurons normalise their learning rates
     * @return a copy that differs in it
     */
    public SfdfaRule withNormaliser(final boolean normalise) {
        return new SfdfaRule(exactSlope, intraNeuron, learnedFeedback, normalise);
    }
}
