package org.ranvier.testbench.sweep;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.testbench.plot.LinePlot;
import org.ranvier.testbench.report.Table;
import org.ranvier.testbench.text.Html;

/** The front: a plot of all points, and a table of those on it. */
final class ParetoSection {
    private static final double WIDE = 10;

    private ParetoSection() {}

    static String of(final SweepResult result, final Objectives objectives) {
        final ParetoFront front = ParetoFront.of(PointSummary.of(result), objectives.maximise(), objectives.minimise());
        return "<p>" + front.front().size() + " of " + front.all().size()
                + " points are on the front: none has more " + Html.escape(front.maximise()) + " for less "
                + Html.escape(front.minimise()) + ". Means over seeds, with their standard errors.</p><figure>"
                + plot(front).inline("pareto") + "</figure>" + table(result, front);
    }

    /** Draws all points, and the front as a line. */
    static LinePlot plot(final ParetoFront front) {
        final boolean joules = Objectives.isJoules(front.minimise());
        final double factor = joules ? 1e9 : 1;
        final LinePlot plot = new LinePlot(
                front.maximise() + " against " + front.minimise(),
                joules ? front.minimise() + ", nJ" : front.minimise(),
                front.maximise());
        final double[] x = values(front.all(), front.minimise(), factor);
        if (x.length > 0 && x[0] > 0 && x[x.length - 1] > WIDE * x[0]) {
            plot.logarithmicHorizontally();
        }
        final double[] frontX = values(front.front(), front.minimise(), factor);
        final double[] frontY = values(front.front(), front.maximise(), 1);
        return plot.line("front", frontX, frontY)
                .points("all points", 1, x, values(front.all(), front.maximise(), 1))
                .points(null, 0, frontX, frontY);
    }

    private static double[] values(final List<PointSummary> points, final String metric, final double factor) {
        return points.stream()
                .mapToDouble(point -> factor * point.estimate(metric).mean())
                .toArray();
    }

    private static String table(final SweepResult result, final ParetoFront front) {
        final List<String> headings = new ArrayList<>();
        result.sweep().parameters().forEach(parameter -> headings.add(Html.escape(parameter.name())));
        headings.add(Html.escape(front.maximise()));
        headings.add(Html.escape(front.minimise()));
        final Table table = new Table(headings.toArray(String[]::new));
        for (final PointSummary point : front.front()) {
            final List<String> cells = new ArrayList<>();
            SweepPage.parameters(result, point.parameters(), cells);
            cells.add(Objectives.cell(point.estimate(front.maximise()), front.maximise()));
            cells.add(Objectives.cell(point.estimate(front.minimise()), front.minimise()));
            table.row(cells.toArray(String[]::new));
        }
        return table.html();
    }
}
