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
import org.ranvier.rpu.Crossbar;
import org.ranvier.rpu.CrossbarSpec;
import org.ranvier.rpu.Devices;

/** A 785 x 100 crossbar, the hidden layer of a 784-100-10 network: reads and pulses with the activity of MNIST. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED"})
public class CrossbarBenchmark {
    private static final int ROWS = 785;
    private static final int COLUMNS = 100;
    private static final int PATTERNS = 64;

    /** The device type. */
    @Param({"ideal", "constant-step"})
    private String device;

    private final int[] down = new int[COLUMNS];
    private final int[] across = new int[ROWS];
    private final long[][] rows = new long[PATTERNS][(ROWS + 63) / 64];
    private final long[][] plus = new long[PATTERNS][(COLUMNS + 63) / 64];
    private final long[][] minus = new long[PATTERNS][(COLUMNS + 63) / 64];
    private final long[][] half = new long[PATTERNS][(COLUMNS + 63) / 64];
    private Crossbar crossbar;
    private int next;

    /** Builds the array; about 102 rows, one plus and one minus column are active. */
    @Setup
    public void build() {
        crossbar = new Crossbar(CrossbarSpec.of(ROWS, COLUMNS, Devices.named(device)));
        for (int k = 0; k < PATTERNS; k++) {
            for (int i = 0; i < ROWS; i++) {
                set(rows[k], i, CounterRandom.uniform(1, k, i, 0) < 0.13);
            }
            for (int j = 0; j < COLUMNS; j++) {
                set(half[k], j, CounterRandom.uniform(1, k, j, 1) < 0.5);
            }
            set(plus[k], 7 * k % COLUMNS, true);
            set(minus[k], (7 * k + 31) % COLUMNS, true);
        }
    }

    private static void set(final long[] bits, final int line, final boolean on) {
        bits[line >>> 6] |= on ? 1L << line : 0;
    }

    /** Forward read of about 102 rows. */
    @Benchmark
    public int[] forward() {
        crossbar.forward(rows[next++ & PATTERNS - 1], down);
        return down;
    }

    /** Transposed read of two columns. */
    @Benchmark
    public int[] backwardTwoColumns() {
        final int k = next++ & PATTERNS - 1;
        crossbar.backward(plus[k], minus[k], across, ROWS - 1);
        return across;
    }

    /** Transposed read of about 50 columns. */
    @Benchmark
    public int[] backwardFiftyColumns() {
        final int k = next++ & PATTERNS - 1;
        crossbar.backward(half[k], minus[k], across, ROWS - 1);
        return across;
    }

    /** An up and a down slot of about 102 coincidences each. */
    @Benchmark
    public long pulse() {
        final int k = next++ & PATTERNS - 1;
        crossbar.pulse(rows[k], plus[k], minus[k]);
        return crossbar.coincidences();
    }
}
