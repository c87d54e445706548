package org.ranvier.programs.sfdfa;

import static org.ranvier.core.error.ConfigurationException.checkRange;

/**
 * Learning rates by the number of samples learnt so far.
 *
 * @param first the rates of the first sample
 * @param warmUp whether feedback starts as a running mean: its shift is floor(log2(n + 1)) after n samples, at least 3, at most that
 *     of {@code first}
 * @param halvings samples learnt before each time that both weight rates halve, ascending
 */
public record SfdfaSchedule(SfdfaRates first, boolean warmUp, int[] halvings) {
    private static final int LEAST_WARM_SHIFT = 3;

    /** Checks the order. */
    public SfdfaSchedule {
        for (int i = 0; i < halvings.length; i++) {
            checkRange("--halvings", halvings[i], i == 0 ? 1 : halvings[i - 1], Integer.MAX_VALUE);
        }
    }

    /**
     * Gives the rates of a sample.
     *
     * @param learnt samples learnt before it
     * @return its rates
     */
    public SfdfaRates rates(final long learnt) {
        final int halved = halved(learnt);
        final int shift = Math.min(SfdfaRates.MOST_SHIFT, first.hiddenShift() + halved);
        return new SfdfaRates(
                shift, Math.min(SfdfaRates.MOST_SHIFT, first.outputShift() + halved), feedbackShift(learnt));
    }

    private int feedbackShift(final long learnt) {
        if (!warmUp) {
            return first.feedbackShift();
        }
        final int mean = Long.SIZE - 1 - Long.numberOfLeadingZeros(learnt + 1);
        return Math.min(first.feedbackShift(), Math.max(LEAST_WARM_SHIFT, mean));
    }

    /**
     * @param learnt samples learnt so far
     * @return how often the weight rates have halved
     */
    public int halved(final long learnt) {
        int halved = 0;
        while (halved < halvings.length && halvings[halved] <= learnt) {
            halved++;
        }
        return halved;
    }
}
