package org.ranvier.testbench.sweep;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.testbench.plot.LinePlot;
import org.ranvier.testbench.report.Table;
import org.ranvier.testbench.text.Html;

/** Main effects: for each parameter a table of the metrics by level, and plots where levels are numbers. */
final class EffectSection {
    private EffectSection() {}

    static String of(final SweepResult result, final Objectives objectives) {
        final StringBuilder html = new StringBuilder(
                "<p>Means over all runs that have the level and did not fail, whatever else varies, with their standard"
                        + " errors.</p>");
        result.sweep().parameters().forEach(parameter -> {
            final MainEffect effect = MainEffect.of(result, parameter.name());
            if (effect.levels().size() > 1) {
                html.append("<h3>")
                        .append(Html.escape(parameter.name()))
                        .append("</h3>")
                        .append(table(effect, objectives))
                        .append(plots(effect, objectives));
            }
        });
        return html.toString();
    }

    private static String table(final MainEffect effect, final Objectives objectives) {
        final List<String> headings = new ArrayList<>(List.of(Html.escape(effect.parameter()), "runs"));
        objectives.metrics().forEach(metric -> headings.add(Html.escape(metric)));
        final Table table = new Table(headings.toArray(String[]::new));
        for (final MainEffect.Level level : effect.levels()) {
            final List<String> cells = new ArrayList<>(List.of(
                    Html.escape(level.label()), Integer.toString(level.rows().size())));
            objectives
                    .metrics()
                    .forEach(metric -> cells.add(Objectives.cell(PointSummary.estimate(level.rows(), metric), metric)));
            table.row(cells.toArray(String[]::new));
        }
        return table.html();
    }

    private static String plots(final MainEffect effect, final Objectives objectives) {
        final StringBuilder html = new StringBuilder("<div class=\"pair\">");
        final List<String> shown = objectives.hasFront()
                ? List.of(objectives.maximise(), objectives.minimise())
                : objectives
                        .metrics()
                        .subList(0, Math.min(2, objectives.metrics().size()));
        for (final String metric : shown) {
            final List<MainEffect.Level> levels = effect.levels().stream()
                    .filter(level -> !Double.isNaN(level.position())
                            && PointSummary.estimate(level.rows(), metric).count() > 0)
                    .toList();
            if (levels.size() > 1) {
                html.append("<figure>").append(plot(effect, metric, levels)).append("</figure>");
            }
        }
        return html.append("</div>").toString();
    }

    private static String plot(final MainEffect effect, final String metric, final List<MainEffect.Level> levels) {
        final double factor = Objectives.isJoules(metric) ? 1e9 : 1;
        final double[] x =
                levels.stream().mapToDouble(MainEffect.Level::position).toArray();
        final double[] y = levels.stream()
                .mapToDouble(level ->
                        factor * PointSummary.estimate(level.rows(), metric).mean())
                .toArray();
        return new LinePlot(
                        metric + " by " + effect.parameter(),
                        effect.parameter(),
                        Objectives.isJoules(metric) ? metric + ", nJ" : metric)
                .line("mean", x, y)
                .points(null, 0, x, y)
                .inline(("effect-" + effect.parameter() + "-" + metric).replaceAll("[^A-Za-z0-9-]", "-"));
    }
}
