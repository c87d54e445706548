package org.ranvier.testbench.rpu.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.pcm.PcmDevices;
import org.ranvier.rpu.pcm.PcmSpec;
import org.ranvier.testbench.plot.LinePlot;
import org.ranvier.testbench.rpu.Sample;
import org.ranvier.testbench.rpu.validation.ReferenceTable.Row;

/** Phase-change devices: conductance as programmed, drift exponent, and conductance as read up to a year later. */
public final class PcmComparison implements Comparison {
    private static final String FILE = "pcm_noise_model.csv";
    private static final String TARGET = "g_target_over_gmax";
    private static final String SECONDS = "t_inference_s";
    private static final int COLUMNS = 64;

    /** A device takes three draws where one of a response curve takes thousands. */
    private static final int FACTOR = 12;

    private static final double ERRORS = 4;
    private static final double KURTOSIS = 5;

    /** Clipping leaves half of the devices of target 0 at 0, and their exponents spread the others over decades. */
    private static final double KURTOSIS_AT_ZERO = 33;

    /** Makes the comparison. */
    public PcmComparison() {}

    @Override
    public String name() {
        return "pcm-noise";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    @Override
    public String about() {
        return "PCMLikeNoiseModel with 200,000 devices a row, 12 here for each of --devices, new ones for every row. Means within 4"
                + " combined standard errors, standard deviations within 4 at a kurtosis of 5; of 33 for conductances from target"
                + " 0, half of which are clipped and which then drift apart (measured: 8 to 33). A right model exceeds a bound"
                + " with about 1 of 50 seeds.";
    }

    @Override
    public List<Runnable> runs(final ReferenceData reference, final Effort effort, final Findings findings) {
        final List<Runnable> runs = new ArrayList<>();
        final LinePlot plot = new LinePlot(
                        "Phase-change memory: conductance, here (lines) and in the reference (points)",
                        "seconds since programming",
                        "mean conductance (uS)")
                .logarithmic();
        final Map<String, List<Row>> targets = reference.table(FILE).by(row -> row.text(TARGET));
        int array = 0;
        for (final List<Row> rows : targets.values()) {
            final int first = array;
            for (final long seed : effort.seeds()) {
                runs.add(() -> {
                    final double[] means = target(rows, FACTOR * effort.devices() / COLUMNS, seed, first, findings);
                    if (seed == effort.seeds().get(0) && rows.get(0).number(TARGET) > 0) {
                        draw(plot, rows, means);
                    }
                });
            }
            array += rows.size();
        }
        runs.add(() -> findings.add(new Figure("pcm-noise.svg", "Conductance of phase-change devices", plot.svg())));
        return runs;
    }

    private static double[] target(
            final List<Row> rows, final int lines, final long seed, final int array, final Findings findings) {
        final double[] means = new double[rows.size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = row(rows.get(i), new ArraySite(lines, COLUMNS, seed, array + i), findings);
        }
        return means;
    }

    /** Compares a row; gives the mean conductance as read. */
    private static double row(final Row row, final ArraySite site, final Findings findings) {
        final PcmSpec spec = PcmSpec.defaults();
        final PcmDevices devices = new PcmDevices(spec, site);
        final double target = row.number(TARGET);
        final double seconds = row.number(SECONDS);
        final double logTime = spec.drift().logTime(seconds);
        final double growth = spec.read().growth(seconds + spec.drift().startSeconds());
        final double[] programmed = new double[site.rows() * COLUMNS];
        final double[] exponents = new double[programmed.length];
        final double[] read = new double[programmed.length];
        for (int k = 0; k < read.length; k++) {
            final int i = k / COLUMNS;
            final int j = k % COLUMNS;
            devices.program(i, j, target, 0);
            programmed[k] = devices.programmed(i, j) * spec.maximumMicrosiemens();
            exponents[k] = devices.exponent(i, j);
            read[k] = devices.read(i, j, logTime, growth, 0) * spec.maximumMicrosiemens();
        }
        final double wide = target == 0 ? KURTOSIS_AT_ZERO : KURTOSIS;
        moments("programmed", new Sample(programmed), row, "g_prog_%s_uS", KURTOSIS, site.seed(), findings);
        moments("exponent", new Sample(exponents), row, "nu_%s", KURTOSIS, site.seed(), findings);
        final Sample conductance = new Sample(read);
        moments("conductance", conductance, row, "g_final_%s_uS", wide, site.seed(), findings);
        return conductance.mean();
    }

    private static void moments(
            final String quantity,
            final Sample sample,
            final Row row,
            final String columns,
            final double kurtosis,
            final long seed,
            final Findings findings) {
        final String group = "target " + row.text(TARGET);
        final String place = "after " + row.text(SECONDS) + " s, seed " + seed;
        final double mean = row.number(columns.replace("%s", "mean"));
        final double std = row.number(columns.replace("%s", "std"));
        final double error = ERRORS * std * Math.sqrt(1.0 / sample.size() + 1 / row.number("n"));
        findings.compare(group, quantity + " mean", place, sample.mean(), mean, error);
        findings.compare(
                group, quantity + " std", place, sample.deviation(), std, error * Math.sqrt((kurtosis - 1) / 4));
    }

    /** Leaves out what is read at once, which logarithmic axes have no place for. */
    private static void draw(final LinePlot plot, final List<Row> rows, final double[] means) {
        final List<Integer> later = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            if (rows.get(i).number(SECONDS) > 0) {
                later.add(i);
            }
        }
        final double[] seconds =
                later.stream().mapToDouble(i -> rows.get(i).number(SECONDS)).toArray();
        plot.compare(
                rows.get(0).text(TARGET),
                seconds,
                later.stream().mapToDouble(i -> means[i]).toArray(),
                null,
                seconds,
                later.stream()
                        .mapToDouble(i -> rows.get(i).number("g_final_mean_uS"))
                        .toArray());
    }
}
