package org.ranvier.rpu.parasitic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.random.CounterRandom;

/** The solver against a direct solution of the circuit, and against what any such circuit must obey. */
final class NodalSolverTest {
    private static final double EXACT = 1e-12;

    @ParameterizedTest
    @CsvSource({
        "INPUT_SOURCE, 1, 1, 0.5, 0.25",
        "INPUT_SOURCE, 1, 7, 0.02, 0.3",
        "INPUT_SOURCE, 5, 1, 0.02, 0.3",
        "INPUT_SOURCE, 6, 9, 0.001, 0.01",
        "INPUT_SOURCE, 9, 4, 1, 1",
        "INPUT_SOURCE, 13, 11, 1e-7, 0.05",
        "INPUT_SOURCE, 64, 48, 0.001, 0.002",
        "SEPARATE_SOURCE, 1, 1, 0.5, 0.25",
        "SEPARATE_SOURCE, 6, 9, 0.001, 0.01",
        "SEPARATE_SOURCE, 9, 4, 1, 1",
        "SEPARATE_SOURCE, 64, 48, 0.001, 0.002"
    })
    void shouldSolveTheCircuitInBothDirections(
            final Topology topology, final int rows, final int columns, final double row, final double column) {
        final ParasiticSpec spec = new ParasiticSpec(topology, row, column, EXACT);
        final NodalSolver solver = new NodalSolver(spec, rows, columns);
        final double[][] g = conductances(rows, columns, 1);
        final double[] x = inputs(rows, 2);
        final double[] d = inputs(columns, 3);
        assertClose(forward(solver, g, x), Kirchhoff.read(spec, g, x), 1e-10);
        assertClose(transposed(solver, g, d), Kirchhoff.readTransposed(spec, g, d), 1e-10);
    }

    @ParameterizedTest
    @EnumSource(Topology.class)
    void shouldBeAnExactProductWhenWiresHaveNoResistance(final Topology topology) {
        final NodalSolver solver = new NodalSolver(new ParasiticSpec(topology, 0, 0, 0.01), 17, 6);
        final double[][] g = conductances(17, 6, 4);
        final double[] x = inputs(17, 5);
        final double[] d = inputs(6, 6);
        assertClose(forward(solver, g, x), product(g, x), 1e-14);
        assertThat(solver.iterations()).isZero();
        assertClose(transposed(solver, g, d), productTransposed(g, d), 1e-14);
    }

    @ParameterizedTest
    @CsvSource({"INPUT_SOURCE, 0, 0.01", "INPUT_SOURCE, 0.01, 0", "SEPARATE_SOURCE, 0, 0.01", "SEPARATE_SOURCE, 0.01, 0"
    })
    void shouldApproachTheCircuitWithoutOneResistanceWhenItVanishes(
            final Topology topology, final double row, final double column) {
        final ParasiticSpec without = new ParasiticSpec(topology, row, column, EXACT);
        final ParasiticSpec nearly = new ParasiticSpec(topology, Math.max(row, 1e-12), Math.max(column, 1e-12), EXACT);
        final double[][] g = conductances(12, 8, 7);
        final double[] x = inputs(12, 8);
        final double[] d = inputs(8, 9);
        assertClose(
                forward(new NodalSolver(without, 12, 8), g, x), forward(new NodalSolver(nearly, 12, 8), g, x), 1e-9);
        assertClose(
                transposed(new NodalSolver(without, 12, 8), g, d),
                transposed(new NodalSolver(nearly, 12, 8), g, d),
                1e-9);
        assertThat(forward(new NodalSolver(without, 12, 8), g, x)[0])
                .isNotCloseTo(product(g, x)[0], within(0.01 * Math.abs(product(g, x)[0])));
    }

    @Test
    void shouldSuperposeInputs() {
        final NodalSolver solver = solver(0.003, 0.001, 20, 15, EXACT);
        final double[][] g = conductances(20, 15, 10);
        final double[] a = inputs(20, 11);
        final double[] b = inputs(20, 12);
        final double[] both = new double[20];
        for (int i = 0; i < 20; i++) {
            both[i] = 2 * a[i] - 0.3 * b[i];
        }
        final double[] ofA = forward(solver, g, a);
        final double[] ofB = forward(solver, g, b);
        final double[] expected = new double[15];
        for (int j = 0; j < 15; j++) {
            expected[j] = 2 * ofA[j] - 0.3 * ofB[j];
        }
        assertClose(forward(solver, g, both), expected, 1e-10);
    }

    /** Lorentz reciprocity: the current in column j per volt on row i equals that in row i per volt on column j. */
    @Test
    void shouldReadTheTransposeWhenDrivenFromTheOtherSide() {
        final NodalSolver solver = solver(0.02, 0.005, 14, 10, EXACT);
        final double[][] g = conductances(14, 10, 13);
        for (int i = 0; i < 14; i++) {
            for (int j = 0; j < 10; j++) {
                final double there = forward(solver, g, unit(14, i))[j];
                final double back = transposed(solver, g, unit(10, j))[i];
                assertThat(back).isCloseTo(there, within(1e-11));
            }
        }
    }

    @Test
    void shouldStayExactWhenConductancesChangeBetweenSolves() {
        final ParasiticSpec spec = ParasiticSpec.inputSource(0.004, 0.002).withTolerance(EXACT);
        final NodalSolver used = new NodalSolver(spec, 18, 12);
        final double[][] g = conductances(18, 12, 14);
        for (int change = 0; change < 5; change++) {
            final double[] x = inputs(18, 20 + change);
            final double[] d = inputs(12, 30 + change);
            final double[] currents = forward(used, g, x);
            assertThat(currents).containsExactly(forward(new NodalSolver(spec, 18, 12), g, x));
            assertClose(currents, Kirchhoff.read(spec, g, x), 1e-10);
            assertClose(transposed(used, g, d), Kirchhoff.readTransposed(spec, g, d), 1e-10);
            for (int i = 0; i < 18; i++) {
                g[i][change] = Math.max(0, g[i][change] + 0.05 * CounterRandom.normal(15, change, i, 0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-9})
    void shouldMeetItsTolerance(final double tolerance) {
        final double[][] g = conductances(40, 30, 16);
        final double[] x = inputs(40, 17);
        final NodalSolver coarse = solver(0.002, 0.002, 40, 30, tolerance);
        final NodalSolver fine = solver(0.002, 0.002, 40, 30, EXACT);
        // Up to 40 device currents of a column, each off by the tolerance or less.
        assertClose(forward(coarse, g, x), forward(fine, g, x), 40 * tolerance);
        assertThat(coarse.iterations()).isBetween(1, fine.iterations() - 1);
    }

    @Test
    void shouldLeaveColumnsApartAndSwitchRowsOffWhenSourcesAreSeparate() {
        final NodalSolver solver =
                new NodalSolver(new ParasiticSpec(Topology.SEPARATE_SOURCE, 0.01, 0.01, EXACT), 10, 3);
        final double[][] g = conductances(10, 3, 18);
        final double[] x = inputs(10, 19);
        x[4] = 0;
        x[5] = 1;
        g[5][0] = 0.9;
        final double[] before = forward(solver, g, x);
        g[4][1] = 0.77;
        assertThat(forward(solver, g, x)).containsExactly(before);
        g[5][0] = 0.4;
        final double[] after = forward(solver, g, x);
        assertThat(after[0]).isNotCloseTo(before[0], within(1e-3));
        assertThat(new double[] {after[1], after[2]})
                .containsExactly(new double[] {before[1], before[2]}, within(1e-11));
    }

    @Test
    void shouldReturnZerosWhenNothingIsDriven() {
        final NodalSolver solver = solver(0.01, 0.01, 4, 4, EXACT);
        assertThat(forward(solver, conductances(4, 4, 20), new double[4])).containsOnly(0);
        assertThat(forward(solver, new double[4][4], inputs(4, 21))).containsOnly(0);
    }

    /** A recorded hash: changes only when the arithmetic does, which breaks saved runs. */
    @Test
    void shouldReproduceRecordedBitsOnAnyJvm() {
        final NodalSolver solver = solver(0.003, 0.002, 33, 21, ParasiticSpec.TOLERANCE);
        final double[][] g = conductances(33, 21, 22);
        assertThat(Arrays.hashCode(forward(solver, g, inputs(33, 23)))).isEqualTo(1762557884);
        assertThat(Arrays.hashCode(transposed(solver, g, inputs(21, 24)))).isEqualTo(1522970559);
    }

    @Test
    void shouldRefuseBadParameters() {
        assertThatThrownBy(() -> ParasiticSpec.inputSource(-0.1, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("parasitic.row_resistance: -0.1 is not allowed, expected a number in 0.0..1.0");
        assertThatThrownBy(() -> ParasiticSpec.inputSource(0, Double.NaN))
                .hasMessageStartingWith("parasitic.column_resistance: NaN");
        assertThatThrownBy(() -> ParasiticSpec.inputSource(0, 0).withTolerance(0))
                .hasMessageStartingWith("parasitic.tolerance: 0.0");
        assertThatThrownBy(() -> solver(0, 0, 0, 3, EXACT))
                .hasMessage("parasitic.rows: 0 is not allowed, expected 1..65536");
        assertThatThrownBy(() -> solver(0, 0, 3, 65_537, EXACT)).hasMessageStartingWith("parasitic.columns: 65537");
        assertThatThrownBy(() -> new ParasiticSpec(null, 0, 0, 1e-6))
                .hasMessageStartingWith("parasitic.topology: null is not allowed");
    }

    static double[][] conductances(final int rows, final int columns, final long seed) {
        final double[][] g = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                // One device in eight is open.
                final double u = CounterRandom.uniform(seed, i, j, 0);
                g[i][j] = u < 0.125 ? 0 : u;
            }
        }
        return g;
    }

    private static double[] inputs(final int lines, final long seed) {
        final double[] x = new double[lines];
        for (int k = 0; k < lines; k++) {
            final double u = CounterRandom.uniform(seed, 99, k, 0);
            x[k] = k > 0 && u < 0.2 ? 0 : 2 * u - 1;
        }
        return x;
    }

    private static double[] unit(final int lines, final int line) {
        final double[] x = new double[lines];
        x[line] = 1;
        return x;
    }

    private static NodalSolver solver(
            final double row, final double column, final int rows, final int columns, final double tolerance) {
        return new NodalSolver(ParasiticSpec.inputSource(row, column).withTolerance(tolerance), rows, columns);
    }

    private static double[] forward(final NodalSolver solver, final double[][] g, final double[] x) {
        final double[] currents = new double[g[0].length];
        solver.solve(g, x, currents);
        return currents;
    }

    private static double[] transposed(final NodalSolver solver, final double[][] g, final double[] d) {
        final double[] currents = new double[g.length];
        solver.solveTransposed(g, d, currents);
        return currents;
    }

    private static double[] product(final double[][] g, final double[] x) {
        final double[] y = new double[g[0].length];
        for (int i = 0; i < g.length; i++) {
            for (int j = 0; j < y.length; j++) {
                y[j] += g[i][j] * x[i];
            }
        }
        return y;
    }

    private static double[] productTransposed(final double[][] g, final double[] d) {
        final double[] y = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            for (int j = 0; j < d.length; j++) {
                y[i] += g[i][j] * d[j];
            }
        }
        return y;
    }

    private static void assertClose(final double[] actual, final double[] expected, final double tolerance) {
        assertThat(actual).containsExactly(expected, within(tolerance));
    }
}
