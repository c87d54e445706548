package org.ranvier.rpu.compound;

import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Lines;

/**
 * The weights that a compound shows: the sum of gamma_k W_k over its devices, rounded to Q20 wherever a device may have changed.
 *
 * <p>A compound that shows just one device, as it is, has no plane of its own.
 */
final class WeightedSum {
    private final int[][][] planes;
    private final double[] gamma;
    private final int[][] weights;
    private final boolean single;

    WeightedSum(final Cells[] parts, final double[] gamma) {
        this.gamma = gamma.clone();
        planes = new int[parts.length][][];
        int shown = -1;
        int seen = 0;
        for (int k = 0; k < parts.length; k++) {
            planes[k] = parts[k].weights();
            if (gamma[k] != 0) {
                shown = k;
                seen++;
            }
        }
        single = seen == 1 && gamma[shown] == 1;
        weights = single ? planes[shown] : new int[planes[0].length][planes[0][0].length];
        all();
    }

    /** @return the live sums */
    int[][] weights() {
        return weights;
    }

    /** Adds up all cells. */
    void all() {
        for (int row = 0; row < weights.length; row++) {
            row(row);
        }
    }

    /** Adds up the cells of some rows. */
    void rows(final Lines rows) {
        for (int r = 0; r < rows.count(); r++) {
            row(rows.index()[r]);
        }
    }

    /** Adds up the cells at the crossings of some lines. */
    void crossings(final Lines rows, final Lines columns) {
        if (single) {
            return;
        }
        for (int r = 0; r < rows.count(); r++) {
            for (int c = 0; c < columns.count(); c++) {
                cell(rows.index()[r], columns.index()[c]);
            }
        }
    }

    /** Adds up the cells of a row. */
    void row(final int row) {
        if (single) {
            return;
        }
        for (int column = 0; column < weights[row].length; column++) {
            cell(row, column);
        }
    }

    /** Adds up one cell. */
    void cell(final int row, final int column) {
        if (single) {
            return;
        }
        double sum = 0;
        for (int k = 0; k < planes.length; k++) {
            sum += gamma[k] * planes[k][row][column];
        }
        weights[row][column] = (int) Math.rint(sum);
    }
}
