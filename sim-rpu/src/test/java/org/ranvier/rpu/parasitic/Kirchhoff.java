package org.ranvier.rpu.parasitic;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.CommonOps_DSCC;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * The reference of the solver's tests: the current balance of every node of the circuit, written down resistor by resistor and
 * solved by a sparse Cholesky factorisation. Every crossing has two nodes, one on the line that feeds its device and one on the line
 * that collects its current.
 */
final class Kirchhoff {
    private static final int FEED = 0;
    private static final int COLLECT = 1;

    private final double[][] conductance;
    private final int rows;
    private final int columns;
    private final DMatrixSparseTriplet balance;
    private final DMatrixRMaj inflow;

    private Kirchhoff(final double[][] conductance) {
        this.conductance = conductance;
        rows = conductance.length;
        columns = conductance[0].length;
        final int nodes = 2 * rows * columns;
        balance = new DMatrixSparseTriplet(nodes, nodes, 8 * nodes);
        inflow = new DMatrixRMaj(nodes, 1);
    }

    /** @return the currents into the columns */
    static double[] read(final ParasiticSpec spec, final double[][] conductance, final double[] rowVoltage) {
        final Kirchhoff circuit = new Kirchhoff(conductance);
        final double rowWire = 1 / spec.rowResistance();
        final double columnWire = 1 / spec.columnResistance();
        final boolean fed = spec.topology() == Topology.INPUT_SOURCE;
        for (int i = 0; i < circuit.rows; i++) {
            for (int j = 0; j < circuit.columns; j++) {
                if (fed) {
                    circuit.device(i, j, 0, conductance[i][j]);
                    circuit.wire(circuit.node(i, j, FEED), j == 0 ? -1 : circuit.node(i, j - 1, FEED), rowWire);
                } else {
                    circuit.device(i, j, rowVoltage[i], rowVoltage[i] == 0 ? 0 : conductance[i][j]);
                    circuit.wire(circuit.node(i, j, FEED), i == 0 ? -1 : circuit.node(i - 1, j, FEED), rowWire);
                }
                final int next = i == circuit.rows - 1 ? -1 : circuit.node(i + 1, j, COLLECT);
                circuit.wire(circuit.node(i, j, COLLECT), next, columnWire);
            }
            if (fed) {
                circuit.inflow.add(circuit.node(i, 0, FEED), 0, rowWire * rowVoltage[i]);
            }
        }
        final DMatrixRMaj voltage = circuit.solve();
        final double[] currents = new double[circuit.columns];
        for (int j = 0; j < circuit.columns; j++) {
            currents[j] = columnWire * voltage.get(circuit.node(circuit.rows - 1, j, COLLECT));
        }
        return currents;
    }

    /** Reads the other way: the same circuit turned, for a plain crossbar about the diagonal through its terminals' corner. */
    static double[] readTransposed(
            final ParasiticSpec spec, final double[][] conductance, final double[] columnVoltage) {
        final int rows = conductance.length;
        final int columns = conductance[0].length;
        final ParasiticSpec turned = new ParasiticSpec(
                spec.topology(), spec.columnResistance(), spec.rowResistance(), ParasiticSpec.TOLERANCE);
        final boolean corner = spec.topology() == Topology.INPUT_SOURCE;
        final double[][] g = new double[columns][rows];
        final double[] x = new double[columns];
        for (int j = 0; j < columns; j++) {
            final int line = corner ? columns - 1 - j : j;
            x[line] = columnVoltage[j];
            for (int i = 0; i < rows; i++) {
                g[line][corner ? rows - 1 - i : i] = conductance[i][j];
            }
        }
        final double[] currents = read(turned, g, x);
        final double[] back = new double[rows];
        for (int i = 0; i < rows; i++) {
            back[i] = currents[corner ? rows - 1 - i : i];
        }
        return back;
    }

    private int node(final int row, final int column, final int side) {
        return 2 * (column * rows + row) + side;
    }

    /** A device in series with a source: the current from feed to collecting line is g (source + feed - collect). */
    private void device(final int row, final int column, final double source, final double g) {
        wire(node(row, column, FEED), node(row, column, COLLECT), g);
        inflow.add(node(row, column, FEED), 0, -g * source);
        inflow.add(node(row, column, COLLECT), 0, g * source);
    }

    /** A conductance between two nodes, or to ground when the second is negative. */
    private void wire(final int a, final int b, final double g) {
        balance.addItem(a, a, g);
        if (b >= 0) {
            balance.addItem(b, b, g);
            balance.addItem(a, b, -g);
            balance.addItem(b, a, -g);
        }
    }

    private DMatrixRMaj solve() {
        final DMatrixSparseCSC matrix = DConvertMatrixStruct.convert(balance, (DMatrixSparseCSC) null);
        CommonOps_DSCC.duplicatesAdd(matrix, null);
        final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver =
                LinearSolverFactory_DSCC.cholesky(FillReducing.NONE);
        assertThat(solver.setA(matrix)).isTrue();
        final DMatrixRMaj voltage = new DMatrixRMaj(inflow.numRows, 1);
        solver.solve(inflow, voltage);
        return voltage;
    }
}
