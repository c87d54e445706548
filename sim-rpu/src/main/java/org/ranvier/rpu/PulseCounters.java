package org.ranvier.rpu;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.Lines;

/** How many pulses each device of a crossbar has received, up and down together: its wear. */
final class PulseCounters implements Stateful {
    private final long[][] pulses;

    PulseCounters(final int rows, final int columns) {
        pulses = new long[rows][columns];
    }

    void count(final Lines rows, final Lines columns) {
        for (int r = 0; r < rows.count(); r++) {
            final long[] row = pulses[rows.index()[r]];
            for (int c = 0; c < columns.count(); c++) {
                row[columns.index()[c]]++;
            }
        }
    }

    long pulses(final int row, final int column) {
        return pulses[row][column];
    }

    @Override
    public void save(final StateWriter out) {
        for (final long[] row : pulses) {
            out.putLongs(row);
        }
    }

    @Override
    public void restore(final StateReader in) {
        for (final long[] row : pulses) {
            in.getLongs(row);
        }
    }
}
