package org.ranvier.rpu.compound;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.rpu.update.UpdateEngine;
import org.ranvier.rpu.update.UpdateSpec;

/** Independent arrays of one device that all receive the same updates, and their moments. */
final class Tiles {
    private final Cells[] cells;
    private final UpdateEngine[] engines;
    private final double granularity;
    private final Lines rows;
    private final Lines columns;
    private long slot;

    Tiles(final int count, final int rows, final int columns, final DeviceSpec device) {
        this(count, rows, columns, device, UpdateSpec.defaults());
    }

    Tiles(final int count, final int rows, final int columns, final DeviceSpec device, final UpdateSpec update) {
        cells = new Cells[count];
        engines = new UpdateEngine[count];
        granularity = device.granularity();
        this.rows = all(rows);
        this.columns = all(columns);
        for (int tile = 0; tile < count; tile++) {
            final ArraySite site = new ArraySite(rows, columns, 2020, tile);
            cells[tile] = device.build(site);
            engines[tile] = new UpdateEngine(update, site);
        }
    }

    /** All lines of a kind. */
    static Lines all(final int count) {
        final Lines lines = new Lines(count);
        for (int line = 0; line < count; line++) {
            lines.add(line);
        }
        return lines;
    }

    /** A vector of equal values. */
    static float[] values(final int count, final double value) {
        final float[] values = new float[count];
        Arrays.fill(values, (float) value);
        return values;
    }

    /** An ideal device with a step of 2^-10, an exact multiple of the weight unit. */
    static DeviceSpec ideal() {
        return new IdealDevice(0x1p-10, 0, 512);
    }

    /** A constant-step device with noise on every pulse, but no differences between devices. */
    static DeviceSpec noisy() {
        return ConstantStep.defaults()
                .with("dw_min", 0.001)
                .with("dw_min_dtod", 0)
                .with("up_down_dtod", 0)
                .with("w_max", 100)
                .with("w_min", -100)
                .with("w_max_dtod", 0)
                .with("w_min_dtod", 0);
    }

    void update(final float[] x, final float[] d, final double rate) {
        int used = 1;
        for (int tile = 0; tile < cells.length; tile++) {
            final int slots = engines[tile].update(cells[tile], granularity, x, d, rate, slot, CellEvents.NONE);
            used = Math.max(used, slots);
        }
        slot += used;
    }

    /** Gives every device one pulse. */
    void pulse(final boolean up) {
        for (final Cells tile : cells) {
            tile.pulse(rows, columns, up, slot);
        }
        slot++;
    }

    Cells cells(final int tile) {
        return cells[tile];
    }

    /** One of the devices that share the crossings of a tile. */
    Cells part(final int tile, final int part) {
        return part(cells[tile], part);
    }

    static Cells part(final Cells compound, final int part) {
        return ((CompoundCells) compound).part(part);
    }

    /** Mean and spread of what is seen over all cells of all tiles, with standard errors estimated from tile to tile. */
    Moments moments(final Function<Cells, Cells> seen) {
        final double[] means = perTile(seen, weight -> weight);
        final double mean = average(means);
        final double[] variances = perTile(seen, weight -> (weight - mean) * (weight - mean));
        return new Moments(mean, error(means), average(variances), error(variances));
    }

    private double[] perTile(final Function<Cells, Cells> seen, final DoubleUnaryOperator value) {
        final double[] result = new double[cells.length];
        for (int tile = 0; tile < cells.length; tile++) {
            int count = 0;
            for (final int[] row : seen.apply(cells[tile]).weights()) {
                for (final int weight : row) {
                    result[tile] += value.applyAsDouble(Fixed.toDouble(weight));
                    count++;
                }
            }
            result[tile] /= count;
        }
        return result;
    }

    private static double average(final double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double error(final double[] values) {
        final double mean = average(values);
        double squares = 0;
        for (final double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    record Moments(double mean, double meanError, double variance, double varianceError) {
        double spread() {
            return Math.sqrt(variance);
        }
    }
}
