package org.ranvier.testbench.rpu.validation;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;
import org.ranvier.rpu.compound.CompoundParts;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.update.UpdateEngine;
import org.ranvier.rpu.update.UpdateSpec;

/** Independent arrays of one compound that all receive the same pulses or updates. */
final class TileSet {
    private final Cells[] cells;
    private final UpdateEngine[] engines;
    private final double granularity;
    private final Lines rows;
    private final Lines columns;
    private long slot;

    TileSet(final int count, final int rows, final int columns, final DeviceSpec device, final long seed) {
        cells = new Cells[count];
        engines = new UpdateEngine[count];
        granularity = device.granularity();
        this.rows = all(rows);
        this.columns = all(columns);
        for (int tile = 0; tile < count; tile++) {
            final ArraySite site = new ArraySite(rows, columns, seed, tile);
            cells[tile] = device.build(site);
            engines[tile] = new UpdateEngine(UpdateSpec.defaults(), site);
        }
    }

    private static Lines all(final int count) {
        final Lines lines = new Lines(count);
        for (int line = 0; line < count; line++) {
            lines.add(line);
        }
        return lines;
    }

    /** Updates all tiles by x d, the learning rate being 1. */
    void update(final float[] x, final float[] d) {
        int used = 1;
        for (int tile = 0; tile < cells.length; tile++) {
            used = Math.max(used, engines[tile].update(cells[tile], granularity, x, d, 1, slot, CellEvents.NONE));
        }
        slot += used;
    }

    /** Gives every crossing one pulse. */
    void pulse(final boolean up) {
        for (final Cells tile : cells) {
            tile.pulse(rows, columns, up, slot);
        }
        slot++;
    }

    /** @return the weights that compounds show, one array per tile */
    double[][] weights() {
        final double[][] weights = new double[cells.length][];
        for (int tile = 0; tile < cells.length; tile++) {
            weights[tile] = weights(cells[tile]);
        }
        return weights;
    }

    /** @return the weights of one of the devices at every crossing, one array per tile */
    double[][] weights(final int part) {
        final double[][] weights = new double[cells.length][];
        for (int tile = 0; tile < cells.length; tile++) {
            weights[tile] = weights(CompoundParts.part(cells[tile], part));
        }
        return weights;
    }

    private double[] weights(final Cells tile) {
        final double[] weights = new double[rows.count() * columns.count()];
        for (int device = 0; device < weights.length; device++) {
            weights[device] = Fixed.toDouble(tile.weights()[device / columns.count()][device % columns.count()]);
        }
        return weights;
    }
}
