package org.ranvier.rpu.update;

import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Lines;

/** The exact engine: every coincidence is a pulse of its own, in the order of the slots. */
final class SlotPulser {
    private static final int UP = 0;
    private static final int DOWN = -1;

    private final LineProbabilities rowLines;
    private final LineProbabilities columnLines;
    private final Lines rows;
    private final Lines columns;
    private final int[] counts;

    SlotPulser(final LineProbabilities rowLines, final LineProbabilities columnLines) {
        this.rowLines = rowLines;
        this.columnLines = columnLines;
        rows = new Lines(rowLines.values().length);
        columns = new Lines(columnLines.values().length);
        counts = new int[columnLines.values().length];
    }

    /** Pulses a block of trains: in each slot the four pairs of signs, which meet different devices. */
    void trains(
            final Cells cells,
            final LineTrains rowTrains,
            final LineTrains columnTrains,
            final long slot,
            final int slots) {
        for (int k = 0; k < slots; k++) {
            for (int rowSign = DOWN; rowSign <= UP; rowSign++) {
                gather(rows, rowTrains.trains(), rowLines.negative(), rowSign, k);
                for (int columnSign = DOWN; columnSign <= UP; columnSign++) {
                    gather(columns, columnTrains.trains(), columnLines.negative(), columnSign, k);
                    if (rows.count() > 0 && columns.count() > 0) {
                        cells.pulse(rows, columns, rowSign == columnSign, slot + k);
                    }
                }
            }
        }
    }

    private static void gather(
            final Lines lines, final int[] trains, final int[] negative, final int sign, final int k) {
        lines.clear();
        for (int line = 0; line < trains.length; line++) {
            if (negative[line] == sign && (trains[line] >>> k & 1) != 0) {
                lines.add(line);
            }
        }
    }

    /** Pulses counts without trains: row by row, the n-th pulse of a device in slot n. */
    void counts(final Cells cells, final Coincidences pulses, final long slot) {
        for (int r = 0; r < pulses.rows().count(); r++) {
            final int row = pulses.rows().index()[r];
            final int most = pulses.count(row, counts);
            rows.clear();
            rows.add(row);
            for (int n = 0; n < most; n++) {
                single(cells, n, 1, slot + n);
                single(cells, n, -1, slot + n);
            }
        }
    }

    private void single(final Cells cells, final int n, final int sign, final long slot) {
        columns.clear();
        for (int column = 0; column < counts.length; column++) {
            if (counts[column] * sign > n) {
                columns.add(column);
            }
        }
        if (columns.count() > 0) {
            cells.pulse(rows, columns, sign > 0, slot);
        }
    }
}
