package org.ranvier.rpu.parasitic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.random.CounterRandom;
import org.ranvier.rpu.cell.Fixed;

/** Reads of signed weights: exact without wires, a difference of two solved arrays with them. */
final class ParasiticReadTest {
    private static final ConductancePair PAIR = new ConductancePair(1.5, 8);
    private static final int ROWS = 13;
    private static final int COLUMNS = 7;

    private final int[][] weights = weights(ROWS, COLUMNS, 1);

    @Test
    void shouldMapAWeightToAPairAndBack() {
        final double[][] positive = new double[1][3];
        final double[][] negative = new double[1][3];
        PAIR.conductances(new int[][] {{Fixed.of(1.5), 0, Fixed.of(-0.75)}}, positive, negative);
        assertThat(positive[0]).containsExactly(new double[] {1, 0.125, 0.125}, within(1e-12));
        assertThat(negative[0]).containsExactly(new double[] {0.125, 0.125, 0.125 + 0.4375}, within(1e-12));
        assertThat((positive[0][2] - negative[0][2]) * PAIR.weightPerConductance())
                .isCloseTo(-0.75, within(1e-12));
    }

    @Test
    void shouldBeTheMatrixProductWhenWiresHaveNoResistance() {
        final ParasiticRead read = new ParasiticRead(ParasiticSpec.inputSource(0, 0), PAIR, ROWS, COLUMNS);
        final float[] x = inputs(ROWS, 2);
        final float[] d = inputs(COLUMNS, 3);
        for (int j = 0; j < COLUMNS; j++) {
            double sum = 0;
            for (int i = 0; i < ROWS; i++) {
                sum += Fixed.toDouble(weights[i][j]) * x[i];
            }
            assertThat(forward(read, weights, x)[j]).isCloseTo((float) sum, within(1e-6f));
        }
        for (int i = 0; i < ROWS; i++) {
            double sum = 0;
            for (int j = 0; j < COLUMNS; j++) {
                sum += Fixed.toDouble(weights[i][j]) * d[j];
            }
            assertThat(transposed(read, weights, d)[i]).isCloseTo((float) sum, within(1e-6f));
        }
    }

    @Test
    void shouldSubtractTwoCircuitsWhenWiresHaveResistance() {
        final ParasiticSpec spec = ParasiticSpec.inputSource(0.01, 0.003).withTolerance(1e-10);
        final ParasiticRead read = new ParasiticRead(spec, PAIR, ROWS, COLUMNS);
        final double[][] positive = new double[ROWS][COLUMNS];
        final double[][] negative = new double[ROWS][COLUMNS];
        PAIR.conductances(weights, positive, negative);
        final float[] x = inputs(ROWS, 4);
        final double[] voltage = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            voltage[i] = x[i];
        }
        final double[] plus = Kirchhoff.read(spec, positive, voltage);
        final double[] minus = Kirchhoff.read(spec, negative, voltage);
        final float[] y = forward(read, weights, x);
        for (int j = 0; j < COLUMNS; j++) {
            final double expected = (plus[j] - minus[j]) * PAIR.weightPerConductance();
            assertThat(y[j]).isCloseTo((float) expected, within(1e-6f));
        }
    }

    @Test
    void shouldSeeNewWeightsOnlyAfterBeingTold() {
        final ParasiticSpec spec = ParasiticSpec.inputSource(1e-4, 1e-4);
        final ParasiticRead read = new ParasiticRead(spec, PAIR, ROWS, COLUMNS);
        final float[] x = inputs(ROWS, 5);
        final float[] before = forward(read, weights, x);
        weights[0][0] += Fixed.ONE / 4;
        assertThat(forward(read, weights, x)).containsExactly(before);
        read.changed();
        final float[] after = forward(read, weights, x);
        assertThat(after[0] - before[0]).isCloseTo(x[0] / 4, within(0.02f));
        assertThat(after).containsExactly(forward(new ParasiticRead(spec, PAIR, ROWS, COLUMNS), weights, x));
    }

    @ParameterizedTest
    @CsvSource({"13, 7", "5, 9"})
    void shouldReadTheSameThroughEffectiveWeights(final int rows, final int columns) {
        final int[][] plane = weights(rows, columns, 6);
        final ParasiticSpec spec = ParasiticSpec.inputSource(0.02, 0.01).withTolerance(1e-11);
        final ParasiticRead read = new ParasiticRead(spec, PAIR, rows, columns);
        final double[][] effective = new double[rows][columns];
        read.effectiveWeights(plane, effective);
        final float[] x = inputs(rows, 7);
        final float[] y = forward(read, plane, x);
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += effective[i][j] * x[i];
            }
            assertThat(y[j]).isCloseTo((float) sum, within(1e-6f));
        }
        assertThat(effective[0][columns - 1]).isNotCloseTo(Fixed.toDouble(plane[0][columns - 1]), within(0.01));
    }

    @Test
    void shouldAllocateNothingWhenReading() {
        final ParasiticRead read = new ParasiticRead(ParasiticSpec.inputSource(0.01, 0.01), PAIR, ROWS, COLUMNS);
        final float[] x = inputs(ROWS, 8);
        final float[] d = inputs(COLUMNS, 9);
        final float[] y = new float[COLUMNS];
        final float[] z = new float[ROWS];
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long thread = Thread.currentThread().getId();
        // The JIT now and then books a few bytes on the thread; an allocation of the read would be in every window.
        long least = Long.MAX_VALUE;
        for (int window = 0; window < 8; window++) {
            final long before = threads.getThreadAllocatedBytes(thread);
            for (int k = 0; k < 100; k++) {
                read.changed();
                read.forward(weights, x, y);
                read.transposed(weights, d, z);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(least).isZero();
    }

    @Test
    void shouldRefuseBadParameters() {
        assertThatThrownBy(() -> new ConductancePair(0, 8)).hasMessageStartingWith("parasitic.weight_range: 0.0");
        assertThatThrownBy(() -> new ConductancePair(1, 1)).hasMessageStartingWith("parasitic.on_off_ratio: 1.0");
        final ParasiticSpec separate = new ParasiticSpec(Topology.SEPARATE_SOURCE, 0.1, 0.1, 1e-6);
        assertThatThrownBy(() -> new ParasiticRead(separate, PAIR, ROWS, COLUMNS)
                        .effectiveWeights(weights, new double[ROWS][COLUMNS]))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "parasitic.topology: SEPARATE_SOURCE is not allowed, expected INPUT_SOURCE to find effective"
                                + " weights");
    }

    private static int[][] weights(final int rows, final int columns, final long seed) {
        final int[][] weights = new int[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                weights[i][j] = Fixed.of(CounterRandom.normal(seed, i, j, 0));
            }
        }
        return weights;
    }

    private static float[] inputs(final int lines, final long seed) {
        final float[] x = new float[lines];
        for (int k = 0; k < lines; k++) {
            x[k] = (float) (2 * CounterRandom.uniform(seed, 0, k, 0) - 1);
        }
        return x;
    }

    private static float[] forward(final ParasiticRead read, final int[][] weights, final float[] x) {
        final float[] y = new float[weights[0].length];
        read.forward(weights, x, y);
        return y;
    }

    private static float[] transposed(final ParasiticRead read, final int[][] weights, final float[] d) {
        final float[] y = new float[weights.length];
        read.transposed(weights, d, y);
        return y;
    }
}
