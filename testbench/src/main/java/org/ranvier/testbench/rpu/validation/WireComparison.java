package org.ranvier.testbench.rpu.validation;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.parasitic.NodalSolver;
import org.ranvier.rpu.parasitic.ParasiticSpec;
import org.ranvier.rpu.parasitic.Topology;
import org.ranvier.testbench.rpu.validation.ReferenceTable.Row;

/** The largest relative loss of a column's current in lines with resistance. */
public final class WireComparison implements Comparison {
    private static final String FILE = "crosssim_parasitics_summary.csv";
    private static final double TOLERANCE = 1e-10;
    private static final double SIX_DIGITS = 5e-6;
    private static final double SOLVER_ERROR = 4e-8;

    /** Makes the comparison. */
    public WireComparison() {}

    @Override
    public String name() {
        return "wires";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    @Override
    public String about() {
        return "Conductances and inputs by formula; the largest relative loss of a column's current, against the parasitics solver of"
                + " Sandia's CrossSim (main of April 2026, voltage error 1e-9). Within 5e-6 of the loss, printed with 6 digits,"
                + " and 4e-8 of the current, the solver's own error. Nothing is random.";
    }

    @Override
    public List<Runnable> runs(final ReferenceData reference, final Effort effort, final Findings findings) {
        final List<Runnable> runs = new ArrayList<>();
        for (final Row row : reference.table(FILE).rows()) {
            runs.add(() -> compare(row, findings));
        }
        return runs;
    }

    private static void compare(final Row row, final Findings findings) {
        final double loss = row.number("max_rel_drop");
        final String lines = row.text("n_in") + " x " + row.text("n_out");
        final String place = lines + ", wires " + row.text("Rp_row_norm") + " and " + row.text("Rp_col_norm")
                + ", input " + row.text("input_kind");
        findings.compare(
                row.text("topology"), "largest loss", place, loss(row), loss, SIX_DIGITS * loss + SOLVER_ERROR);
    }

    private static double loss(final Row row) {
        final int rows = row.integer("n_in");
        final int columns = row.integer("n_out");
        final double[][] g = conductances(rows, columns);
        final double[] x = input(rows, row.integer("input_kind"));
        final double[] currents = new double[columns];
        final ParasiticSpec spec = new ParasiticSpec(
                topology(row.text("topology")), row.number("Rp_row_norm"), row.number("Rp_col_norm"), TOLERANCE);
        new NodalSolver(spec, rows, columns).solve(g, x, currents);
        double largest = 0;
        for (int j = 0; j < columns; j++) {
            double lossless = 0;
            for (int i = 0; i < rows; i++) {
                lossless += g[i][j] * x[i];
            }
            largest = Math.max(largest, Math.abs(lossless - currents[j]) / lossless);
        }
        return largest;
    }

    private static Topology topology(final String name) {
        return switch (name) {
            case "NonInterleaved_InputSource" -> Topology.INPUT_SOURCE;
            case "NonInterleaved_SepSource" -> Topology.SEPARATE_SOURCE;
            default ->
                throw ConfigurationException.of(
                        FILE + ": topology", name, "NonInterleaved_InputSource or NonInterleaved_SepSource");
        };
    }

    private static double[] input(final int rows, final int kind) {
        final double[] x = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = kind == 0 ? 1 : 0.5 + 0.5 * StrictMath.sin(0.3 * (i + 1));
        }
        return x;
    }

    private static double[][] conductances(final int rows, final int columns) {
        final double[][] g = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                final double hash = 43758.5453 * StrictMath.sin(12.9898 * (j + 1) + 78.233 * (i + 1));
                g[i][j] = 0.1 + 0.9 * (hash - Math.floor(hash));
            }
        }
        return g;
    }
}
