package org.ranvier.rpu.pcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.random.CounterRandom;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Fixed;

/** Trained weights in phase-change memory: the pair, drift and its compensation, and whose noise is whose. */
final class PcmWeightsTest {
    private static final int ROWS = 60;
    private static final int COLUMNS = 40;
    private static final ArraySite SITE = new ArraySite(ROWS, COLUMNS, 5, 2);
    private static final double DAY = 86_400;
    private static final PcmSpec FALLING =
            PcmSpec.ideal().withDrift(new Drift(Drift.LogLaw.constant(0.05), Drift.LogLaw.constant(0), 1, 20));

    private static final PcmSpec QUIET =
            PcmSpec.defaults().withRead(ReadNoise.defaults().withScale(0));

    private final int[][] weights = weights();

    @Test
    void shouldHoldWeightsForEverWhenDevicesAreIdeal() {
        final int[][] seen = read(PcmSpec.ideal(), DriftCompensation.NONE, 365 * DAY);
        // A conductance is a float: half a unit of 2^-24 of the largest weight.
        assertThat(largestDifference(seen, weights)).isLessThan(1e-6);
    }

    @Test
    void shouldFadeByThePowerLawOfTime() {
        final int[][] seen = read(FALLING, DriftCompensation.NONE, DAY);
        final double factor = StrictMath.pow((DAY + 20) / 20, -0.05);
        assertThat(factor).isBetween(0.6, 0.7);
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                assertThat(Fixed.toDouble(seen[i][j])).isCloseTo(factor * Fixed.toDouble(weights[i][j]), within(2e-6));
            }
        }
        assertThat(largestDifference(read(FALLING, DriftCompensation.NONE, 0), weights))
                .isLessThan(1e-6);
    }

    @Test
    void shouldUndoEqualDriftByOneFactor() {
        final PcmWeights memory = new PcmWeights(FALLING, DriftCompensation.GLOBAL, SITE);
        memory.program(weights);
        final int[][] seen = new int[ROWS][COLUMNS];
        memory.read(DAY, 0, seen);
        assertThat(largestDifference(seen, weights)).isLessThan(2e-6);
        assertThat(memory.factor(7)).isCloseTo(StrictMath.pow((DAY + 20) / 20, 0.05), within(1e-6));
    }

    /** Columns of small weights drift faster: exponents fall with conductance. */
    @Test
    void shouldUndoColumnsOfDifferentDriftOnlyByFactorsOfTheirOwn() {
        final PcmSpec spec = PcmSpec.ideal()
                .withDrift(new Drift(new Drift.LogLaw(-0.03, 0.03, 0.03, 0.1), Drift.LogLaw.constant(0), 1, 20));
        final int[][] plane = new int[ROWS][COLUMNS];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                plane[i][j] = j % 2 == 0 ? Fixed.ONE : -Fixed.ONE / 5;
            }
        }
        final int[][] seen = new int[ROWS][COLUMNS];
        final PcmWeights perColumn = new PcmWeights(spec, DriftCompensation.PER_COLUMN, SITE);
        perColumn.program(plane);
        perColumn.read(DAY, 0, seen);
        assertThat(largestDifference(seen, plane)).isLessThan(2e-6);
        assertThat(perColumn.factor(1)).isGreaterThan(1.3 * perColumn.factor(0));
        final PcmWeights global = new PcmWeights(spec, DriftCompensation.GLOBAL, SITE);
        global.program(plane);
        global.read(DAY, 0, seen);
        assertThat(largestDifference(seen, plane)).isGreaterThan(0.03);
    }

    @Test
    void shouldBringBackTheMeanMagnitudeAndReduceTheErrorWhenDevicesAreReal() {
        final int[][] fresh = read(QUIET, DriftCompensation.NONE, 0);
        final int[][] faded = read(PcmSpec.defaults(), DriftCompensation.NONE, 30 * DAY);
        final int[][] compensated = read(PcmSpec.defaults(), DriftCompensation.GLOBAL, 30 * DAY);
        assertThat(magnitude(compensated)).isCloseTo(magnitude(fresh), within(1e-5 * magnitude(fresh)));
        assertThat(magnitude(faded)).isLessThan(0.6 * magnitude(fresh));
        assertThat(error(compensated)).isLessThan(0.5 * error(faded));
        assertThat(error(compensated)).isGreaterThan(error(fresh));
    }

    @Test
    void shouldRepeatAReadByItsNumberAndDrawAnotherForTheNext() {
        final PcmWeights memory = new PcmWeights(PcmSpec.defaults(), DriftCompensation.GLOBAL, SITE);
        memory.program(weights);
        final int[][] first = new int[ROWS][COLUMNS];
        final int[][] second = new int[ROWS][COLUMNS];
        memory.read(DAY, 1, first);
        memory.read(DAY, 2, second);
        assertThat(Arrays.deepEquals(first, second)).isFalse();
        memory.read(DAY, 1, second);
        assertThat(second).isDeepEqualTo(first);
        memory.program(weights);
        memory.read(DAY, 1, second);
        assertThat(Arrays.deepEquals(first, second)).isFalse();
    }

    @Test
    void shouldDrawIndependentlyForBothDevicesOfACrossing() {
        final PcmWeights memory = new PcmWeights(QUIET, DriftCompensation.NONE, SITE);
        memory.program(new int[ROWS][COLUMNS]);
        final double[][] plus = new double[ROWS][COLUMNS];
        final double[][] minus = new double[ROWS][COLUMNS];
        memory.conductances(0, 0, plus, minus);
        int both = 0;
        int open = 0;
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                both += plus[i][j] > 0 && minus[i][j] > 0 ? 1 : 0;
                open += plus[i][j] == 0 ? 1 : 0;
            }
        }
        // Half the devices of target 0 stay open, a quarter of the pairs have none open: 4.9 standard errors of 2400.
        assertThat(open).isCloseTo(1200, within(120));
        assertThat(both).isCloseTo(600, within(104));
    }

    @Test
    void shouldShowNothingWhenAllWeightsAreZero() {
        final PcmWeights memory = new PcmWeights(PcmSpec.ideal(), DriftCompensation.GLOBAL, SITE);
        memory.program(new int[ROWS][COLUMNS]);
        final int[][] seen = weights();
        memory.read(DAY, 0, seen);
        assertThat(magnitude(seen)).isZero();
        assertThat(memory.weightRange()).isZero();
    }

    /** A recorded hash: changes only when noise addresses, their order or the arithmetic change, which breaks saved runs. */
    @Test
    void shouldReproduceRecordedBitsOnAnyJvm() {
        final int[][] seen = read(PcmSpec.defaults(), DriftCompensation.PER_COLUMN, DAY);
        assertThat(Arrays.deepHashCode(seen)).isEqualTo(-2085976097);
    }

    @Test
    void shouldAllocateNothingWhenProgrammedAndRead() {
        final PcmWeights memory = new PcmWeights(PcmSpec.defaults(), DriftCompensation.PER_COLUMN, SITE);
        final int[][] seen = new int[ROWS][COLUMNS];
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long thread = Thread.currentThread().getId();
        // The JIT now and then books a few bytes on the thread; an allocation of the memory would be in every window.
        long least = Long.MAX_VALUE;
        for (int window = 0; window < 8; window++) {
            final long before = threads.getThreadAllocatedBytes(thread);
            memory.program(weights);
            memory.read(DAY, window, seen);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(least).isZero();
    }

    @Test
    void shouldRefuseBadParameters() {
        final PcmWeights memory = new PcmWeights(PcmSpec.defaults(), DriftCompensation.NONE, SITE);
        memory.program(weights);
        assertThatThrownBy(() -> memory.read(-1, 0, new int[ROWS][COLUMNS]))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("pcm.seconds: -1.0 is not allowed, expected a number in 0.0..1.0E12");
        assertThatThrownBy(() -> memory.read(0, -1, new int[ROWS][COLUMNS]))
                .hasMessage("pcm.read_number: -1 is not allowed, expected 0..17592186044415");
        assertThatThrownBy(() -> new PcmWeights(PcmSpec.defaults(), null, SITE)).hasMessageStartingWith("pcm: null");
        assertThatThrownBy(() -> PcmSpec.defaults().withDrift(null)).hasMessageStartingWith("pcm: null");
        assertThatThrownBy(() -> ProgrammingNoise.defaults().withScale(-1))
                .hasMessageStartingWith("pcm.programming_noise.scale: -1.0");
        assertThatThrownBy(() -> ReadNoise.defaults().withScale(Double.NaN))
                .hasMessageStartingWith("pcm.read_noise.scale: NaN");
        assertThatThrownBy(() -> new Drift.LogLaw(0, 0, 0.2, 0.1)).hasMessageStartingWith("pcm.drift.low: 0.2");
        assertThatThrownBy(() -> Drift.defaults().withScale(101)).hasMessageStartingWith("pcm.drift.scale: 101.0");
    }

    private int[][] read(final PcmSpec spec, final DriftCompensation compensation, final double seconds) {
        final PcmWeights memory = new PcmWeights(spec, compensation, SITE);
        memory.program(weights);
        final int[][] seen = new int[ROWS][COLUMNS];
        memory.read(seconds, 0, seen);
        return seen;
    }

    private double error(final int[][] seen) {
        double squares = 0;
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                final double difference = Fixed.toDouble(seen[i][j] - weights[i][j]);
                squares += difference * difference;
            }
        }
        return Math.sqrt(squares / (ROWS * COLUMNS));
    }

    private static double magnitude(final int[][] plane) {
        double sum = 0;
        for (final int[] row : plane) {
            for (final int weight : row) {
                sum += Math.abs(Fixed.toDouble(weight));
            }
        }
        return sum;
    }

    private static double largestDifference(final int[][] a, final int[][] b) {
        int largest = 0;
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
            }
        }
        return Fixed.toDouble(largest);
    }

    private static int[][] weights() {
        final int[][] weights = new int[ROWS][COLUMNS];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                weights[i][j] = Fixed.of(0.3 * CounterRandom.normal(1, i, j, 0));
            }
        }
        return weights;
    }
}
