package org.ranvier.rpu.compound;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.update.UpdateEngine;
import org.ranvier.rpu.update.UpdateSpec;

/** Pulses single lines of one device of a compound: an update whose other operand is one-hot. */
final class PartWriter {
    private final Cells cells;
    private final double granularity;
    private final UpdateEngine engine;
    private final float[] rowOneHot;
    private final float[] columnOneHot;

    /**
     * @param cells the device
     * @param granularity the device's granularity, in weights
     * @param spec the pulse generator
     * @param site the device's site
     */
    PartWriter(final Cells cells, final double granularity, final UpdateSpec spec, final ArraySite site) {
        this.cells = cells;
        this.granularity = granularity;
        engine = new UpdateEngine(spec, site);
        rowOneHot = new float[site.rows()];
        columnOneHot = new float[site.columns()];
    }

    /** @return the granularity of the device, in weights */
    double granularity() {
        return granularity;
    }

    /**
     * Raises a row's weights by rate times the values.
     *
     * @param row the row
     * @param values one per column
     * @param rate learning rate
     * @param slot the first pulse slot
     * @param events is told of the pulses
     * @return the pulse slot after the last
     */
    long row(final int row, final float[] values, final double rate, final long slot, final CellEvents events) {
        rowOneHot[row] = 1;
        final int used = engine.update(cells, granularity, rowOneHot, values, rate, slot, events);
        rowOneHot[row] = 0;
        return slot + used;
    }

    /**
     * Raises a column's weights by rate times the values.
     *
     * @param column the column
     * @param values one per row
     * @param rate learning rate
     * @param slot the first pulse slot
     * @param events is told of the pulses
     * @return the pulse slot after the last
     */
    long column(final int column, final float[] values, final double rate, final long slot, final CellEvents events) {
        columnOneHot[column] = 1;
        final int used = engine.update(cells, granularity, values, columnOneHot, rate, slot, events);
        columnOneHot[column] = 0;
        return slot + used;
    }
}
