package org.ranvier.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomRowTest {
    /** Known answers of the Random123 distribution, threefry2x32 with 13 rounds. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 9d1c5ec6, 8bd50731",
        "ffffffff, ffffffff, ffffffff, ffffffff, fd36d048, 2d17272c",
        "243f6a88, 85a308d3, 13198a2e, 03707344, ba3e4725, f27d669e",
    })
    void blocksAreThoseOfRandom123(
            final String counter0,
            final String counter1,
            final String key0,
            final String key1,
            final String word0,
            final String word1) {
        final int[] first = new int[1];
        final int[] second = new int[1];
        final long key = (long) word(key1) << 32 | word(key0) & 0xFFFFFFFFL;
        Threefry.blocks(key, new int[] {word(counter0)}, word(counter1), 1, first, second);
        assertThat(first[0]).isEqualTo(word(word0));
        assertThat(second[0]).isEqualTo(word(word1));
    }

    private static int word(final String hex) {
        return Integer.parseUnsignedInt(hex, 16);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 256})
    void everyWayToDrawGivesTheSameNumber(final int width) {
        final RandomRow row = new RandomRow(width).at(RandomRow.key(5, 1, 2, 3));
        final float[] all = new float[width];
        final float[] some = new float[width];
        final int[] index = new int[width];
        for (int j = 0; j < width; j++) {
            index[j] = width - 1 - j;
        }
        row.normals(9, all);
        row.normals(9, index, width, some);
        for (int j = 0; j < width; j++) {
            assertThat(row.normal(9, j)).isEqualTo(all[j]).isEqualTo(some[width - 1 - j]);
        }
    }

    @Test
    void tableFollowsTheExactQuantile() {
        double worst = 0;
        for (long bits = 0; bits < 1L << 32; bits += 40_009) {
            final double exact = NormalQuantile.of((bits + 0.5) * 0x1p-32);
            worst = Math.max(worst, Math.abs(NormalTable.of((int) bits) - exact));
        }
        assertThat(worst).isLessThan(1.7e-4);
    }

    @Test
    void tableFollowsTheExactQuantileInTheFarTails() {
        for (int bits = 0; bits < 1 << 17; bits++) {
            final double exact = NormalQuantile.of((bits + 0.5) * 0x1p-32);
            assertThat((double) NormalTable.of(bits)).isCloseTo(exact, within(1.7e-4));
            assertThat(NormalTable.of(~bits)).isEqualTo(-NormalTable.of(bits));
        }
    }

    /** Four standard errors each: false alarm 2.5e-4 over all four moments. */
    @Test
    void momentsAreThoseOfANormal() {
        final int width = 1000;
        final int rows = 1000;
        final RandomRow row = new RandomRow(width);
        final float[] z = new float[width];
        final double[] sums = new double[5];
        for (int i = 0; i < rows; i++) {
            row.at(RandomRow.key(11, 0, i, 0)).normals(0, z);
            for (final float value : z) {
                for (int power = 1; power <= 4; power++) {
                    sums[power] += Math.pow(value, power);
                }
            }
        }
        final double n = (double) width * rows;
        assertThat(sums[1] / n).isBetween(-4 / Math.sqrt(n), 4 / Math.sqrt(n));
        assertThat(sums[2] / n - 1).isBetween(-4 * Math.sqrt(2 / n), 4 * Math.sqrt(2 / n));
        assertThat(sums[3] / n).isBetween(-4 * Math.sqrt(15 / n), 4 * Math.sqrt(15 / n));
        assertThat(sums[4] / n - 3).isBetween(-4 * Math.sqrt(96 / n), 4 * Math.sqrt(96 / n));
    }
}
