package org.ranvier.rpu;

import java.util.Arrays;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;
import org.ranvier.rpu.parasitic.ArrayWires;
import org.ranvier.rpu.parasitic.ParasiticRead;
import org.ranvier.rpu.read.MatrixProduct;

/**
 * The reads of a crossbar whose lines have resistance: each solves the circuit. Spikes drive lines with 1 or -1, and their
 * read-outs are rounded to the weight unit; values come through the read pipeline, around the same {@link #product}.
 */
final class WiredReads {
    private final int[][] weights;
    private final ParasiticRead read;
    private final double[] rows;
    private final double[] columns;

    /** Reads the plane, which stays the crossbar's. */
    WiredReads(final ArrayWires wires, final int[][] weights) {
        this.weights = weights;
        rows = new double[weights.length];
        columns = new double[weights[0].length];
        read = new ParasiticRead(wires, rows.length, columns.length);
    }

    /** @return what the lines return for values */
    MatrixProduct product() {
        return read;
    }

    /** Tells that weights may have changed since the last read. */
    void changed() {
        read.changed();
    }

    /** Drives rows by spikes. */
    void forward(final Lines driven, final int[] out) {
        Arrays.fill(rows, 0);
        drive(rows, driven, 1);
        read.forward(weights, rows, columns);
        store(columns, out, columns.length);
    }

    /** Drives columns by spikes of either sign; a line with both is at rest. */
    void backward(final Lines plus, final Lines minus, final int[] out, final int sensed) {
        Arrays.fill(columns, 0);
        drive(columns, plus, 1);
        drive(columns, minus, -1);
        read.transposed(weights, columns, rows);
        store(rows, out, sensed);
    }

    /** Drives one row and adds what the columns return. */
    void accumulate(final int row, final int[] accumulator) {
        Arrays.fill(rows, 0);
        rows[row] = 1;
        read.forward(weights, rows, columns);
        for (int j = 0; j < columns.length; j++) {
            accumulator[j] += Fixed.of(columns[j]);
        }
    }

    private static void drive(final double[] lines, final Lines driven, final double value) {
        final int[] index = driven.index();
        for (int k = 0; k < driven.count(); k++) {
            lines[index[k]] += value;
        }
    }

    private static void store(final double[] lines, final int[] out, final int count) {
        for (int k = 0; k < count; k++) {
            out[k] = Fixed.of(lines[k]);
        }
    }
}
