package org.ranvier.rpu;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Lines;
import org.ranvier.rpu.update.UpdateListener;

/**
 * The wear of a crossbar: how many pulses each device has received, up and down together, and how often it was half-selected.
 *
 * <p>A device is half-selected in every slot that pulses just one of its lines, so its exposure is the pulses of its row and of its
 * column less twice its own: lines are counted, not devices.
 */
final class PulseCounters implements Stateful, UpdateListener {
    private final long[][] pulses;
    private final long[] rowPulses;
    private final long[] columnPulses;
    private final int[] counts;

    PulseCounters(final int rows, final int columns) {
        pulses = new long[rows][columns];
        rowPulses = new long[rows];
        columnPulses = new long[columns];
        counts = new int[columns];
    }

    /** Counts one slot. */
    void count(final Lines rows, final Lines columns) {
        for (int c = 0; c < columns.count(); c++) {
            columnPulses[columns.index()[c]]++;
        }
        for (int r = 0; r < rows.count(); r++) {
            rowPulses[rows.index()[r]]++;
            final long[] row = pulses[rows.index()[r]];
            for (int c = 0; c < columns.count(); c++) {
                row[columns.index()[c]]++;
            }
        }
    }

    @Override
    public void updated(final Coincidences devices, final int[] ofRow, final int[] ofColumn) {
        add(rowPulses, ofRow);
        add(columnPulses, ofColumn);
        final Lines rows = devices.rows();
        for (int r = 0; r < rows.count(); r++) {
            devices.count(rows.index()[r], counts);
            final long[] row = pulses[rows.index()[r]];
            for (int column = 0; column < row.length; column++) {
                row[column] += Math.abs(counts[column]);
            }
        }
    }

    private static void add(final long[] totals, final int[] more) {
        for (int i = 0; i < totals.length; i++) {
            totals[i] += more[i];
        }
    }

    long pulses(final int row, final int column) {
        return pulses[row][column];
    }

    long halfSelects(final int row, final int column) {
        return rowPulses[row] + columnPulses[column] - 2 * pulses[row][column];
    }

    @Override
    public void save(final StateWriter out) {
        for (final long[] row : pulses) {
            out.putLongs(row);
        }
        out.putLongs(rowPulses).putLongs(columnPulses);
    }

    @Override
    public void restore(final StateReader in) {
        for (final long[] row : pulses) {
            in.getLongs(row);
        }
        in.getLongs(rowPulses);
        in.getLongs(columnPulses);
    }
}
