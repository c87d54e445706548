package org.ranvier.testbench.anytime;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.anytime.AnytimeChip;

/**
 * Finds the thresholds of a share epsilon of wrong early answers.
 *
 * <p>In tick t, of the samples whose gap exceeds beta a share C(t, beta) is right now and in all ticks that follow (Wu et al. 2023).
 * The threshold is the smallest beta such that C >= 1 - epsilon holds for it <em>and for every larger one</em>: gaps are scanned
 * from the largest down, to the first beta at which it fails. The authors' code takes the first beta from below at which it holds; C
 * is not monotone, so that one may lie in a lucky dip under a stretch of worse gaps. Where fewer than 1 / epsilon samples exceed beta
 * a single wrong one fails the test: such stretches neither end the scan nor give a threshold.
 */
public final class Calibration {
    /** The smallest epsilon. */
    public static final double LEAST_EPSILON = 1e-4;

    /** The largest epsilon. */
    public static final double MOST_EPSILON = 0.5;

    private Calibration() {}

    /**
     * Computes the table of a trace.
     *
     * @param trace what the chip said about images with known labels
     * @param epsilon share of wrong early answers, 0.0001..0.5
     * @return thresholds by tick; {@link AnytimeChip#NEVER} where no gap is large enough
     */
    public static int[] thresholds(final OutputTrace trace, final double epsilon) {
        ConfigurationException.checkRange("--epsilon", epsilon, LEAST_EPSILON, MOST_EPSILON);
        final int[] table = new int[trace.ticks()];
        for (int tick = 0; tick < table.length; tick++) {
            table[tick] = threshold(trace, tick, epsilon);
        }
        return table;
    }

    private static int threshold(final OutputTrace trace, final int tick, final double epsilon) {
        final long[] descending = new long[trace.samples()];
        for (int sample = 0; sample < descending.length; sample++) {
            final int wrong = trace.settled(sample) <= tick ? 0 : 1;
            // The gap above, the verdict below: sorting by gap keeps them together.
            descending[sample] = -((long) trace.gaps()[sample][tick] << 1 | wrong);
        }
        Arrays.sort(descending);
        int beta = AnytimeChip.NEVER;
        int wrong = 0;
        for (int all = 1; all <= descending.length; all++) {
            wrong += (int) (-descending[all - 1] & 1);
            final long gap = -descending[all - 1] >> 1;
            final long next = all < descending.length ? -descending[all] >> 1 : -1;
            if (next == gap || all * epsilon < 1) {
                continue;
            }
            if (wrong > epsilon * all) {
                break;
            }
            beta = (int) next;
        }
        return beta;
    }
}
