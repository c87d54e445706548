package org.ranvier.testbench.rpu.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.rpu.Presets;
import org.ranvier.testbench.rpu.Sample;
import org.ranvier.testbench.rpu.validation.ReferenceTable.Row;

/** Responses of one-sided pairs of phase-change devices, without refresh and with one after every update. */
public final class PairComparison implements Comparison {
    private static final String FILE = "response_pcm_onesided.csv";
    private static final double REFERENCE_PAIRS = 4096;
    private static final int SIDE = 64;
    private static final double[] LEVELS = {0.05, 0.5, 0.95};
    private static final String[] QUANTILES = {"w_q05", "w_q50", "w_q95"};
    private static final String[] PARTS = {"gplus_mean", "gminus_mean"};
    private static final double ROUNDING = 1e-6;

    /** Makes the comparison. */
    public PairComparison() {}

    @Override
    public String name() {
        return "pcm-pair";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    @Override
    public String about() {
        return "300 up pulses, then 300 down pulses, to pairs of phase-change devices (preset PCM). Means of weights and of either"
                + " device within 4 combined standard errors, standard deviations within 4 at a kurtosis of 5, three quantiles"
                + " within the 0.1 % bound of Kolmogorov and Smirnov. Points of a curve share their devices; a right model exceeds"
                + " a bound with about 1 of 50 seeds.";
    }

    @Override
    public List<Runnable> runs(final ReferenceData reference, final Effort effort, final Findings findings) {
        final List<Runnable> runs = new ArrayList<>();
        final Map<String, List<Row>> curves = reference.table(FILE).by(row -> row.text("refresh_every"));
        curves.forEach((refresh, rows) -> {
            for (final long seed : effort.seeds()) {
                runs.add(() -> curve(rows, effort, seed, findings));
            }
        });
        return runs;
    }

    private static void curve(final List<Row> rows, final Effort effort, final long seed, final Findings findings) {
        final DeviceSpec device =
                Presets.device("PCM").with("refresh_every", rows.get(0).number("refresh_every"));
        final int count = Math.max(1, effort.devices() / (SIDE * SIDE));
        final TileSet tiles = new TileSet(count, SIDE, SIDE, device, seed);
        String phase = "up";
        int pulses = 0;
        for (final Row row : rows) {
            pulses = row.text("phase").equals(phase) ? pulses : 0;
            phase = row.text("phase");
            for (; pulses < row.integer("k"); pulses++) {
                tiles.pulse(phase.equals("up"));
            }
            point(tiles, row, seed, findings);
        }
    }

    private static Sample sample(final double[][] tiles) {
        return new Sample(Arrays.stream(tiles).flatMapToDouble(Arrays::stream).toArray());
    }

    private static void point(final TileSet tiles, final Row row, final long seed, final Findings findings) {
        final String group = row.integer("refresh_every") == 0 ? "no refresh" : "refresh after every update";
        final String place = row.text("phase") + " " + row.text("k") + ", seed " + seed;
        final Sample weight = sample(tiles.weights());
        final double size = Math.sqrt(1.0 / weight.size() + 1 / REFERENCE_PAIRS);
        final double std = row.number("w_std");
        final double bound = 4 * std * size + ROUNDING;
        findings.compare(group, "w mean", place, weight.mean(), row.number("w_mean"), bound);
        findings.compare(group, "w std", place, weight.deviation(), std, bound);
        for (int part = 0; part < PARTS.length; part++) {
            final Sample device = sample(tiles.weights(part));
            final double allowed = 4 * device.deviation() * size + 10 * ROUNDING;
            findings.compare(group, PARTS[part], place, device.mean(), row.number(PARTS[part]), allowed);
        }
        for (int q = 0; q < LEVELS.length; q++) {
            final double quantile = row.number(QUANTILES[q]);
            final double share =
                    Math.max(weight.below(quantile - ROUNDING), Math.min(LEVELS[q], weight.below(quantile + ROUNDING)));
            findings.compare(group, "w quantiles", QUANTILES[q] + ", " + place, share, LEVELS[q], 1.95 * size);
        }
    }
}
