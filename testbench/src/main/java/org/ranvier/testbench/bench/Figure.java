package org.ranvier.testbench.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * Something that was measured several times.
 *
 * @param name what it is
 * @param unit its unit
 * @param median the median
 * @param least the smallest value
 * @param most the largest value
 */
public record Figure(String name, String unit, double median, double least, double most) {

    /**
     * Measures.
     *
     * @param name what it is
     * @param unit its unit
     * @param repeats how often
     * @param measurement gives one value
     * @return the figure
     */
    static Figure of(final String name, final String unit, final int repeats, final DoubleSupplier measurement) {
        final double[] values = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            values[i] = measurement.getAsDouble();
        }
        return of(name, unit, values);
    }

    /**
     * Sums up what was measured.
     *
     * @param name what it is
     * @param unit its unit
     * @param measured one or more values
     * @return the figure
     */
    static Figure of(final String name, final String unit, final double[] measured) {
        final double[] values = measured.clone();
        Arrays.sort(values);
        final int last = values.length - 1;
        return new Figure(name, unit, (values[last / 2] + values[values.length / 2]) / 2, values[0], values[last]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-44s %12.4g %-14s (%.4g .. %.4g)", name, median, unit, least, most);
    }
}
