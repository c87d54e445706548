package org.ranvier.testbench.anytime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ranvier.testbench.plot.LinePlot;

/** Accuracy against speed-up, over tables calibrated with several epsilons and over thresholds that are the same in every tick. */
public final class Tradeoff {
    private static final double[] BETAS = {0.25, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20};

    private final int ticks;
    private final Map<Double, Point> byEpsilon = new LinkedHashMap<>();
    private final Map<Double, Point> byBeta = new LinkedHashMap<>();

    /**
     * What a rule gives.
     *
     * @param accuracy share of right answers
     * @param ticks mean output ticks until the answer
     */
    public record Point(double accuracy, double ticks) {}

    /**
     * Evaluates rules on a trace.
     *
     * @param model the model
     * @param trace what the chip said about test images
     * @param tables calibrated tables; may be none
     */
    public Tradeoff(final AnytimeModel model, final OutputTrace trace, final ThresholdTables tables) {
        ticks = trace.ticks();
        for (final ThresholdTables.Table table : tables.tables()) {
            byEpsilon.put(table.epsilon(), trace.stoppedBy(table.thresholds()));
        }
        for (final double beta : BETAS) {
            byBeta.put(beta, trace.stoppedBy(StopRule.beta(model, beta).thresholds()));
        }
    }

    /** @return for the report: accuracy, ticks and speed-up by rule */
    public Map<String, Object> report() {
        final Map<String, Object> report = new LinkedHashMap<>();
        report.put("epsilon", rows(byEpsilon));
        report.put("beta", rows(byBeta));
        return report;
    }

    private List<Object> rows(final Map<Double, Point> points) {
        final List<Object> rows = new ArrayList<>();
        points.forEach((value, point) -> {
            final Map<String, Object> row = new LinkedHashMap<>();
            row.put("value", value);
            row.put("accuracy", point.accuracy());
            row.put("decision_ticks", point.ticks());
            row.put("speed_up", ticks / point.ticks());
            rows.add(row);
        });
        return rows;
    }

    /**
     * Draws the curves.
     *
     * @param title what is above them
     * @return the plot
     */
    public LinePlot plot(final String title) {
        final LinePlot plot =
                new LinePlot(title, "speed-up: T / mean ticks until the answer", "accuracy, %").decimals("0.#");
        add(plot, "one threshold for all ticks", byBeta);
        if (!byEpsilon.isEmpty()) {
            add(plot, "calibrated thresholds", byEpsilon);
        }
        return plot;
    }

    private void add(final LinePlot plot, final String name, final Map<Double, Point> points) {
        final double[] x = values(points, point -> ticks / point.ticks());
        final double[] y = values(points, point -> 100 * point.accuracy());
        plot.compare(name, x, y, null, x, y);
    }

    private static double[] values(final Map<Double, Point> points, final ToDoubleFunction<Point> figure) {
        return points.values().stream().mapToDouble(figure).toArray();
    }
}
