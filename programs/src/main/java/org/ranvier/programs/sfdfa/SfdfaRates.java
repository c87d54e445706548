package org.ranvier.programs.sfdfa;

import static org.ranvier.core.error.ConfigurationException.checkRange;

/**
 * The rates of one learning sample; they reach the cores as the payload of the label packet.
 *
 * @param hiddenShift hidden learning rate 2^-s1
 * @param outputShift output learning rate 2^-s2
 * @param feedbackShift rate 2^-k at which feedback follows its estimate
 */
public record SfdfaRates(int hiddenShift, int outputShift, int feedbackShift) {
    /** The largest shift of a rate; beyond 28 nothing is left of any change. */
    public static final int MOST_SHIFT = 28;

    private static final int FIELD = 8;

    /** Checks the ranges. */
    public SfdfaRates {
        checkRange("hidden rate shift (s1)", hiddenShift, 0, MOST_SHIFT);
        checkRange("output rate shift (s2)", outputShift, 0, MOST_SHIFT);
        checkRange("feedback rate shift (lrb_shift)", feedbackShift, 0, MOST_SHIFT);
    }

    /** @return s1 + 2^8 s2 + 2^16 lrb_shift */
    int payload() {
        return hiddenShift | outputShift << FIELD | feedbackShift << 2 * FIELD;
    }
}
