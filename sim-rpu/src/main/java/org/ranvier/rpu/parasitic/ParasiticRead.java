package org.ranvier.rpu.parasitic;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.read.MatrixProduct;

/**
 * Reads a plane of signed weights through wires with resistance: what one crossbar needs in place of an exact matrix-vector product.
 *
 * <p>The plane is a differential pair of arrays with equal wires, each solved on its own and subtracted outside. Rows are input
 * lines of a forward read, columns of a transposed one. After the weights changed, {@link #changed} must be called before the next
 * read; it costs nothing itself.
 */
public final class ParasiticRead implements MatrixProduct {
    private final ConductancePair pair;
    private final int rows;
    private final int columns;
    private final NodalSolver solver;
    private final double[][] positive;
    private final double[][] negative;
    private final double[] rowLines;
    private final double[] columnLines;
    private final double[] subtracted;
    private boolean stale = true;

    /**
     * @param wires the wires, and how weights become conductances
     * @param rows row lines: 1..65,536
     * @param columns column lines: 1..65,536
     */
    public ParasiticRead(final ArrayWires wires, final int rows, final int columns) {
        this(wires.lines(), wires.devices(), rows, columns);
    }

    /**
     * @param spec the wires
     * @param pair how weights become conductances
     * @param rows row lines: 1..65,536
     * @param columns column lines: 1..65,536
     */
    public ParasiticRead(final ParasiticSpec spec, final ConductancePair pair, final int rows, final int columns) {
        this.pair = pair;
        this.rows = rows;
        this.columns = columns;
        solver = new NodalSolver(spec, rows, columns);
        positive = new double[rows][columns];
        negative = new double[rows][columns];
        rowLines = new double[rows];
        columnLines = new double[columns];
        subtracted = new double[Math.max(rows, columns)];
    }

    /** Tells that weights changed since the last read. */
    public void changed() {
        stale = true;
    }

    /**
     * Forward read: y = W' x, with W' the transposed weights as they appear through the wires.
     *
     * @param weights weights in Q20, row then column; looked at only when {@link #changed} was called since the last read
     * @param x one input per row
     * @param y where the read-outs go, one per column, in weights times inputs
     */
    @Override
    public void forward(final int[][] weights, final float[] x, final float[] y) {
        widen(x, rowLines);
        forward(weights, rowLines, columnLines);
        narrow(columnLines, columns, y);
    }

    /**
     * Transposed read: drives the columns and senses the rows.
     *
     * @param weights weights in Q20, row then column; looked at only when {@link #changed} was called since the last read
     * @param x one input per column
     * @param y where the read-outs go, one per row, in weights times inputs
     */
    @Override
    public void transposed(final int[][] weights, final float[] x, final float[] y) {
        widen(x, columnLines);
        transposed(weights, columnLines, rowLines);
        narrow(rowLines, rows, y);
    }

    /**
     * Forward read in double precision.
     *
     * @param weights as above
     * @param x one input per row
     * @param y where the read-outs go, one per column
     */
    public void forward(final int[][] weights, final double[] x, final double[] y) {
        prepare(weights);
        solve(x, y);
    }

    /**
     * Transposed read in double precision.
     *
     * @param weights as above
     * @param x one input per column
     * @param y where the read-outs go, one per row
     */
    public void transposed(final int[][] weights, final double[] x, final double[] y) {
        prepare(weights);
        solveTransposed(x, y);
    }

    /**
     * Finds the weights that an array without wires would need to read the same: for many reads of weights that stay. It takes as
     * many solves as the array has lines of the kind it has fewer of.
     *
     * @param weights weights in Q20, row then column
     * @param effective where the apparent weights go, row then column
     * @throws ConfigurationException for separate sources, whose reads are not linear
     */
    public void effectiveWeights(final int[][] weights, final double[][] effective) {
        if (solver.spec().topology() != Topology.INPUT_SOURCE) {
            throw ConfigurationException.of(
                    "parasitic.topology", solver.spec().topology(), "INPUT_SOURCE to find effective weights");
        }
        prepare(weights);
        if (rows <= columns) {
            for (int i = 0; i < rows; i++) {
                select(rowLines, i);
                solve(rowLines, effective[i]);
            }
        } else {
            for (int j = 0; j < columns; j++) {
                select(columnLines, j);
                solveTransposed(columnLines, rowLines);
                for (int i = 0; i < rows; i++) {
                    effective[i][j] = rowLines[i];
                }
            }
        }
    }

    private void prepare(final int[][] weights) {
        if (stale) {
            pair.conductances(weights, positive, negative);
            stale = false;
        }
    }

    private void solve(final double[] x, final double[] out) {
        solver.solve(positive, x, out);
        solver.solve(negative, x, subtracted);
        subtract(out, columns);
    }

    private void solveTransposed(final double[] x, final double[] out) {
        solver.solveTransposed(positive, x, out);
        solver.solveTransposed(negative, x, subtracted);
        subtract(out, rows);
    }

    private void subtract(final double[] out, final int lines) {
        final double scale = pair.weightPerConductance();
        for (int k = 0; k < lines; k++) {
            out[k] = scale * (out[k] - subtracted[k]);
        }
    }

    private static void select(final double[] lines, final int line) {
        Arrays.fill(lines, 0);
        lines[line] = 1;
    }

    private static void widen(final float[] from, final double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] = from[k];
        }
    }

    private static void narrow(final double[] from, final int lines, final float[] to) {
        for (int k = 0; k < lines; k++) {
            to[k] = (float) from[k];
        }
    }
}
