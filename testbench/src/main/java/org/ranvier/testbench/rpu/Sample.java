package org.ranvier.testbench.rpu;

import java.util.Arrays;

/** Mean, standard deviation and quantiles of the weights of some devices. */
public final class Sample {
    private final double[] sorted;
    private final double mean;
    private final double deviation;

    /**
     * @param values one per device, at least one; not kept
     */
    public Sample(final double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (final double value : sorted) {
            sum += value;
        }
        mean = sum / sorted.length;
        double squares = 0;
        for (final double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        deviation = Math.sqrt(squares / sorted.length);
    }

    /** @return how many devices */
    public int size() {
        return sorted.length;
    }

    /** @return the mean */
    public double mean() {
        return mean;
    }

    /** @return the standard deviation of the population, divided by the number of devices */
    public double deviation() {
        return deviation;
    }

    /**
     * Finds a quantile, by a straight line between the two nearest devices.
     *
     * @param share 0..1
     * @return the weight below which that share of the devices lies
     */
    public double quantile(final double share) {
        final double place = share * (sorted.length - 1);
        final int below = (int) place;
        final int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Counts the devices below a weight.
     *
     * @param weight the weight
     * @return their share
     */
    public double below(final double weight) {
        return Arrays.stream(sorted).filter(value -> value < weight).count() / (double) sorted.length;
    }
}
