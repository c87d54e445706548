package org.ranvier.testbench.rpu.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Variants;
import org.ranvier.testbench.plot.LinePlot;
import org.ranvier.testbench.rpu.Presets;
import org.ranvier.testbench.rpu.ResponseExperiment;
import org.ranvier.testbench.rpu.ResponsePlot;
import org.ranvier.testbench.rpu.ResponsePoint;
import org.ranvier.testbench.rpu.Sample;
import org.ranvier.testbench.rpu.validation.ReferenceTable.Row;

/** Responses of populations of devices to up and down pulses, with and without each kind of randomness. */
public final class ResponseComparison implements Comparison {
    private static final String FILE = "response_curves.csv";
    private static final int REFERENCE_DEVICES = 16_384;
    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final String[] QUANTILES = {"w_q05", "w_q25", "w_q50", "w_q75", "w_q95"};
    private static final double ROUNDING = 2e-6;
    private static final double EXACT = 3e-6;
    private static final Set<String> DRAWN = Set.of("GokmenVlasov full", "ReRamES full", "EcRam full", "ReRamSB full");

    /** Makes the comparison. */
    public ResponseComparison() {}

    @Override
    public String name() {
        return "response";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    @Override
    public String about() {
        return "n up pulses from weight 0, then n down pulses. Without randomness (`none`) means are within 3e-6, which is the"
                + " rounding of the file and of what reads see. Otherwise means are within 4 combined standard errors, plus 2e-6"
                + " for rounding; standard deviations within 4 at a kurtosis of 5, or else, where weights pile up at bounds, five"
                + " quantiles within the 1 % bound of Kolmogorov and Smirnov: a point is in the row `w std` or in the row"
                + " `w quantiles`, so `w std` may be as near to its bound as can be. Checkpoints of a curve depend on each other:"
                + " a right model fails a curve with about 1 of 1,000 seeds.";
    }

    @Override
    public List<Runnable> runs(final ReferenceData reference, final Effort effort, final Findings findings) {
        final List<Runnable> runs = new ArrayList<>();
        final Map<String, List<Row>> curves =
                reference.table(FILE).by(row -> row.text("preset") + " " + row.text("variant"));
        curves.forEach((name, rows) -> {
            if (name.endsWith(" none")) {
                runs.add(() -> exact(name, rows, findings));
            } else {
                for (final long seed : effort.seeds()) {
                    runs.add(() -> alike(name, rows, effort, seed, findings));
                }
            }
        });
        return runs;
    }

    private static DeviceSpec device(final String name) {
        final String[] words = name.split(" ");
        DeviceSpec device = Presets.device(words[0]);
        device = words[1].matches("noC2C|none") ? Variants.withoutCycleNoise(device) : device;
        return words[1].matches("noD2D|none") ? Variants.withoutDeviceSpread(device) : device;
    }

    private static List<ResponsePoint> run(
            final String name, final List<Row> rows, final int devices, final long seed) {
        final int pulses = rows.get(rows.size() - 1).integer("k");
        return new ResponseExperiment(device(name), devices, seed).run(pulses, pulses, done -> {});
    }

    /** Counts what is missing as a comparison too, so that a table cut short is no agreement. */
    private static void samePoints(
            final String name, final List<Row> rows, final List<ResponsePoint> points, final Findings findings) {
        findings.compare("all curves", "checkpoints", name, points.size(), rows.size(), 0);
    }

    private static void exact(final String name, final List<Row> rows, final Findings findings) {
        final List<ResponsePoint> points = run(name, rows, 1, 1);
        samePoints(name, rows, points, findings);
        for (int i = 0; i < Math.min(points.size(), rows.size()); i++) {
            final Row row = rows.get(i);
            findings.compare(name, "w mean", place(row), points.get(i).weight().mean(), row.number("w_mean"), EXACT);
        }
    }

    private static String place(final Row row) {
        return row.text("phase") + " " + row.text("k");
    }

    private static void alike(
            final String name, final List<Row> rows, final Effort effort, final long seed, final Findings findings) {
        final List<ResponsePoint> points = run(name, rows, effort.devices(), seed);
        samePoints(name, rows, points, findings);
        for (int i = 0; i < Math.min(points.size(), rows.size()); i++) {
            point(name, rows.get(i), points.get(i), seed, findings);
        }
        if (DRAWN.contains(name) && seed == effort.seeds().get(0)) {
            findings.add(draw(name, rows, points));
        }
    }

    private static void point(
            final String name, final Row row, final ResponsePoint point, final long seed, final Findings findings) {
        final String place = place(row) + ", seed " + seed;
        final Sample weight = point.weight();
        findings.compare(
                name,
                "w mean",
                place,
                weight.mean(),
                row.number("w_mean"),
                4 * error(row.number("w_std"), weight, row.number("w_sem")) + ROUNDING);
        spread(name, row, weight, place, findings);
        final Sample hidden = point.hidden();
        if (hidden != null) {
            final double std = row.number("hidden_std");
            findings.compare(
                    name,
                    "hidden mean",
                    place,
                    hidden.mean(),
                    row.number("hidden_mean"),
                    4 * error(std, hidden, std / Math.sqrt(REFERENCE_DEVICES)) + ROUNDING);
        }
    }

    private static double error(final double deviation, final Sample sample, final double referenceError) {
        return Math.sqrt(deviation * deviation / sample.size() + referenceError * referenceError);
    }

    private static void spread(
            final String name, final Row row, final Sample weight, final String place, final Findings findings) {
        final double size = Math.sqrt(1.0 / weight.size() + 1.0 / REFERENCE_DEVICES);
        final double std = row.number("w_std");
        final double bound = 4 * size * std;
        if (Math.abs(weight.deviation() - std) <= bound) {
            findings.compare(name, "w std", place, weight.deviation(), std, bound);
            return;
        }
        for (int q = 0; q < LEVELS.length; q++) {
            final double quantile = row.number(QUANTILES[q]);
            final double below = weight.below(quantile - ROUNDING);
            final double upTo = weight.below(quantile + ROUNDING);
            // Devices that all hold the quantile may be counted on either side of it.
            final double share = Math.max(below, Math.min(LEVELS[q], upTo));
            findings.compare(name, "w quantiles", QUANTILES[q] + ", " + place, share, LEVELS[q], 1.63 * size);
        }
    }

    private static Figure draw(final String name, final List<Row> rows, final List<ResponsePoint> points) {
        final String preset = name.substring(0, name.indexOf(' '));
        final LinePlot plot = ResponsePlot.of(preset, points);
        final double[] x = ResponsePlot.pulses(points);
        plot.points("mean, reference", 0, x, column(rows, "w_mean"));
        plot.points("5 % and 95 %, reference", 1, x, column(rows, "w_q05"));
        plot.points(null, 1, x, column(rows, "w_q95"));
        return new Figure("response-" + preset + ".svg", "Response of " + preset, plot.svg());
    }

    private static double[] column(final List<Row> rows, final String column) {
        return rows.stream().mapToDouble(row -> row.number(column)).toArray();
    }
}
