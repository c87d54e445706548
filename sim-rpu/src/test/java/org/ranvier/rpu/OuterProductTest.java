package org.ranvier.rpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Variants;

/**
 * Coincidences of Bernoulli trains (Gokmen and Vlasov 2016): mean, variance and covariances of the change of a 2 x 2 array
 * after BL slots. Row line i has P = x_i, column line j has P = d_j; column 1 is pulsed down.
 *
 * <p>10 statistics, each within 4.9 standard errors of its own sample (1e-6): a correct array fails in 1e-5 of seeds.
 */
final class OuterProductTest {
    private static final int TRIALS = 20_000;
    private static final int SLOTS = 10;
    private static final double STEP = 0.001;
    private static final double NOISE = 0.3;
    private static final double[] X = {0.8, 0.3};
    private static final double[] D = {0.5, 0.6};
    private static final double[] SIGN = {1, -1};

    @Test
    void shouldHaveMomentsOfCoincidencesWhenTrainsAreRandom() {
        final double[][] change = changes();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                final double p = X[i] * D[j];
                final double mean = SIGN[j] * STEP * SLOTS * p;
                assertMean(change, 2 * i + j, mean);
                assertProduct(change, 2 * i + j, 2 * i + j, STEP * STEP * SLOTS * (p * (1 - p) + NOISE * NOISE * p));
            }
        }
        // Two devices of one column share its line; two of one row theirs; the others share nothing.
        assertProduct(change, 0, 2, STEP * STEP * SLOTS * D[0] * (1 - D[0]) * X[0] * X[1]);
        assertProduct(change, 0, 1, -STEP * STEP * SLOTS * X[0] * (1 - X[0]) * D[0] * D[1]);
    }

    /** Weights after the slots of each trial, all trials from 0, one row per trial, devices row-major. */
    private static double[][] changes() {
        final DeviceSpec spec = Variants.withoutDeviceSpread(ConstantStep.defaults())
                .with("dw_min", STEP)
                .with("dw_min_std", NOISE)
                .with("w_max", 100)
                .with("w_min", -100);
        final Crossbar crossbar = new Crossbar(CrossbarSpec.of(2, 2, spec).withAddress(7, 7));
        final double[][] change = new double[TRIALS][4];
        final long[] rows = new long[1];
        final long[] plus = new long[1];
        final long[] minus = new long[1];
        final long[] line = new long[1];
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int device = 0; device < 4; device++) {
                crossbar.weight(device / 2, device % 2, 0);
            }
            for (int slot = 0; slot < SLOTS; slot++) {
                final int stream = 4 * (trial * SLOTS + slot);
                rows[0] = bit(line, X[0], stream) | bit(line, X[1], stream + 1) << 1;
                plus[0] = bit(line, D[0], stream + 2);
                minus[0] = bit(line, D[1], stream + 3) << 1;
                crossbar.pulse(rows, plus, minus);
            }
            for (int device = 0; device < 4; device++) {
                change[trial][device] = Fixed.toDouble(crossbar.weight(device / 2, device % 2));
            }
        }
        return change;
    }

    private static long bit(final long[] line, final double probability, final int stream) {
        Bits.fill(line, 1, probability, 31, stream);
        return line[0];
    }

    private static void assertMean(final double[][] change, final int device, final double expected) {
        double sum = 0;
        double squares = 0;
        for (final double[] trial : change) {
            final double deviation = trial[device] - expected;
            sum += deviation;
            squares += deviation * deviation;
        }
        assertThat(sum / TRIALS).isCloseTo(0, within(4.9 * Math.sqrt(squares) / TRIALS));
    }

    /** Checks a covariance (a variance when both devices are the same) against its expectation. */
    private static void assertProduct(final double[][] change, final int a, final int b, final double expected) {
        final double meanA = SIGN[a % 2] * STEP * SLOTS * X[a / 2] * D[a % 2];
        final double meanB = SIGN[b % 2] * STEP * SLOTS * X[b / 2] * D[b % 2];
        double sum = 0;
        double squares = 0;
        for (final double[] trial : change) {
            final double deviation = (trial[a] - meanA) * (trial[b] - meanB) - expected;
            sum += deviation;
            squares += deviation * deviation;
        }
        assertThat(sum / TRIALS).isCloseTo(0, within(4.9 * Math.sqrt(squares) / TRIALS));
    }
}
