package org.ranvier.testbench.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.testbench.compare.Estimate;

/**
 * The runs of one point: the same parameters, different seeds.
 *
 * @param parameters their values by name
 * @param rows the runs
 */
record PointSummary(Map<String, Object> parameters, List<SweepResult.Row> rows) {
    /**
     * Groups a sweep's runs.
     *
     * @param result the sweep
     * @return its points, by number
     */
    static List<PointSummary> of(final SweepResult result) {
        final Map<Integer, PointSummary> points = new LinkedHashMap<>();
        for (final SweepResult.Row row : result.rows()) {
            points.computeIfAbsent(
                            row.run().point(),
                            number -> new PointSummary(row.run().parameters(), new ArrayList<>()))
                    .rows()
                    .add(row);
        }
        return List.copyOf(points.values());
    }

    /** @return the mean of a metric over the runs that have it */
    Estimate estimate(final String metric) {
        return estimate(rows, metric);
    }

    static Estimate estimate(final List<SweepResult.Row> rows, final String metric) {
        return Estimate.of(rows.stream()
                .mapToDouble(row -> row.number(metric))
                .filter(value -> !Double.isNaN(value))
                .toArray());
    }
}
