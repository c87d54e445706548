package org.ranvier.testbench.compare;

import java.util.Arrays;

/**
 * A mean over seeds.
 *
 * @param mean NaN without values
 * @param standardError the sample standard deviation by the square root of the number of values; NaN with fewer than two
 * @param count how many values there were
 */
public record Estimate(double mean, double standardError, int count) {
    /**
     * Estimates a mean.
     *
     * @param values the values
     * @return their mean, and how far it may be off
     */
    public static Estimate of(final double... values) {
        final int count = values.length;
        final double mean = Arrays.stream(values).average().orElse(Double.NaN);
        final double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new Estimate(mean, count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1) / count), count);
    }
}
