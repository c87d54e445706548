package org.ranvier.testbench.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ranvier.testbench.compare.Estimate;

/** Numbers that are measurements of one quantity. */
final class Sample {
    private final List<Double> values = new ArrayList<>();

    void add(final double value) {
        values.add(value);
    }

    int count() {
        return values.size();
    }

    /** @return their mean and its standard error */
    Estimate estimate() {
        return Estimate.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double lowest() {
        return Collections.min(values);
    }

    double highest() {
        return Collections.max(values);
    }
}
