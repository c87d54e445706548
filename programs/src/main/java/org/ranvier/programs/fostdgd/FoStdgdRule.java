package org.ranvier.programs.fostdgd;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.core.error.ConfigurationException;

/**
 * The constants of the rule. All but the order are built into the programs.
 *
 * @param eligibility how a synapse's share in its neuron's rate is estimated
 * @param steps steps T of a sample
 * @param threshold the firing threshold, in units of 2^-12
 * @param order the order of the derivative; in (0, 2)
 * @param rate the learning rate mu
 * @param epsilon what is added to the last step before it is raised to 1 - order, in weights
 * @param clip the largest step, in weights
 * @param hold whether a synapse without a presynaptic spike keeps its last step; otherwise that step becomes 0
 * @param stochastic whether steps are rounded at random; otherwise to the nearest
 */
public record FoStdgdRule(
        Eligibility eligibility,
        int steps,
        int threshold,
        double order,
        double rate,
        double epsilon,
        double clip,
        boolean hold,
        boolean stochastic) {
    /** Units of a threshold, a weight in memory and a step: 2^-12. */
    public static final int UNIT = 1 << 12;

    private static final int MOST_STEPS = 255;
    private static final int LOWEST_THRESHOLD = 600;
    private static final int HIGHEST_THRESHOLD = 1 << 20;
    private static final double LOWEST_RATE = 1e-7;
    private static final double HIGHEST_RATE = 100;
    private static final double LOWEST_EPSILON = 1e-6;

    /** Checks the ranges. */
    public FoStdgdRule {
        checkRange("--steps", steps, 1, MOST_STEPS);
        checkRange("threshold in 2^-12", threshold, LOWEST_THRESHOLD, HIGHEST_THRESHOLD);
        checkOrder("--order", order);
        checkRange("--mu", rate, LOWEST_RATE, HIGHEST_RATE);
        checkRange("--eps", epsilon, LOWEST_EPSILON, 1);
        checkRange("--clip", clip, 1.0 / UNIT, 1);
    }

    /**
     * Checks an order.
     *
     * @param option what the message calls it
     * @param order the order
     * @return the order
     * @throws ConfigurationException when it is not within (0, 2), where steps of a constant gradient settle
     */
    public static double checkOrder(final String option, final double order) {
        if (!(order > 0 && order < 2)) {
            throw ConfigurationException.of(option, order, "a number above 0 and below 2");
        }
        return order;
    }

    /** @return the largest step, in units of 2^-12, 1..4096 */
    int mostStep() {
        return (int) Math.rint(clip * UNIT);
    }

    /** @return whether synapses are devices of crossbars */
    public boolean crossbars() {
        return eligibility == Eligibility.SEPARABLE;
    }
}
