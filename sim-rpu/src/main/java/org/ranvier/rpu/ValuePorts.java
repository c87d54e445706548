package org.ranvier.rpu;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.update.UpdateEngine;
import org.ranvier.rpu.update.UpdateListener;

/** The pulse generators of a crossbar, as its programs see them: vectors in Q20. */
final class ValuePorts {
    private final UpdateEngine engine;
    private final double granularity;
    private final float[] rowValues;
    private final float[] columnValues;

    ValuePorts(final Periphery periphery, final ArraySite site, final double granularity) {
        this.engine = new UpdateEngine(periphery.update(), site);
        this.granularity = granularity;
        this.rowValues = new float[site.rows()];
        this.columnValues = new float[site.columns()];
    }

    void listener(final UpdateListener listener) {
        engine.listener(listener);
    }

    /** Updates the cells; returns the pulse slots it took. */
    int update(
            final Cells cells, final int[] x, final int[] d, final int rate, final long slot, final CellEvents events) {
        toFloat(x, rowValues);
        toFloat(d, columnValues);
        return engine.update(cells, granularity, rowValues, columnValues, Fixed.toDouble(rate), slot, events);
    }

    private static void toFloat(final int[] q20, final float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = q20[i] * 0x1p-20f;
        }
    }
}
