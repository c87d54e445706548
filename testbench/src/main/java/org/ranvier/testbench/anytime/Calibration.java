package org.ranvier.testbench.anytime;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.anytime.AnytimeChip;

/**
 * Finds the thresholds of a share epsilon of wrong early answers.
 *
 * <p>In tick t, of the samples whose gap exceeds beta a share C(t, beta) is right now and in all ticks that follow (Wu et al. 2023).
 * The threshold is the smallest beta of a grid such that C >= 1 - epsilon holds for it <em>and for every larger one</em>: gaps are
 * scanned from the widest down, to the first beta at which it fails. The authors' code takes the first beta from below at which it
 * holds; C is not monotone, so that one may lie in a lucky dip under a stretch of worse gaps. Where fewer than 1 / epsilon samples
 * exceed beta a single wrong one fails the test: such stretches neither end the scan nor give a threshold.
 *
 * <p>The grid is that of a chip that counts for itself, in {@value #BINS} pairs of counters a tick: gaps are shifted right until the
 * widest of all ticks fits. A threshold is rounded up to it, to the safe side.
 */
public final class Calibration {
    /** The smallest epsilon. */
    public static final double LEAST_EPSILON = 1e-4;

    /** The largest epsilon. */
    public static final double MOST_EPSILON = 0.5;

    /** Counters of a tick. */
    private static final int BINS = 64;

    private Calibration() {}

    /**
     * Computes the table of a trace.
     *
     * @param trace what the chip said about images with known labels
     * @param epsilon share of wrong early answers, {@value #LEAST_EPSILON}..{@value #MOST_EPSILON}
     * @return thresholds by tick; {@link AnytimeChip#NEVER} where no gap is wide enough
     */
    public static int[] thresholds(final OutputTrace trace, final double epsilon) {
        ConfigurationException.checkRange("--epsilon", epsilon, LEAST_EPSILON, MOST_EPSILON);
        final int shift = shift(trace);
        final int[] table = new int[trace.ticks()];
        for (int tick = 0; tick < table.length; tick++) {
            final int[] all = new int[BINS];
            final int[] right = new int[BINS];
            for (int sample = 0; sample < trace.samples(); sample++) {
                final int bin = trace.gaps()[sample][tick] >> shift;
                all[bin]++;
                right[bin] += trace.settled(sample) <= tick ? 1 : 0;
            }
            table[tick] = threshold(all, right, shift, epsilon);
        }
        return table;
    }

    /** The fewest bits to drop such that every gap has a counter. */
    private static int shift(final OutputTrace trace) {
        int widest = 0;
        for (final int[] gaps : trace.gaps()) {
            for (final int gap : gaps) {
                widest = Math.max(widest, gap);
            }
        }
        int shift = 0;
        while (widest >> shift >= BINS) {
            shift++;
        }
        return shift;
    }

    private static int threshold(final int[] all, final int[] right, final int shift, final double epsilon) {
        int beta = AnytimeChip.NEVER;
        long above = 0;
        long wrong = 0;
        for (int bin = BINS - 1; bin >= 0; bin--) {
            above += all[bin];
            wrong += all[bin] - right[bin];
            if (above * epsilon < 1) {
                continue;
            }
            if (wrong > epsilon * above) {
                break;
            }
            beta = (bin << shift) - 1;
        }
        return beta;
    }
}
