package org.ranvier.testbench.rpu.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Variants;
import org.ranvier.testbench.rpu.Sample;
import org.ranvier.testbench.rpu.validation.ReferenceTable.Row;

/** What happens to devices without pulses: decay, diffusion, reset, drift; and devices that are corrupt from the start. */
public final class AgeingComparison implements Comparison {
    private static final String FILE = "decay_diffusion_reset.csv";
    private static final int COLUMNS = 64;
    private static final double WEIGHT = 0.5;
    private static final double SINGLE_PRECISION = 1e-6;
    private static final double ERRORS = 4;
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(-?[0-9]*\\.?[0-9]+)");

    /** Makes the comparison. */
    public AgeingComparison() {}

    @Override
    public String name() {
        return "ageing";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    @Override
    public String about() {
        return "Devices at weight .5, without spread except for what is named. Decay within 1e-6, the rounding of the reference. Means"
                + " and standard deviations after diffusion, reset and drift within 4 combined standard errors of normal numbers; of"
                + " corrupt devices their share, and the root mean square of their weights, uniform within the range. Every row"
                + " has devices of its own; a right model exceeds a bound with about 1 of 500 seeds.";
    }

    @Override
    public List<Runnable> runs(final ReferenceData reference, final Effort effort, final Findings findings) {
        final List<Runnable> runs = new ArrayList<>();
        final List<Row> rows = reference.table(FILE).rows();
        for (int i = 0; i < rows.size(); i++) {
            final Row row = rows.get(i);
            final int array = i;
            final boolean random = !row.text("op").equals("decay");
            for (final long seed : random ? effort.seeds() : effort.seeds().subList(0, 1)) {
                final ArraySite site = new ArraySite(effort.devices() / COLUMNS, COLUMNS, seed, array);
                runs.add(() -> run(row, site, findings));
            }
        }
        return runs;
    }

    private static void run(final Row row, final ArraySite site, final Findings findings) {
        final Map<String, Double> figures = figures(row.text("param"));
        final Cells cells = device(row, figures).build(site);
        for (int device = 0; device < site.rows() * COLUMNS; device++) {
            cells.weight(device / COLUMNS, device % COLUMNS, Fixed.of(WEIGHT));
        }
        age(cells, site, row, figures);
        final double[] weights = new double[site.rows() * COLUMNS];
        for (int device = 0; device < weights.length; device++) {
            weights[device] = cells.state(device / COLUMNS, device % COLUMNS);
        }
        switch (row.text("op")) {
            case "decay" -> decayed(new Sample(weights), row, findings);
            case "corrupt" -> corrupt(weights, row, site.seed(), findings);
            default -> spread(new Sample(weights), row, site.seed(), findings);
        }
    }

    private static Map<String, Double> figures(final String text) {
        final Map<String, Double> figures = new HashMap<>();
        final Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            figures.put(matcher.group(1), Double.parseDouble(matcher.group(2)));
        }
        return figures;
    }

    private static double figure(final Map<String, Double> figures, final String name) {
        if (!figures.containsKey(name)) {
            throw new ConfigurationException(FILE + ": param: '" + name + "=' is missing");
        }
        return figures.get(name);
    }

    private static DeviceSpec device(final Row row, final Map<String, Double> figures) {
        final DeviceSpec plain = Variants.withoutCycleNoise(Variants.withoutDeviceSpread(ConstantStep.defaults()))
                .with("w_max", 10)
                .with("w_min", -10)
                .with("reset", 0);
        return switch (row.text("op")) {
            case "decay" -> plain.with("lifetime", figure(figures, "lifetime"));
            case "diffusion" -> plain.with("diffusion", figure(figures, "rate"));
            case "reset" ->
                plain.with("reset", figure(figures, "mean"))
                        .with("reset_dtod", figure(figures, "dtod"))
                        .with("reset_std", figure(figures, "std"));
            case "drift" ->
                plain.with("drift_nu", figure(figures, "nu"))
                        .with("drift_nu_dtod", figure(figures, "nu_dtod"))
                        .with("drift_t0", figure(figures, "t0"));
            case "corrupt" ->
                plain.with("corrupt_devices_prob", figure(figures, "prob"))
                        .with("corrupt_devices_range", figure(figures, "range"));
            default ->
                throw ConfigurationException.of(
                        FILE + ": op", row.text("op"), "decay, diffusion, reset, drift or corrupt");
        };
    }

    private static void age(final Cells cells, final ArraySite site, final Row row, final Map<String, Double> figures) {
        final int steps = row.integer("steps");
        for (int step = 0; step < steps; step++) {
            switch (row.text("op")) {
                case "decay" -> cells.decay(1, step);
                case "diffusion" -> cells.diffuse(step);
                case "reset" -> cells.reset(all(site.rows()), all(COLUMNS), 1, step);
                case "drift" -> {
                    final double end = figure(figures, "t");
                    final double before = step == 0 ? 0 : Math.pow(end, step / (double) steps);
                    cells.drift(Math.pow(end, (step + 1) / (double) steps) - before, step);
                }
                default -> {}
            }
        }
    }

    private static Lines all(final int count) {
        final Lines lines = new Lines(count);
        for (int line = 0; line < count; line++) {
            lines.add(line);
        }
        return lines;
    }

    private static String place(final Row row, final String suffix) {
        return row.text("param").replaceAll(" \\(.*", "") + ", step " + row.text("steps") + suffix;
    }

    private static void decayed(final Sample weights, final Row row, final Findings findings) {
        final String place = place(row, "");
        findings.compare("decay", "w (decay)", place, weights.mean(), row.number("mean"), SINGLE_PRECISION);
        findings.compare("decay", "w std (decay)", place, weights.deviation(), row.number("std"), SINGLE_PRECISION);
    }

    private static void spread(final Sample weights, final Row row, final long seed, final Findings findings) {
        final String place = place(row, ", seed " + seed);
        final double size = Math.sqrt(1.0 / weights.size() + 1 / row.number("n_devices"));
        final double std = row.number("std");
        findings.compare(row.text("op"), "w mean", place, weights.mean(), row.number("mean"), ERRORS * std * size);
        findings.compare(row.text("op"), "w std", place, weights.deviation(), std, ERRORS * std * size / Math.sqrt(2));
    }

    /** The reference gives the fraction stuck and the root mean square of the stuck weights. */
    private static void corrupt(final double[] weights, final Row row, final long seed, final Findings findings) {
        int stuck = 0;
        double squares = 0;
        for (final double weight : weights) {
            stuck += weight == WEIGHT ? 0 : 1;
            squares += weight == WEIGHT ? 0 : weight * weight;
        }
        final String place = place(row, ", seed " + seed);
        final double fraction = row.number("mean");
        final double rms = row.number("std");
        final double size = 1.0 / weights.length + 1 / row.number("n_devices");
        findings.compare(
                "corrupt",
                "fraction",
                place,
                stuck / (double) weights.length,
                fraction,
                ERRORS * Math.sqrt(fraction * (1 - fraction) * size));
        // The mean square of a uniform number has a relative spread of sqrt(4/5), the root half of that.
        findings.compare(
                "corrupt",
                "rms of stuck",
                place,
                Math.sqrt(squares / stuck),
                rms,
                ERRORS * rms * Math.sqrt(0.2 * size / fraction));
    }
}
