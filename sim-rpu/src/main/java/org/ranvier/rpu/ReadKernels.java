package org.ranvier.rpu;

import java.util.Arrays;
import org.ranvier.rpu.device.Lines;

/**
 * The sums behind a read, over rows stored as arrays of their own: HotSpot vectorises loops over arrays entered at index 0.
 *
 * <p>Sums are exact ints; a crossbar is only built when no read can leave their range.
 */
final class ReadKernels {
    private static final int ROWS_PER_PASS = 8;

    private ReadKernels() {}

    /** Sums the rows of the driven lines into one value per column. */
    static void sumRows(final int[][] weights, final Lines driven, final int[] out, final int columns) {
        Arrays.fill(out, 0, columns, 0);
        final int[] index = driven.index();
        final int count = driven.count();
        int r = 0;
        for (; r + ROWS_PER_PASS <= count; r += ROWS_PER_PASS) {
            add(
                    out,
                    weights[index[r]],
                    weights[index[r + 1]],
                    weights[index[r + 2]],
                    weights[index[r + 3]],
                    weights[index[r + 4]],
                    weights[index[r + 5]],
                    weights[index[r + 6]],
                    weights[index[r + 7]],
                    columns);
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
            final int[] out,
            final int[] a,
            final int[] b,
            final int[] c,
            final int[] d,
            final int[] e,
            final int[] f,
            final int[] g,
            final int[] h,
            final int columns) {
        for (int j = 0; j < columns; j++) {
            out[j] += a[j] + b[j] + c[j] + d[j] + e[j] + f[j] + g[j] + h[j];
        }
    }

    /** Sums the plus columns and subtracts the minus columns of each sensed row. */
    static void sumColumns(
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
