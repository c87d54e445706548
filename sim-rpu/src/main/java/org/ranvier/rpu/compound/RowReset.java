package org.ranvier.rpu.compound;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Lines;

/** Resets devices of one row, for one part of a compound. */
final class RowReset {
    /** Slots of resets that compounds start, apart from those of resets asked for from outside. */
    private static final long FIRST_SLOT = 1L << 54;

    private final Cells cells;
    private final Lines row = new Lines(1);
    private final Lines columns;
    private final int width;

    RowReset(final Cells cells, final ArraySite site) {
        this.cells = cells;
        width = site.columns();
        columns = new Lines(width);
    }

    /**
     * Resets a whole row.
     *
     * @param number the row
     * @param count how many resets there were before
     */
    void whole(final int number, final long count) {
        columns.clear();
        for (int column = 0; column < width; column++) {
            columns.add(column);
        }
        reset(number, count);
    }

    /**
     * Resets some devices of a row.
     *
     * @param number the row
     * @param chosen which columns
     * @param count how many resets there were before
     */
    void some(final int number, final boolean[] chosen, final long count) {
        columns.clear();
        for (int column = 0; column < width; column++) {
            if (chosen[column]) {
                columns.add(column);
            }
        }
        reset(number, count);
    }

    private void reset(final int number, final long count) {
        row.clear();
        row.add(number);
        cells.reset(row, columns, 1, FIRST_SLOT + count);
    }
}
