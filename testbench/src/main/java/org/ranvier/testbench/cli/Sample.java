package org.ranvier.testbench.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Numbers that are measurements of one quantity. */
final class Sample {
    private final List<Double> values = new ArrayList<>();

    void add(final double value) {
        values.add(value);
    }

    int count() {
        return values.size();
    }

    double mean() {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** @return standard deviation of the mean; NaN for a single number */
    double standardError() {
        final double mean = mean();
        double squares = 0;
        for (final double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.size() - 1) / values.size());
    }

    double lowest() {
        return Collections.min(values);
    }

    double highest() {
        return Collections.max(values);
    }
}
