package org.ranvier.core.fault;

import java.util.Arrays;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/** Synapses of an array that keep their weights, row by row. */
final class HeldWeights implements Stateful {
    private static final int[] NONE = {};

    private final SynapseArray array;

    /** Per row: columns, and the weights that they keep. */
    private final int[][] columns;

    private final int[][] weights;

    HeldWeights(final SynapseArray array) {
        this.array = array;
        columns = new int[array.rows()][];
        weights = new int[array.rows()][];
        Arrays.fill(columns, NONE);
        Arrays.fill(weights, NONE);
    }

    /** Sets a weight, as near as the device can come, and keeps that. */
    void add(final int row, final int column, final int weight) {
        array.weight(row, column, weight);
        final int at = place(row, column);
        columns[row][at] = column;
        weights[row][at] = array.weight(row, column);
    }

    /** Finds a column among those of its row, or makes room for it. */
    private int place(final int row, final int column) {
        final int size = columns[row].length;
        for (int at = 0; at < size; at++) {
            if (columns[row][at] == column) {
                return at;
            }
        }
        columns[row] = Arrays.copyOf(columns[row], size + 1);
        weights[row] = Arrays.copyOf(weights[row], size + 1);
        return size;
    }

    /** Puts back the weights of a row. */
    void restoreRow(final int row) {
        final int[] at = columns[row];
        final int[] kept = weights[row];
        for (int k = 0; k < at.length; k++) {
            if (array.weight(row, at[k]) != kept[k]) {
                array.weight(row, at[k], kept[k]);
            }
        }
    }

    /** Puts back all weights. */
    void restoreAll() {
        for (int row = 0; row < columns.length; row++) {
            restoreRow(row);
        }
    }

    @Override
    public void save(final StateWriter out) {
        for (int row = 0; row < columns.length; row++) {
            out.putInts(columns[row]).putInts(weights[row]);
        }
    }

    @Override
    public void restore(final StateReader in) {
        for (int row = 0; row < columns.length; row++) {
            columns[row] = in.getInts();
            weights[row] = in.getInts();
        }
    }
}
