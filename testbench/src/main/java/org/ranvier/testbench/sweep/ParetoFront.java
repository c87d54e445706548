package org.ranvier.testbench.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Points that no other beats in one of two metrics without losing in the other.
 *
 * @param maximise the metric that should be large
 * @param minimise the metric that should be small
 * @param all points that have both, by the metric that should be small
 * @param front those of them that none beats, in the same order; of equal ones, the first
 */
record ParetoFront(String maximise, String minimise, List<PointSummary> all, List<PointSummary> front) {
    /**
     * Finds the front.
     *
     * @param points the points
     * @param maximise a metric
     * @param minimise another
     * @return the front of the means over seeds
     */
    static ParetoFront of(final List<PointSummary> points, final String maximise, final String minimise) {
        final List<PointSummary> all = points.stream()
                .filter(point -> point.estimate(maximise).count() > 0
                        && point.estimate(minimise).count() > 0)
                .sorted(Comparator.<PointSummary>comparingDouble(
                                point -> point.estimate(minimise).mean())
                        .thenComparingDouble(point -> -point.estimate(maximise).mean()))
                .toList();
        final List<PointSummary> front = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (final PointSummary point : all) {
            if (point.estimate(maximise).mean() > best) {
                best = point.estimate(maximise).mean();
                front.add(point);
            }
        }
        return new ParetoFront(maximise, minimise, all, front);
    }
}
