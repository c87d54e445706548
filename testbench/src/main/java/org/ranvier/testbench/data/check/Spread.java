package org.ranvier.testbench.data.check;

import java.util.Locale;

/** Least, mean and largest of numbers that come one after another. */
final class Spread {
    private long count;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    Spread() {}

    void add(final double value) {
        count++;
        sum += value;
        least = Math.min(least, value);
        most = Math.max(most, value);
    }

    /**
     * Writes all three.
     *
     * @param format of a number, e.g. {@code %.1f}
     * @param unit after the last number, with a blank before it, or nothing
     * @return e.g. {@code 3 .. 17 ms, mean 9 ms}; {@code -} without numbers
     */
    String text(final String format, final String unit) {
        return count == 0
                ? "-"
                : number(format, least) + " .. " + number(format, most) + unit + ", mean " + number(format, sum / count)
                        + unit;
    }

    private static String number(final String format, final double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
