package org.ranvier.rpu.compound;

import java.util.function.IntConsumer;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Lines;

/**
 * Cells of two devices that can only be raised: an up pulse raises the plus device, a down pulse the minus device, and the
 * difference is the weight. From time to time pairs that have run out of range are reset and written anew.
 */
final class OneSidedCells extends CompoundCells {
    private static final int PLUS = 0;
    private static final int MINUS = 1;

    private final OneDirection ups;
    private final OneDirection downs;
    private final IntConsumer changedRow = this::changedRow;
    private final boolean unipolar;
    private final int refreshEvery;
    private final Refresh refresh;
    private long updates;
    private long slots;

    /**
     * @param parts the plus and the minus device
     * @param granularity what scales the trains of updates, in weights
     * @param columns column lines
     * @param unipolar whether no device can ever show a weight below 0
     * @param refreshEvery updates from one refresh to the next, 0 for never
     * @param refresh reads and rewrites pairs, null when never
     */
    OneSidedCells(
            final Cells[] parts,
            final double granularity,
            final int columns,
            final boolean unipolar,
            final int refreshEvery,
            final Refresh refresh) {
        super(parts, new double[] {1, -1}, granularity);
        this.unipolar = unipolar;
        this.refreshEvery = refreshEvery;
        this.refresh = refresh;
        ups = new OneDirection(columns, 1);
        downs = new OneDirection(columns, -1);
    }

    @Override
    void begin(final boolean continued) {
        updates++;
    }

    @Override
    void pulseParts(final Lines rows, final Lines columns, final boolean up, final long slot) {
        part(up ? PLUS : MINUS).pulse(rows, columns, true, slots++);
    }

    @Override
    void updateParts(final Coincidences pulses, final long slot) {
        part(PLUS).update(ups.of(pulses), slots);
        part(MINUS).update(downs.of(pulses), slots);
        slots++;
    }

    @Override
    void finish(final double learningRate, final CellEvents receiver) {
        if (refreshEvery > 0 && updates % refreshEvery == 0) {
            slots = refresh.run(slots, changedRow, receiver);
        }
    }

    /** {@inheritDoc} Devices that cannot fall below 0 only take from each other. */
    @Override
    public int reach(final int row, final int column) {
        return unipolar
                ? Math.max(part(PLUS).reach(row, column), part(MINUS).reach(row, column))
                : super.reach(row, column);
    }

    @Override
    void share(final int row, final int column, final int weight) {
        part(PLUS).weight(row, column, Math.max(weight, 0));
        part(MINUS).weight(row, column, Math.max(-weight, 0));
    }

    @Override
    void saveOwn(final StateWriter out) {
        out.putLong(updates).putLong(slots);
        if (refresh != null) {
            refresh.save(out);
        }
    }

    @Override
    void restoreOwn(final StateReader in) {
        updates = in.getLong();
        slots = in.getLong();
        if (refresh != null) {
            refresh.restore(in);
        }
    }
}
