package org.ranvier.rpu.compound;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.ReadMode;
import org.ranvier.rpu.read.ReadPipeline;
import org.ranvier.rpu.read.ReadSpec;

/** Reads single row lines of one device of a compound: a forward read with a one-hot input, through converters. */
final class PartReader implements Stateful {
    private final Cells cells;
    private final ReadPipeline pipeline;
    private final ReadMode mode;
    private final int[][] line = new int[1][];
    private final float[] one = {1};
    private final float[] sums;

    /**
     * @param cells the device
     * @param spec the converters and their noise
     * @param site the device's site
     */
    PartReader(final Cells cells, final ReadSpec spec, final ArraySite site) {
        this.cells = cells;
        // The other rows are at rest and add nothing, so a read of an array of this row alone is the same, and cheaper.
        pipeline = new ReadPipeline(spec, new ArraySite(1, site.columns(), site.seed(), site.array()));
        mode = spec.mode();
        sums = new float[site.columns()];
    }

    /**
     * Reads a row.
     *
     * @param row the row
     * @param events is told of the read
     * @return the weights as read, one per column; overwritten by the next read
     */
    float[] read(final int row, final CellEvents events) {
        line[0] = cells.weights()[row];
        final int attempts = pipeline.forward(line, one, sums);
        events.forwardRead(1, sums.length, attempts, mode);
        return sums;
    }

    @Override
    public void save(final StateWriter out) {
        pipeline.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        pipeline.restore(in);
    }
}
