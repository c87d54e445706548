package org.ranvier.rpu.device;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;

/** Devices whose state is the integer weight itself. */
final class IdealCells implements Cells {
    private final int[][] weights;
    private final int stepUp;
    private final int stepDown;
    private final int bound;
    private final int[] counts;

    IdealCells(final int rows, final int columns, final int stepUp, final int stepDown, final int bound) {
        this.weights = new int[rows][columns];
        this.stepUp = stepUp;
        this.stepDown = stepDown;
        this.bound = bound;
        this.counts = new int[columns];
    }

    @Override
    public int[][] weights() {
        return weights;
    }

    @Override
    public void pulse(final Lines rows, final Lines columns, final boolean up, final long slot) {
        final int step = up ? stepUp : -stepDown;
        final int[] rowIndex = rows.index();
        for (int r = 0; r < rows.count(); r++) {
            add(weights[rowIndex[r]], columns.index(), columns.count(), step, bound);
        }
    }

    @Override
    public void update(final Coincidences pulses, final long slot) {
        final int[] rowIndex = pulses.rows().index();
        for (int r = 0; r < pulses.rows().count(); r++) {
            final int[] row = weights[rowIndex[r]];
            pulses.count(rowIndex[r], counts);
            for (int column = 0; column < row.length; column++) {
                final long change = (long) counts[column] * (counts[column] > 0 ? stepUp : stepDown);
                row[column] = (int) Math.max(-bound, Math.min(bound, row[column] + change));
            }
        }
    }

    private static void add(final int[] row, final int[] columns, final int count, final int step, final int bound) {
        for (int c = 0; c < count; c++) {
            final int column = columns[c];
            row[column] = Math.max(-bound, Math.min(bound, row[column] + step));
        }
    }

    @Override
    public void weight(final int row, final int column, final int weight) {
        weights[row][column] = Math.max(-bound, Math.min(bound, weight));
    }

    @Override
    public double state(final int row, final int column) {
        return Fixed.toDouble(weights[row][column]);
    }

    @Override
    public int reach(final int row, final int column) {
        return bound;
    }

    @Override
    public void save(final StateWriter out) {
        for (final int[] row : weights) {
            out.putInts(row);
        }
    }

    @Override
    public void restore(final StateReader in) {
        for (final int[] row : weights) {
            in.getInts(row);
        }
    }
}
