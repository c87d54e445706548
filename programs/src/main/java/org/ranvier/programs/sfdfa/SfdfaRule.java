package org.ranvier.programs.sfdfa;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.core.error.ConfigurationException;

/**
 * The constants of the rule that are built into the programs; rates travel with every sample, see {@link SfdfaRates}.
 *
 * @param steps steps T of a sample
 * @param lastInput the last step in which a pixel may spike; a white one spikes in step 0
 * @param potentialShift decay of u and z a step, as a right shift; the table of rho follows from it
 * @param currentShift decay of I and alpha a step, as a right shift
 * @param hiddenThreshold threshold of hidden neurons, Q16
 * @param outputThreshold threshold of output neurons, Q16
 * @param labelTarget spike count that the label's output should reach
 * @param otherTarget spike count that every other output should reach
 * @param regulariser how strongly hidden neurons are drawn to the target rate, Q12
 * @param targetRate spikes a sample that a hidden neuron should have, Q16
 * @param exactGradient whether D is I - theta (exact) or I (smooth); never less than theta / 16
 * @param intraNeuron whether a spike's effect on later spikes of its neuron is part of the gradient
 * @param learnedFeedback whether B is learnt from perturbations, or stays as it was drawn (direct feedback alignment)
 * @param normaliser how hidden rates shrink with the size of a neuron's eligibilities
 * @param weightBits width of a weight, 8 or 16
 */
public record SfdfaRule(
        int steps,
        int lastInput,
        int potentialShift,
        int currentShift,
        int hiddenThreshold,
        int outputThreshold,
        int labelTarget,
        int otherTarget,
        int regulariser,
        int targetRate,
        boolean exactGradient,
        boolean intraNeuron,
        boolean learnedFeedback,
        SfdfaNormaliser normaliser,
        int weightBits) {
    private static final int MOST_STEPS = 32_767;
    private static final int MOST_SHIFT = 15;
    private static final int MOST_TARGET = 32_767;
    private static final int MOST_THRESHOLD = 1 << 28;
    private static final int WIDE = 16;
    private static final int NARROW = 8;
    /** Fraction bits of weights of 16 bit, of start weights and of carried values. */
    static final int WIDE_FRACTION = 10;

    private static final int NARROW_HIDDEN_FRACTION = 5;
    private static final int NARROW_OUTPUT_FRACTION = 4;

    /** Checks the ranges. */
    public SfdfaRule {
        checkRange("--steps", steps, 1, MOST_STEPS);
        checkRange("--last-input", lastInput, 0, steps - 1);
        checkRange("--potential-shift", potentialShift, 1, MOST_SHIFT);
        checkRange("--current-shift", currentShift, 1, MOST_SHIFT);
        checkRange("--theta-hidden in 2^-16", hiddenThreshold, 1, MOST_THRESHOLD);
        checkRange("--theta-output in 2^-16", outputThreshold, 1, MOST_THRESHOLD);
        checkRange("--targets", labelTarget, 0, MOST_TARGET);
        checkRange("--targets", otherTarget, 0, MOST_TARGET);
        checkRange("--regulariser in 2^-12", regulariser, 0, 1 << 24);
        checkRange("--target-rate in 2^-16", targetRate, 0, 1 << 28);
        if (weightBits != NARROW && weightBits != WIDE) {
            throw ConfigurationException.of("--weight-bits", weightBits, NARROW + " or " + WIDE);
        }
    }

    /** @return fraction bits of a hidden neuron's weight: Q10, or Q5 in 8 bit */
    public int hiddenFraction() {
        return weightBits == NARROW ? NARROW_HIDDEN_FRACTION : WIDE_FRACTION;
    }

    /** @return fraction bits of an output neuron's weight: Q10, or Q4 in 8 bit */
    public int outputFraction() {
        return weightBits == NARROW ? NARROW_OUTPUT_FRACTION : WIDE_FRACTION;
    }
}
