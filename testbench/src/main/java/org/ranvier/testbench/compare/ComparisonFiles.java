package org.ranvier.testbench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.testbench.train.Json;

/** A comparison as files: a CSV row a run, a CSV row a rule, and both as JSON with the columns' definitions. */
public final class ComparisonFiles {
    private ComparisonFiles() {}

    /**
     * Lists the runs.
     *
     * @param comparison the comparison
     * @return CSV: rule, seed, a field a column, empty where there is no value, and the error of a run that failed
     */
    public static String runs(final Comparison comparison) {
        final List<String> header = new ArrayList<>(List.of("rule", "seed"));
        for (final Column column : Column.values()) {
            header.add(column.key());
        }
        header.add("error");
        final StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
        for (final RuleRun run : comparison.runs()) {
            final List<String> row = new ArrayList<>(List.of(quoted(run.rule()), Long.toString(run.seed())));
            for (final Column column : Column.values()) {
                row.add(number(run.value(column)));
            }
            row.add(run.failed() ? quoted(run.error()) : "");
            csv.append(String.join(",", row)).append('\n');
        }
        return csv.toString();
    }

    /**
     * Lists the rules.
     *
     * @param comparison the comparison
     * @return CSV: rule, runs that did not fail, and for each column its mean and, as {@code COLUMN_se}, its standard error
     */
    public static String summary(final Comparison comparison) {
        final List<String> header = new ArrayList<>(List.of("rule", "runs"));
        for (final Column column : Column.values()) {
            header.add(column.key());
            header.add(column.key() + "_se");
        }
        final StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
        for (final String rule : comparison.rules()) {
            final List<String> row = new ArrayList<>(List.of(quoted(rule), Integer.toString(done(comparison, rule))));
            for (final Column column : Column.values()) {
                final Estimate estimate = comparison.estimate(rule, column);
                row.add(number(estimate.mean()));
                row.add(number(estimate.standardError()));
            }
            csv.append(String.join(",", row)).append('\n');
        }
        return csv.toString();
    }

    /**
     * Describes everything.
     *
     * @param settings keys and values that come first
     * @param comparison the comparison
     * @return JSON
     */
    public static String json(final Map<String, Object> settings, final Comparison comparison) {
        final Map<String, Object> tree = new LinkedHashMap<>(settings);
        final Map<String, Object> columns = new LinkedHashMap<>();
        for (final Column column : Column.values()) {
            columns.put(column.key(), column.definition());
        }
        tree.put("columns", columns);
        tree.put(
                "rules",
                comparison.rules().stream().map(rule -> rule(comparison, rule)).toList());
        tree.put("runs", comparison.runs().stream().map(ComparisonFiles::run).toList());
        return Json.pretty(tree);
    }

    private static Map<String, Object> rule(final Comparison comparison, final String rule) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule);
        map.put("runs", done(comparison, rule));
        for (final Column column : Column.values()) {
            final Estimate estimate = comparison.estimate(rule, column);
            final Map<String, Object> value = new LinkedHashMap<>();
            value.put("mean", orNull(estimate.mean()));
            value.put("se", orNull(estimate.standardError()));
            map.put(column.key(), value);
        }
        return map;
    }

    private static Map<String, Object> run(final RuleRun run) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", run.rule());
        map.put("seed", run.seed());
        for (final Column column : Column.values()) {
            map.put(column.key(), orNull(run.value(column)));
        }
        map.put("error", run.error());
        return map;
    }

    private static int done(final Comparison comparison, final String rule) {
        return comparison.estimate(rule, Column.ACCURACY).count();
    }

    private static Double orNull(final double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static String number(final double value) {
        return Double.isNaN(value) ? "" : Json.number(value);
    }

    private static String quoted(final String text) {
        return text.matches("[A-Za-z0-9 ._:=-]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
