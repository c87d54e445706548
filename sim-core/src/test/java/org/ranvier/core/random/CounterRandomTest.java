package org.ranvier.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Addresses, moments and distribution of the counter-based stream. Seeds are fixed, so a test passes always or never; the
 * stated rates are the chance that a correct generator had failed at the first choice of the seed.
 */
final class CounterRandomTest {
    private static final int DRAWS = 1 << 17;
    private static final long SEED = 20160721L;

    @Test
    void shouldUseAddressAsBlockNumberWhenDrawing() {
        assertThat(CounterRandom.bits64(0x299f31d0_a4093822L, 0x03707344, 0x13198a2e, 0x85a308d3_243f6a88L))
                .isEqualTo(0x94fdcceb_d16cfe09L);
        assertThat(CounterRandom.bits32(0x299f31d0_a4093822L, 0x03707344, 0x13198a2e, 0x85a308d3_243f6a88L))
                .isEqualTo(0x94fdcceb);
    }

    @Test
    void shouldKeepArrayAndDeviceApartWhenDeviceIndexIsNegative() {
        assertThat(CounterRandom.bits64(1, 5, -1, 0)).isNotEqualTo(CounterRandom.bits64(1, -1, -1, 0));
    }

    /** Mean within 4.9 standard errors of 1/2 and chi-square of 256 cells below its 1 - 1e-6 quantile: rate 2e-6. */
    @Test
    void shouldFillCellsEvenlyWhenDrawingUniformNumbers() {
        final int[] cells = new int[256];
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            final double u = CounterRandom.uniform(SEED, 3, i & 1023, i >> 10);
            assertThat(u >= 0 && u < 1).isTrue();
            cells[(int) (u * 256)]++;
            sum += u;
        }
        assertThat(sum / DRAWS).isCloseTo(0.5, within(4.9 * Math.sqrt(1.0 / 12 / DRAWS)));
        assertThat(chiSquare(cells)).isLessThan(377.2);
    }

    /** First four moments, each within 4.9 standard errors (rate 4e-6), and 64 equiprobable cells (rate 1e-6). */
    @Test
    void shouldHaveMomentsOfStandardNormalWhenDrawingNormals() {
        final double[] power = new double[5];
        final int[] cells = new int[64];
        final double[] edges = equiprobableEdges(64);
        for (int i = 0; i < DRAWS; i++) {
            final double z = CounterRandom.normal(SEED, 4, i, 77);
            double product = 1;
            for (int k = 1; k <= 4; k++) {
                product *= z;
                power[k] += product;
            }
            int cell = 0;
            while (cell < edges.length && z >= edges[cell]) {
                cell++;
            }
            cells[cell]++;
        }
        final double error = 4.9 / Math.sqrt(DRAWS);
        assertThat(power[1] / DRAWS).isCloseTo(0, within(error));
        assertThat(power[2] / DRAWS).isCloseTo(1, within(error * Math.sqrt(2)));
        assertThat(power[3] / DRAWS).isCloseTo(0, within(error * Math.sqrt(15)));
        assertThat(power[4] / DRAWS).isCloseTo(3, within(error * Math.sqrt(96)));
        assertThat(chiSquare(cells)).isLessThan(131.7);
    }

    /** Correlation of neighbours along each coordinate of the address within 4.9 standard errors of 0: rate 4e-6. */
    @Test
    void shouldBeUncorrelatedWhenOneCoordinateChanges() {
        final double[] sums = new double[4];
        for (int i = 0; i < DRAWS; i++) {
            final double z = CounterRandom.normal(SEED, 9, i, i);
            sums[0] += z * CounterRandom.normal(SEED + 1, 9, i, i);
            sums[1] += z * CounterRandom.normal(SEED, 10, i, i);
            sums[2] += z * CounterRandom.normal(SEED, 9, i + 1, i);
            sums[3] += z * CounterRandom.normal(SEED, 9, i, i + 1);
        }
        for (final double sum : sums) {
            assertThat(sum / DRAWS).isCloseTo(0, within(4.9 / Math.sqrt(DRAWS)));
        }
    }

    /** Values of an independent AS 241 implementation (CPython's statistics.NormalDist), tail ends included. */
    @Test
    void shouldMatchPublishedQuantilesWhenInverting() {
        assertThat(NormalQuantile.of(0.5)).isZero();
        assertThat(NormalQuantile.of(0.3)).isCloseTo(-0.5244005127080407, within(1e-15));
        assertThat(NormalQuantile.of(0.925)).isCloseTo(1.439531470938456, within(1e-14));
        assertThat(NormalQuantile.of(0.01)).isCloseTo(-2.3263478740408408, within(1e-14));
        assertThat(NormalQuantile.of(1e-12)).isCloseTo(-7.034483825301132, within(1e-14));
        assertThat(NormalQuantile.of(0x1p-53)).isCloseTo(-8.209536151601386, within(1e-14));
        assertThat(NormalQuantile.of(1 - 0x1p-53)).isCloseTo(8.209536151601386, within(1e-14));
    }

    /** A recorded hash over centre and tails: equal on every JVM. */
    @Test
    void shouldReproduceRecordedBitsWhenDrawingNormalsOnAnyJvm() {
        long hash = 0;
        for (int i = 0; i < 10_000; i++) {
            hash = 31 * hash + Double.doubleToRawLongBits(CounterRandom.normal(SEED, 1, i, i));
        }
        assertThat(hash).isEqualTo(-3866020125925777999L);
    }

    private static double[] equiprobableEdges(final int cells) {
        final double[] edges = new double[cells - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = NormalQuantile.of((i + 1.0) / cells);
        }
        return edges;
    }

    private static double chiSquare(final int[] cells) {
        final double expected = (double) DRAWS / cells.length;
        double sum = 0;
        for (final int count : cells) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
