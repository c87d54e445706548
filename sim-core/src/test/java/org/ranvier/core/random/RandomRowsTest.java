package org.ranvier.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomRowsTest {
    private static final int LARGEST = 2047 + 2047 + 1023;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 256, 1500})
    void aNumberDependsOnItsAddressAlone(final int width) {
        final RandomRows together = new RandomRows(width);
        final RandomRows alone = new RandomRows(width);
        final int count = Math.min(3, together.most());
        final int[] index = {9, 2, 70};
        final float[] one = new float[width];
        final float[] other = new float[width];
        together.draw(5, 1, index, 0, count);
        for (int k = count - 1; k >= 0; k--) {
            alone.draw(5, 1, index, k, 1);
            together.copy(k, one);
            alone.copy(0, other);
            assertThat(one).isEqualTo(other);
        }
        alone.draw(5, 2, index, 0, 1);
        alone.copy(0, other);
        assertThat(other).isNotEqualTo(one);
        alone.draw(6, 1, index, 0, 1);
        alone.copy(0, other);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void devicesShareNoNumbersButByChance() {
        final RandomRows rows = new RandomRows(5);
        final int[] index = {0, 1, 2, 3};
        rows.draw(3, 0, index, 0, 4);
        final float[] all = new float[20];
        final float[] row = new float[5];
        for (int k = 0; k < 4; k++) {
            rows.copy(k, row);
            System.arraycopy(row, 0, all, 5 * k, 5);
        }
        assertThat(all).doesNotHaveDuplicates();
    }

    /** Every sum against its probability, counted in words: exact moments, not a sample's. */
    @Test
    void momentsAreThoseOfANormal() {
        final double[] moments = new double[7];
        double total = 0;
        for (int sum = 0; sum <= LARGEST; sum++) {
            final double z = of(sum);
            final double probability = ways(sum) * 0x1p-32;
            total += probability;
            for (int power = 1; power < moments.length; power++) {
                moments[power] += probability * Math.pow(z, power);
            }
        }
        assertThat(total).isEqualTo(1);
        assertThat(moments[1]).isCloseTo(0, within(1e-9));
        assertThat(moments[2]).isCloseTo(1, within(1e-6));
        assertThat(moments[3]).isCloseTo(0, within(1e-9));
        assertThat(moments[4]).isCloseTo(3, within(1e-5));
        assertThat(moments[6]).isCloseTo(15, within(1e-3));
    }

    /** Every number lies within its cell of the normal distribution, so the distance of the distributions is half a cell. */
    @Test
    void numbersLieInTheirCells() {
        double below = 0;
        double widest = 0;
        for (int sum = 0; sum <= LARGEST / 2; sum++) {
            final double above = below + ways(sum) * 0x1p-32;
            final double left = below == 0 ? -7 : NormalQuantile.of(below);
            final double right = NormalQuantile.of(above);
            assertThat((double) of(sum)).isBetween(left - 1e-6, right + 1e-6);
            assertThat(of(LARGEST - sum)).isEqualTo(-of(sum));
            widest = Math.max(widest, above - below);
            if (left > -4) {
                assertThat(right - left).isLessThan(0.009);
            } else if (left > -5) {
                assertThat(right - left).isLessThan(0.05);
            }
            below = above;
        }
        assertThat(widest).isLessThan(5e-4);
    }

    /** Four standard errors each: false alarm 1.3e-4 over both. */
    @Test
    void drawsAreNormal() {
        final RandomRows rows = new RandomRows(1000);
        final float[] z = new float[1000];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 1000; i++) {
            rows.draw(11, 0, new int[] {i}, 0, 1);
            rows.copy(0, z);
            for (final float value : z) {
                sum += value;
                squares += (double) value * value;
            }
        }
        assertThat(sum / 1e6).isBetween(-4e-3, 4e-3);
        assertThat(squares / 1e6 - 1).isBetween(-4e-3 * Math.sqrt(2), 4e-3 * Math.sqrt(2));
    }

    /** The number of a sum, by a word of it. */
    private static float of(final int sum) {
        final int first = Math.min(sum, 2047);
        final int second = Math.min(sum - first, 2047);
        final float[] out = new float[1];
        NormalSums.fill(new int[] {first << 21 | second << 10 | sum - first - second}, 1, out);
        return out[0];
    }

    /** Pairs of 11-bit numbers that leave a 10-bit number to the sum, one by one. */
    private static long ways(final int sum) {
        long ways = 0;
        for (int last = 0; last <= 1023; last++) {
            final int pair = sum - last;
            ways += pair < 0 || pair > 4094 ? 0 : Math.min(pair, 4094 - pair) + 1;
        }
        return ways;
    }
}
