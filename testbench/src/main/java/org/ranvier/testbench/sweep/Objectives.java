package org.ranvier.testbench.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ranvier.testbench.compare.Estimate;
import org.ranvier.testbench.text.Quantity;
import org.ranvier.testbench.train.Json;

/**
 * The metrics that a page shows.
 *
 * @param maximise the one that should be large; null without a front
 * @param minimise the one that should be small; null without a front
 * @param metrics all of them
 */
record Objectives(String maximise, String minimise, List<String> metrics) {
    private static final int MOST = 6;
    private static final List<String> USUAL = List.of(
            "accuracy",
            "energy_per_update_j",
            "spikes_per_update",
            "cycles_per_update",
            "energy_per_inference_j",
            "cycles",
            "energy_j.total");

    /**
     * Chooses what is shown: what the sweep file names; else of the usual figures of learning those that there are; else those
     * that are not the same in all runs, six at most. The front is of accuracy and energy of an update if the file says nothing.
     *
     * @param result the sweep
     * @return the choice
     */
    static Objectives of(final SweepResult result) {
        final Sweep sweep = result.sweep();
        final Set<String> numbers = result.numbers();
        final boolean named = sweep.maximise() != null;
        final String maximise = named ? sweep.maximise() : USUAL.get(0);
        final String minimise = named ? sweep.minimise() : USUAL.get(1);
        final boolean front = numbers.contains(maximise) && numbers.contains(minimise);
        final List<String> metrics = new ArrayList<>();
        if (!sweep.metrics().isEmpty()) {
            sweep.metrics().stream().filter(numbers::contains).forEach(metrics::add);
        } else {
            USUAL.stream().filter(numbers::contains).forEach(metrics::add);
            numbers.stream()
                    .filter(name -> metrics.size() < MOST && !metrics.contains(name) && differs(result, name))
                    .forEach(metrics::add);
        }
        return new Objectives(front ? maximise : null, front ? minimise : null, metrics);
    }

    private static boolean differs(final SweepResult result, final String name) {
        return result.rows().stream()
                        .mapToDouble(row -> row.number(name))
                        .filter(value -> !Double.isNaN(value))
                        .distinct()
                        .count()
                > 1;
    }

    /** @return whether there is a front to show */
    boolean hasFront() {
        return maximise != null;
    }

    /** @return a run's metric with its exact value, or a dash */
    static String cell(final SweepResult.Row row, final String metric) {
        final double value = row.number(metric);
        return Double.isNaN(value)
                ? "&ndash;"
                : "<data value=\"" + Json.number(value) + "\">" + figure(metric, value) + "</data>";
    }

    /** @return a mean with its standard error, or a dash */
    static String cell(final Estimate estimate, final String metric) {
        if (estimate.count() == 0) {
            return "&ndash;";
        }
        return figure(metric, estimate.mean())
                + (Double.isNaN(estimate.standardError())
                        ? ""
                        : "&nbsp;&plusmn;&nbsp;" + figure(metric, estimate.standardError()));
    }

    /** Writes a metric for people: its name says whether it is joules. */
    static String figure(final String metric, final double value) {
        if (isJoules(metric) && value >= 0) {
            return Quantity.of(value, "J");
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Math.abs(value) < 1 ? Json.number(Math.round(value * 1e4) / 1e4) : Quantity.digits(value);
    }

    static boolean isJoules(final String metric) {
        return metric.endsWith("_j") || metric.startsWith("energy_j.") || metric.contains(".energy_j.");
    }

    /** Writes a parameter for people: numbers with few digits. */
    static String shown(final Object value) {
        return value instanceof final Double number && Double.toString(number).length() > 8
                ? String.format(Locale.ROOT, "%.4g", number)
                : Values.text(value);
    }
}
