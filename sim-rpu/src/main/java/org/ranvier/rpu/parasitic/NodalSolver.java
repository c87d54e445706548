package org.ranvier.rpu.parasitic;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;

/**
 * Solves the circuit of one array: devices with given conductances at the crossings, wires with resistance, ideal sources at the
 * terminals of the driven lines and virtual grounds at those of the sensed ones. The solution is exact up to the tolerance of the
 * specification.
 *
 * <p>Conductances are fractions of the largest one (1 / R_min), not negative, one array per row; they may change freely between
 * solves. A solve costs a few passes over the array and allocates nothing. Its result is a function of its arguments alone, not of
 * earlier solves, and has equal bits on every JVM: a run that is saved and restored sees the same currents.
 */
public final class NodalSolver {
    private static final int MOST_LINES = 1 << 16;

    private final ParasiticSpec spec;
    private final int rows;
    private final int columns;
    private final Wires forward;
    private final Wires transposed;
    private final DeviceVoltages devices;
    private final double[][] connected;
    private int iterations;

    /**
     * @param spec the wires
     * @param rows row lines: 1..65,536
     * @param columns column lines: 1..65,536
     */
    public NodalSolver(final ParasiticSpec spec, final int rows, final int columns) {
        ConfigurationException.checkRange("parasitic.rows", rows, 1, MOST_LINES);
        ConfigurationException.checkRange("parasitic.columns", columns, 1, MOST_LINES);
        this.spec = spec;
        this.rows = rows;
        this.columns = columns;
        final LadderDrops ladders = new LadderDrops(rows, columns);
        forward = new Wires(spec, false, ladders);
        transposed = new Wires(spec, true, ladders);
        devices = new DeviceVoltages(spec.tolerance(), rows, columns);
        connected = spec.topology() == Topology.SEPARATE_SOURCE ? new double[rows][columns] : null;
    }

    /**
     * Drives the rows and senses the columns.
     *
     * @param conductance conductances, row then column
     * @param rowVoltage one voltage per row
     * @param columnCurrent where the currents into the columns' virtual grounds go, one per column
     */
    public void solve(final double[][] conductance, final double[] rowVoltage, final double[] columnCurrent) {
        final double[][] voltage = devices.voltage();
        for (int i = 0; i < rows; i++) {
            Arrays.fill(voltage[i], rowVoltage[i]);
        }
        final double[][] active = connected == null ? conductance : connectRows(conductance, rowVoltage);
        iterations = devices.solve(forward, active, largest(rowVoltage, rows));
        sumColumns(active, voltage, columnCurrent);
    }

    /**
     * Drives the columns and senses the rows.
     *
     * @param conductance conductances, row then column
     * @param columnVoltage one voltage per column
     * @param rowCurrent where the currents into the rows' virtual grounds go, one per row
     */
    public void solveTransposed(final double[][] conductance, final double[] columnVoltage, final double[] rowCurrent) {
        final double[][] voltage = devices.voltage();
        for (int i = 0; i < rows; i++) {
            System.arraycopy(columnVoltage, 0, voltage[i], 0, columns);
        }
        final double[][] active = connected == null ? conductance : connectColumns(conductance, columnVoltage);
        iterations = devices.solve(transposed, active, largest(columnVoltage, columns));
        sumRows(active, voltage, rowCurrent);
    }

    /** @return iterations of the last solve: passes over the array beyond the first */
    public int iterations() {
        return iterations;
    }

    /** @return the wires */
    public ParasiticSpec spec() {
        return spec;
    }

    private double[][] connectRows(final double[][] conductance, final double[] voltage) {
        for (int i = 0; i < rows; i++) {
            if (voltage[i] == 0) {
                Arrays.fill(connected[i], 0);
            } else {
                System.arraycopy(conductance[i], 0, connected[i], 0, columns);
            }
        }
        return connected;
    }

    private double[][] connectColumns(final double[][] conductance, final double[] voltage) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                connected[i][j] = voltage[j] == 0 ? 0 : conductance[i][j];
            }
        }
        return connected;
    }

    private void sumColumns(final double[][] conductance, final double[][] voltage, final double[] currents) {
        Arrays.fill(currents, 0, columns, 0);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                currents[j] += conductance[i][j] * voltage[i][j];
            }
        }
    }

    private void sumRows(final double[][] conductance, final double[][] voltage, final double[] currents) {
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += conductance[i][j] * voltage[i][j];
            }
            currents[i] = sum;
        }
    }

    private static double largest(final double[] voltage, final int lines) {
        double largest = 0;
        for (int k = 0; k < lines; k++) {
            largest = Math.max(largest, Math.abs(voltage[k]));
        }
        return largest;
    }
}
