package org.ranvier.testbench.nir.chip;

import java.util.Arrays;

/**
 * Rounds the weights that end at one neuron. Large weights may be clipped so that the others are rounded more finely: of a few limits
 * the one with the least error is taken, each weight counting as much as its source was active.
 */
final class WeightScale {
    private static final double[] LIMITS = {1, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5};

    /** What a source that the samples never woke counts, of the mean of all: others may wake it. */
    private static final double ASLEEP = 0.1;

    private final int largest;

    /**
     * @param precision bits of the weights
     */
    WeightScale(final Precision precision) {
        largest = precision.largest();
    }

    /**
     * Chooses the unit.
     *
     * @param weights the weights
     * @param activity how active the source of each was, 0 or more
     * @return the weight that becomes 1; 0 when all of them are 0
     */
    double unit(final double[] weights, final double[] activity) {
        double magnitude = 0;
        for (final double weight : weights) {
            magnitude = Math.max(magnitude, Math.abs(weight));
        }
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (final double limit : LIMITS) {
            final double unit = magnitude * limit / largest;
            final double error = magnitude == 0 ? 0 : error(weights, activity, unit);
            if (error < least) {
                least = error;
                best = unit;
            }
        }
        return best;
    }

    private double error(final double[] weights, final double[] activity, final double unit) {
        final double asleep = ASLEEP * Arrays.stream(activity).average().orElse(0);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            final double difference = weights[i] - unit * round(weights[i], unit);
            sum += difference * difference * (activity[i] + asleep);
        }
        return sum;
    }

    /** @return a weight in whole units, clipped */
    int round(final double weight, final double unit) {
        return unit == 0 ? 0 : (int) Math.max(-largest, Math.min(largest, Math.rint(weight / unit)));
    }
}
