package org.ranvier.testbench.reference.sfdfa;

import org.ranvier.core.error.ConfigurationException;

/**
 * How rates change with the number n of samples learnt so far.
 *
 * @param feedbackShift a feedback weight moves by 2^-shift of its distance to the last product; 1..31
 * @param runningMean whether the shift starts at 3 and grows with log2(n + 1), so that early estimates are means of what there is
 * @param halvings at which n the weight rates of all layers halve, ascending
 */
public record SfdfaSchedule(int feedbackShift, boolean runningMean, int[] halvings) {
    private static final int FIRST_SHIFT = 3;

    /**
     * Checks and copies.
     *
     * @throws ConfigurationException naming the field, its value and what is allowed
     */
    public SfdfaSchedule {
        ConfigurationException.checkRange("feedbackShift", feedbackShift, 1, 31);
        halvings = halvings.clone();
    }

    @Override
    public int[] halvings() {
        return halvings.clone();
    }

    /**
     * @param samples n
     * @return the shift of the feedback weights
     */
    public int feedbackShift(final long samples) {
        if (!runningMean) {
            return feedbackShift;
        }
        return Math.min(feedbackShift, Math.max(FIRST_SHIFT, FixedPoint.log2(samples + 1)));
    }

    /**
     * @param samples n
     * @return how often the weight rates have halved
     */
    public int halved(final long samples) {
        int halved = 0;
        while (halved < halvings.length && halvings[halved] <= samples) {
            halved++;
        }
        return halved;
    }
}
