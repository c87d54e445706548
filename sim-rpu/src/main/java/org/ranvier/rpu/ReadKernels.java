package org.ranvier.rpu;

import java.util.Arrays;
import org.ranvier.rpu.cell.Lines;

/**
 * The sums behind a read, over rows stored as arrays of their own: HotSpot vectorises loops over arrays entered at index 0.
 *
 * <p>Sums are exact ints; a crossbar is only built when no read can leave their range.
 */
final class ReadKernels {
    private static final int ROWS_PER_PASS = 4;

    /** Up to here a pass per column is cheaper than a gather per row. */
    private static final int FEW_COLUMNS = 2;

    private ReadKernels() {}

    /** Sums the rows of the driven lines into one value per column. */
    static void sumRows(final int[][] weights, final Lines driven, final int[] out, final int columns) {
        Arrays.fill(out, 0, columns, 0);
        final int[] index = driven.index();
        final int count = driven.count();
        int r = 0;
        for (; r + ROWS_PER_PASS <= count; r += ROWS_PER_PASS) {
            add(out, weights[index[r]], weights[index[r + 1]], weights[index[r + 2]], weights[index[r + 3]], columns);
        }
        for (; r < count; r++) {
            add(out, weights[index[r]], columns);
        }
    }

    /** Adds one row to one value per column. */
    static void add(final int[] out, final int[] row, final int columns) {
        for (int j = 0; j < columns; j++) {
            out[j] += row[j];
        }
    }

    private static void add(
            final int[] out, final int[] a, final int[] b, final int[] c, final int[] d, final int columns) {
        for (int j = 0; j < columns; j++) {
            out[j] += a[j] + b[j] + c[j] + d[j];
        }
    }

    /** Sums the plus columns and subtracts the minus columns of each sensed row. */
    static void sumColumns(
            final int[][] weights, final Lines plus, final Lines minus, final int[] out, final int sensed) {
        if (plus.count() + minus.count() <= FEW_COLUMNS) {
            Arrays.fill(out, 0, sensed, 0);
            for (int k = 0; k < plus.count(); k++) {
                addColumn(weights, plus.index()[k], out, sensed);
            }
            for (int k = 0; k < minus.count(); k++) {
                subtractColumn(weights, minus.index()[k], out, sensed);
            }
        } else {
            gatherRows(weights, plus, minus, out, sensed);
        }
    }

    private static void addColumn(final int[][] weights, final int column, final int[] out, final int sensed) {
        for (int i = 0; i < sensed; i++) {
            out[i] += weights[i][column];
        }
    }

    private static void subtractColumn(final int[][] weights, final int column, final int[] out, final int sensed) {
        for (int i = 0; i < sensed; i++) {
            out[i] -= weights[i][column];
        }
    }

    private static void gatherRows(
            final int[][] weights, final Lines plus, final Lines minus, final int[] out, final int sensed) {
        for (int i = 0; i < sensed; i++) {
            final int[] row = weights[i];
            out[i] = gather(row, plus.index(), plus.count()) - gather(row, minus.index(), minus.count());
        }
    }

    private static int gather(final int[] row, final int[] index, final int count) {
        int sum = 0;
        for (int k = 0; k < count; k++) {
            sum += row[index[k]];
        }
        return sum;
    }
}
