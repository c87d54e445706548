package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.ranvier.testbench.compare.Column;
import org.ranvier.testbench.compare.Comparison;
import org.ranvier.testbench.compare.Estimate;
import org.ranvier.testbench.compare.RuleRun;
import org.ranvier.testbench.text.Quantity;

/** What a comparison prints: two tables of rules, each with the means over the seeds above their standard errors. */
final class CompareTable {
    private static final List<List<Column>> TABLES = List.of(
            List.of(
                    Column.ACCURACY,
                    Column.UPDATES_PER_SAMPLE,
                    Column.SPIKES_PER_UPDATE,
                    Column.ENERGY_PER_UPDATE_J,
                    Column.ENERGY_PER_SAMPLE_J,
                    Column.CYCLES_PER_SAMPLE,
                    Column.MESSAGES_PER_SAMPLE),
            List.of(
                    Column.CORES,
                    Column.BYTES_PER_SYNAPSE,
                    Column.ARRAY_BYTES_PER_SYNAPSE,
                    Column.ENERGY_PER_INFERENCE_J,
                    Column.CYCLES_PER_INFERENCE,
                    Column.MESSAGES_PER_INFERENCE));

    private final PrintWriter out;

    CompareTable(final PrintWriter out) {
        this.out = out;
    }

    void print(final Comparison comparison) {
        final int width =
                comparison.rules().stream().mapToInt(String::length).max().orElse(0);
        for (final List<Column> columns : TABLES) {
            row(width, "rule", columns, Column::heading);
            for (final String rule : comparison.rules()) {
                row(width, rule, columns, column -> {
                    final Estimate estimate = comparison.estimate(rule, column);
                    return text(column, estimate.mean(), "");
                });
                row(width, "", columns, column -> {
                    final Estimate estimate = comparison.estimate(rule, column);
                    return Double.isNaN(estimate.standardError()) ? "" : text(column, estimate.standardError(), "+- ");
                });
            }
            out.println();
        }
        for (final RuleRun run : comparison.failures()) {
            out.printf("%s with seed %d failed: %s%n", run.rule(), run.seed(), run.error());
        }
        out.flush();
    }

    private interface Cell {
        String of(Column column);
    }

    private void row(final int width, final String name, final List<Column> columns, final Cell cell) {
        final StringBuilder line = new StringBuilder(name).append(" ".repeat(Math.max(0, width - name.length())));
        for (final Column column : columns) {
            line.append(String.format(
                    Locale.ROOT, "  %" + Math.max(12, column.heading().length()) + "s", cell.of(column)));
        }
        if (!line.toString().isBlank()) {
            out.println(line.toString().stripTrailing());
        }
    }

    private static String text(final Column column, final double value, final String sign) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (column == Column.ACCURACY) {
            return sign + String.format(Locale.ROOT, "%.4f", value);
        }
        if (column.unit().equals("J")) {
            return sign + Quantity.of(value, column.unit());
        }
        final String number =
                value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Quantity.digits(value);
        return sign + (number + " " + column.unit()).strip();
    }
}
