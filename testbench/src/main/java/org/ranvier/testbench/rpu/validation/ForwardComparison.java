package org.ranvier.testbench.rpu.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.testbench.plot.LinePlot;
import org.ranvier.testbench.rpu.ForwardCase;
import org.ranvier.testbench.rpu.ForwardExperiment;
import org.ranvier.testbench.rpu.ForwardResult;
import org.ranvier.testbench.rpu.WaveArray;
import org.ranvier.testbench.rpu.validation.ReferenceTable.Row;

/** Bias, noise and error of reads through 16 peripheries, of two arrays, with four inputs, in both directions. */
public final class ForwardComparison implements Comparison {
    private static final String FILE = "forward_noise_summary.csv";
    private static final double ERRORS = 5;
    private static final double FLOAT_ERROR = 5e-6;
    private static final int SMALL = 300;
    private static final int SMALL_FACTOR = 40;
    private static final int SMALL_MOST = 4000;
    private static final Map<String, Map<String, String>> CHANGES = Map.ofEntries(
            Map.entry("IOParameters_default", Map.of()),
            Map.entry("PresetIO", Map.of()),
            Map.entry("StandardIO", Map.of()),
            Map.entry("default_noADC_noDAC_noise_only", Map.of("inp_res", "-1", "out_res", "-1")),
            Map.entry("default_BM_None", Map.of("bound_management", "None")),
            Map.entry("default_w_scale8_BM_iter", Map.of("bound_management", "Iterative")),
            Map.entry("default_NM_None", Map.of("noise_management", "None")),
            Map.entry("default_NM_AbsMaxNPSum", Map.of("noise_management", "AbsMaxNPSum")),
            Map.entry("default_inp_noise.01", Map.of("inp_noise", ".01")),
            Map.entry("default_wnoise_add.02", Map.of("w_noise", ".02", "w_noise_type", "AdditiveConstant")),
            Map.entry("default_wnoise_pcm.0175", Map.of("w_noise", ".0175", "w_noise_type", "PCMRead")),
            Map.entry("noise0_irdrop1_noADC", Map.of("out_noise", "0", "ir_drop", "1", "inp_res", "0", "out_res", "0")),
            Map.entry("default_stoRoundBoth", Map.of("inp_sto_round", "true", "out_sto_round", "true")),
            Map.entry("default_PosNegSeparate", Map.of("mv_type", "PosNegSeparate")),
            Map.entry("default_PosNegSepDigitalSum", Map.of("mv_type", "PosNegSeparateDigitalSum")),
            Map.entry("noise0_quantOnly", Map.of("out_noise", "0")));

    private final Map<String, WaveArray> arrays = new HashMap<>();

    /** Makes the comparison. */
    public ForwardComparison() {}

    @Override
    public String name() {
        return "forward";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    @Override
    public String about() {
        return "Noisy rows: mean error, variance between reads and mean squared error within 5 standard errors of the difference,"
                + " which come from Gaussian noise of n reads of m outputs; where inputs are noisy, outputs are correlated, and m"
                + " is taken as an eighth. A right model exceeds a bound with about 1 of 4,000 seeds. Rows without noise: 5e-6 of"
                + " the input's scale, the reference's own rounding; in one row of noise0_quantOnly one output of 256 may be one"
                + " code of the ADC off.";
    }

    @Override
    public List<Runnable> runs(final ReferenceData reference, final Effort effort, final Findings findings) {
        final List<Runnable> runs = new ArrayList<>();
        final List<Row> rows = reference.table(FILE).rows();
        final List<double[]> errors = new ArrayList<>();
        for (final Row row : rows) {
            if (row.number("rms_std") == 0) {
                runs.add(() -> errors.add(exact(row, findings)));
            } else {
                for (final long seed : effort.seeds()) {
                    runs.add(() -> errors.add(noisy(row, reads(row, effort.reads()), seed, findings)));
                }
            }
        }
        runs.add(() -> findings.add(draw(errors)));
        return runs;
    }

    /** Reads the small array, which takes a fiftieth of the time, more often. */
    private static int reads(final Row row, final int reads) {
        final boolean small = row.integer("in_size") + row.integer("out_size") < SMALL;
        return small ? Math.max(reads, Math.min(SMALL_FACTOR * reads, SMALL_MOST)) : reads;
    }

    private double[] exact(final Row row, final Findings findings) {
        final ForwardResult result = run(row, 1, 1);
        final String group = row.text("config");
        final int kind = row.integer("input_kind");
        final double bound = FLOAT_ERROR * (kind == 1 ? 0.02 : 1) + oneCode(row);
        findings.compare(group, "mean bias", place(row), result.meanBias(), row.number("mean_bias"), bound);
        findings.compare(group, "rms error", place(row), result.rmsError(), row.number("rms_error"), bound);
        return new double[] {row.number("rms_error"), result.rmsError()};
    }

    /**
     * The weights' formula has large arguments, and evaluated in single precision, as in the reference, it moves one output of this
     * row from 0.4992 to 0.4995 of a step, next to the border between two codes. So one output of 256 may be one code off.
     */
    private static double oneCode(final Row row) {
        final boolean border = row.text("config").equals("noise0_quantOnly")
                && row.integer("in_size") == 784
                && row.integer("input_kind") == 2;
        return border ? 12 * 2 / 510.0 / 256 : 0;
    }

    private double[] noisy(final Row row, final int reads, final long seed, final Findings findings) {
        final ForwardResult result = run(row, reads, seed);
        final String group = row.text("config");
        final String place = place(row) + ", seed " + seed;
        final double outputs = row.number("out_size");
        final boolean shared = group.contains("inp_noise") || group.contains("stoRound");
        final double independent = shared ? Math.max(1, outputs / 8) : outputs;
        final double samples = independent / (1.0 / reads + 1 / row.number("n_rep"));
        final double variance = square(row.number("rms_std"));
        final double error = square(row.number("rms_error"));
        final double systematic = Math.max(0, error - variance);
        findings.compare(
                group,
                "mean bias",
                place,
                result.meanBias(),
                row.number("mean_bias"),
                ERRORS * Math.sqrt(variance / samples));
        findings.compare(
                group,
                "variance",
                place,
                square(result.rmsStd()),
                variance,
                ERRORS * variance * Math.sqrt(2 / samples));
        findings.compare(
                group,
                "squared error",
                place,
                square(result.rmsError()),
                error,
                ERRORS * Math.sqrt((2 * variance * variance + 4 * variance * systematic) / samples));
        return new double[] {row.number("rms_error"), result.rmsError()};
    }

    private static double square(final double value) {
        return value * value;
    }

    private static String place(final Row row) {
        return row.text("dir") + " " + row.text("in_size") + " to " + row.text("out_size") + ", input "
                + row.text("input_kind");
    }

    private ForwardResult run(final Row row, final int reads, final long seed) {
        final boolean backward = row.text("dir").equals("bwd");
        final int rows = row.integer(backward ? "out_size" : "in_size");
        final int columns = row.integer(backward ? "in_size" : "out_size");
        final double scale = row.number("w_scale");
        final WaveArray array =
                arrays.computeIfAbsent(rows + "x" + columns + "x" + scale, name -> new WaveArray(rows, columns, scale));
        final ForwardCase read =
                new ForwardCase(spec(row.text("config")), null, backward, row.integer("input_kind"), reads, seed);
        return ForwardExperiment.run(array, read);
    }

    private static ReadSpec spec(final String config) {
        if (!CHANGES.containsKey(config)) {
            throw ConfigurationException.of(
                    FILE + ": config",
                    config,
                    String.join(", ", CHANGES.keySet().stream().sorted().toList()));
        }
        final String name = config.equals("PresetIO") ? "preset" : config.equals("StandardIO") ? "standard" : "default";
        return ReadSpec.named(name).with(CHANGES.get(config));
    }

    private static Figure draw(final List<double[]> errors) {
        final double[] there = errors.stream().mapToDouble(pair -> pair[0]).toArray();
        final double[] here = errors.stream().mapToDouble(pair -> pair[1]).toArray();
        final double[] ends = {
            errors.stream().mapToDouble(pair -> pair[0]).min().orElse(1),
            errors.stream().mapToDouble(pair -> pair[0]).max().orElse(1)
        };
        final LinePlot plot = new LinePlot(
                        "Error of a read, all peripheries, arrays and inputs",
                        "rms error, reference",
                        "rms error, here")
                .line("equal", ends, ends)
                .points("one row of the reference", 1, there, here)
                .logarithmic();
        return new Figure("forward.svg", "Errors of reads", plot.svg());
    }
}
