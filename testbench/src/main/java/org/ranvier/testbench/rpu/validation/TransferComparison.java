package org.ranvier.testbench.rpu.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.compound.TransferCompound;
import org.ranvier.rpu.compound.TransferKind;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.PulsedDevice;
import org.ranvier.rpu.device.SoftBounds;
import org.ranvier.testbench.plot.LinePlot;
import org.ranvier.testbench.rpu.validation.ReferenceTable.Row;

/** Tiki-Taka v1 and v2: the fast and the slow device under steady updates, on constant-step and soft-bounds devices. */
public final class TransferComparison implements Comparison {
    private static final String FILE = "transfer_tikitaka.csv";
    private static final double REFERENCE_TILES = 64;
    private static final int SIDE = 8;
    private static final int LEAST_TILES = 4;
    private static final double ROUNDING = 1e-5;

    /** Makes the comparison. */
    public TransferComparison() {}

    @Override
    public String name() {
        return "transfer";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    @Override
    public String about() {
        return "Tiles of 8 x 8, x = .5, d = .4 with raising products, fast learning rate .01, a transfer by exact reads after every"
                + " update; A is the fast device, C the one that is read. Means and standard deviations within 4 standard errors of"
                + " the difference, estimated from the tiles here, and 1e-5 for the single precision of the reference. A right"
                + " model exceeds a bound with about 1 of 100 seeds.";
    }

    @Override
    public List<Runnable> runs(final ReferenceData reference, final Effort effort, final Findings findings) {
        final List<Runnable> runs = new ArrayList<>();
        final LinePlot plot = new LinePlot(
                        "Tiki-Taka: the slow device, here (lines) and in the reference (points)",
                        "updates",
                        "mean weight of C")
                .logarithmic();
        final Map<String, List<Row>> curves =
                reference.table(FILE).by(row -> row.text("compound") + ", " + row.text("device"));
        curves.forEach((name, rows) -> {
            for (final long seed : effort.seeds()) {
                runs.add(() -> {
                    final double[] slow = curve(name, rows, effort, seed, findings);
                    if (seed == effort.seeds().get(0)) {
                        draw(plot, name, rows, slow);
                    }
                });
            }
        });
        runs.add(() -> findings.add(new Figure("transfer.svg", "Tiki-Taka's slow device", plot.svg())));
        return runs;
    }

    /** Leaves out what is before the first update, which logarithmic axes have no place for. */
    private static void draw(final LinePlot plot, final String name, final List<Row> rows, final double[] slow) {
        final double[] updates = column(rows.subList(1, rows.size()), "step");
        plot.compare(
                name.replaceAll(".*\\((.*)\\)", "$1"),
                updates,
                Arrays.copyOfRange(slow, 1, slow.length),
                null,
                updates,
                column(rows.subList(1, rows.size()), "C_mean"));
    }

    private static double[] column(final List<Row> rows, final String column) {
        return rows.stream().mapToDouble(row -> row.number(column)).toArray();
    }

    private static double[] curve(
            final String name, final List<Row> rows, final Effort effort, final long seed, final Findings findings) {
        final int count = Math.max(LEAST_TILES, effort.devices() / (SIDE * SIDE));
        final TileSet tiles = new TileSet(count, SIDE, SIDE, compound(rows.get(0)), seed);
        final float[] x = values(0.5f);
        final float[] d = values(0.4f);
        final double[] slow = new double[rows.size()];
        int updates = 0;
        for (int i = 0; i < slow.length; i++) {
            final Row row = rows.get(i);
            for (; updates < row.integer("step"); updates++) {
                tiles.update(x, d);
            }
            final String place = "update " + row.text("step") + ", seed " + seed;
            device(name, "A", place, tiles.weights(0), row, findings);
            slow[i] = device(name, "C", place, tiles.weights(1), row, findings);
        }
        return slow;
    }

    private static float[] values(final float value) {
        final float[] values = new float[SIDE];
        Arrays.fill(values, value);
        return values;
    }

    private static DeviceSpec compound(final Row row) {
        final DeviceSpec device = device(row.text("device"));
        return TransferCompound.defaults(kind(row.text("compound")))
                .withDevices(List.of(device, device))
                .with("fast_lr", 0.01)
                .with("transfer_forward_is_perfect", 1);
    }

    private static TransferKind kind(final String name) {
        return switch (name) {
            case "Transfer(TTv1)" -> TransferKind.DIRECT;
            case "BufferedTransfer(TTv2)" -> TransferKind.BUFFERED;
            default ->
                throw ConfigurationException.of(FILE + ": compound", name, "Transfer(TTv1) or BufferedTransfer(TTv2)");
        };
    }

    /** Devices without differences: steps without noise, or soft bounds at +-.6 with steps of 30 % noise. */
    private static DeviceSpec device(final String name) {
        final DeviceSpec alike = switch (name) {
            case "ideal" ->
                ConstantStep.defaults().with("dw_min_std", 0).with("w_max", 100).with("w_min", -100);
            case "SoftBoundsIdeal" ->
                PulsedDevice.of(new SoftBounds())
                        .with("dw_min_std", 0.3)
                        .with("w_max", 0.6)
                        .with("w_min", -0.6);
            default -> throw ConfigurationException.of(FILE + ": device", name, "ideal or SoftBoundsIdeal");
        };
        return alike.with("dw_min", 0.001)
                .with("dw_min_dtod", 0)
                .with("up_down_dtod", 0)
                .with("w_max_dtod", 0)
                .with("w_min_dtod", 0);
    }

    /** Compares mean and spread of one device; gives the mean. */
    private static double device(
            final String group,
            final String part,
            final String place,
            final double[][] tiles,
            final Row row,
            final Findings findings) {
        final double[] means =
                Arrays.stream(tiles).mapToDouble(TransferComparison::mean).toArray();
        final double mean = mean(means);
        final double[] variances =
                Arrays.stream(tiles).mapToDouble(tile -> meanSquare(tile, mean)).toArray();
        final double spread = Math.sqrt(mean(variances));
        final double errors = 4 * Math.sqrt(1 + tiles.length / REFERENCE_TILES);
        findings.compare(
                group, part + " mean", place, mean, row.number(part + "_mean"), errors * error(means) + ROUNDING);
        final double spreadError = spread > 0 ? error(variances) / (2 * spread) : 0;
        findings.compare(
                group, part + " std", place, spread, row.number(part + "_std"), errors * spreadError + ROUNDING);
        return mean;
    }

    private static double mean(final double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double meanSquare(final double[] values, final double about) {
        return Arrays.stream(values)
                        .map(value -> (value - about) * (value - about))
                        .sum()
                / values.length;
    }

    /** The standard error of the mean of independent values. */
    private static double error(final double[] values) {
        return Math.sqrt(meanSquare(values, mean(values)) / (values.length - 1));
    }
}
