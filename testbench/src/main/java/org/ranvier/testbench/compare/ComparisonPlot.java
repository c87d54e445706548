package org.ranvier.testbench.compare;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.testbench.plot.LinePlot;

/** Draws what accuracy costs: a point a run, a colour a rule. */
public final class ComparisonPlot {
    private static final double MICRO = 1e6;

    private ComparisonPlot() {}

    /**
     * Draws the runs of the rules that learn on the chip.
     *
     * @param comparison the comparison
     * @param title what it shows
     * @return an SVG document, or null when there is no run to draw
     */
    public static String svg(final Comparison comparison, final String title) {
        final LinePlot plot =
                new LinePlot(title, "energy per training image, uJ", "accuracy").logarithmicHorizontally();
        int color = 0;
        for (final String rule : comparison.rules()) {
            final List<RuleRun> runs = new ArrayList<>(comparison.runs(rule));
            runs.removeIf(run -> !(run.value(Column.ENERGY_PER_SAMPLE_J) > 0));
            if (!runs.isEmpty()) {
                plot.points(
                        rule,
                        color++,
                        values(runs, Column.ENERGY_PER_SAMPLE_J, MICRO),
                        values(runs, Column.ACCURACY, 1));
            }
        }
        return color == 0 ? null : plot.svg();
    }

    private static double[] values(final List<RuleRun> runs, final Column column, final double factor) {
        return runs.stream().mapToDouble(run -> factor * run.value(column)).toArray();
    }
}
