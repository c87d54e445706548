package org.ranvier.rpu.parasitic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The largest relative loss of a column's current, against the parasitics solver of Sandia's CrossSim (main of April 2026, voltage
 * error 1e-9, crosssim-drops.csv): squares of 8 to 128 lines, three resistances, both topologies, two inputs.
 *
 * <p>The reference is printed with 6 digits, which leaves 5e-6 of a loss; its own error is below 4e-8 of a current.
 */
final class CrossSimDropTest {
    @ParameterizedTest
    @CsvFileSource(resources = "crosssim-drops.csv", numLinesToSkip = 1)
    void shouldLoseWhatCrossSimLoses(
            final Topology topology,
            final int columns,
            final int rows,
            final double rowResistance,
            final double columnResistance,
            final int kind,
            final double loss) {
        final ParasiticSpec spec = new ParasiticSpec(topology, rowResistance, columnResistance, 1e-10);
        final double[][] g = conductances(rows, columns);
        final double[] x = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = kind == 0 ? 1 : 0.5 + 0.5 * StrictMath.sin(0.3 * (i + 1));
        }
        final double[] currents = new double[columns];
        new NodalSolver(spec, rows, columns).solve(g, x, currents);
        double largest = 0;
        for (int j = 0; j < columns; j++) {
            double lossless = 0;
            for (int i = 0; i < rows; i++) {
                lossless += g[i][j] * x[i];
            }
            largest = Math.max(largest, Math.abs(lossless - currents[j]) / lossless);
        }
        assertThat(largest).isCloseTo(loss, within(5e-6 * loss + 4e-8));
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
