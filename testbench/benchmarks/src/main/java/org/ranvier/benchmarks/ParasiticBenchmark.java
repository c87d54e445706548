package org.ranvier.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ranvier.core.random.CounterRandom;
import org.ranvier.rpu.parasitic.NodalSolver;
import org.ranvier.rpu.parasitic.ParasiticSpec;

/** The exact circuit of a square array with wire resistance: one read of a training loop, input and one row of devices changed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class ParasiticBenchmark {
    private static final int PATTERNS = 64;

    /** Row and column lines. */
    @Param({"16", "32", "64", "128"})
    private int lines;

    /** Segment resistance over the lowest device resistance. */
    @Param({"1e-5", "1e-4", "1e-3"})
    private double resistance;

    /** Largest current error of a device. */
    @Param({"1e-6", "1e-9"})
    private double tolerance;

    private double[][] conductance;
    private double[][] input;
    private double[] output;
    private NodalSolver solver;
    private int next;

    /** Fills the array with conductances from 0.1 to 1. */
    @Setup
    public void build() {
        solver = new NodalSolver(
                ParasiticSpec.inputSource(resistance, resistance).withTolerance(tolerance), lines, lines);
        conductance = new double[lines][lines];
        input = new double[PATTERNS][lines];
        output = new double[lines];
        for (int i = 0; i < lines; i++) {
            for (int j = 0; j < lines; j++) {
                conductance[i][j] = 0.1 + 0.9 * CounterRandom.uniform(1, i, j, 0);
            }
            for (int k = 0; k < PATTERNS; k++) {
                input[k][i] = CounterRandom.uniform(2, k, i, 0);
            }
        }
    }

    /** Forward read. */
    @Benchmark
    public double[] forward() {
        change();
        solver.solve(conductance, input[next & PATTERNS - 1], output);
        return output;
    }

    /** Transposed read. */
    @Benchmark
    public double[] transposed() {
        change();
        solver.solveTransposed(conductance, input[next & PATTERNS - 1], output);
        return output;
    }

    private void change() {
        final double[] row = conductance[next++ % lines];
        for (int j = 0; j < lines; j++) {
            row[j] = 1.1 - row[j];
        }
    }
}
