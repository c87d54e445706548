package org.ranvier.testbench.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.testbench.report.Page;
import org.ranvier.testbench.report.Table;
import org.ranvier.testbench.text.Html;

/** Makes a sweep's page: Pareto front, main effects, and all runs. */
final class SweepPage {
    private SweepPage() {}

    /**
     * Makes the page.
     *
     * @param result the sweep
     * @return HTML in UTF-8 that needs nothing else
     */
    static String of(final SweepResult result) {
        final Objectives objectives = Objectives.of(result);
        final Map<String, String> sections = new LinkedHashMap<>();
        if (objectives.hasFront()) {
            sections.put("Pareto front", ParetoSection.of(result, objectives));
        }
        sections.put("Main effects", EffectSection.of(result, objectives));
        sections.put("Runs", runs(result, objectives));
        if (result.failures() > 0) {
            sections.put("Failed runs", failed(result));
        }
        return Page.of(Html.escape(result.sweep().title()), lead(result), sections);
    }

    private static String lead(final SweepResult result) {
        final Sweep sweep = result.sweep();
        return "<code>ranvier " + Html.escape(String.join(" ", sweep.words())) + "</code>, "
                + result.rows().size() + " runs: " + sweep.points().size() + " points"
                + (sweep.seeds().isEmpty() ? "" : ", " + sweep.seeds().size() + " seeds each")
                + (result.failures() == 0 ? "" : ", " + result.failures() + " failed");
    }

    private static String runs(final SweepResult result, final Objectives objectives) {
        final List<String> headings = new ArrayList<>(List.of("run"));
        result.sweep().parameters().forEach(parameter -> headings.add(Html.escape(parameter.name())));
        headings.add("seed");
        objectives.metrics().forEach(metric -> headings.add(Html.escape(metric)));
        final Table table = new Table(headings.toArray(String[]::new));
        for (final SweepResult.Row row : result.rows()) {
            final List<String> cells =
                    new ArrayList<>(List.of(Integer.toString(row.run().number())));
            parameters(result, row.run().parameters(), cells);
            cells.add(row.run().seed() == null ? "" : row.run().seed().toString());
            objectives.metrics().forEach(metric -> cells.add(row.failed() ? "failed" : Objectives.cell(row, metric)));
            table.row(cells.toArray(String[]::new));
        }
        return table.html();
    }

    private static String failed(final SweepResult result) {
        final Table table = new Table("run", "exit code", "error");
        result.rows().stream()
                .filter(SweepResult.Row::failed)
                .forEach(row -> table.row(
                        Integer.toString(row.run().number()),
                        Integer.toString(row.result().code()),
                        Html.escape(row.result().error())));
        return table.html();
    }

    /** Adds a cell for each parameter. */
    static void parameters(final SweepResult result, final Map<String, Object> values, final List<String> cells) {
        result.sweep().parameters().forEach(parameter -> {
            final Object value = values.get(parameter.name());
            cells.add(value == null ? "&ndash;" : Html.escape(Objectives.shown(value)));
        });
    }
}
