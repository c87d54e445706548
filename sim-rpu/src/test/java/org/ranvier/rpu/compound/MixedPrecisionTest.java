package org.ranvier.rpu.compound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.rpu.cell.Fixed;

/** Mixed precision against plain bookkeeping: what was asked for is either in the devices or still in chi. */
final class MixedPrecisionTest {
    private static final double STEP = 0x1p-10;

    /** One row, so a write is a train of exactly n slots with probability 1; all values are dyadic, so sums are exact. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void shouldKeepExactBooksWhenWritesAreCertain(final int every) {
        final Tiles tiles = new Tiles(1, 1, 4, compound().with("transfer_every", every));
        final MixedPrecisionCells cells = (MixedPrecisionCells) tiles.cells(0);
        final double[] chi = new double[4];
        final double[] weight = new double[4];
        for (int update = 0; update < 60; update++) {
            final float[] x = {(update % 7 - 3) / 8f};
            final float[] d = {1, -0.5f, update % 5 / 4f, 0.125f};
            tiles.update(x, d, 0x1p-6);
            for (int column = 0; column < 4; column++) {
                chi[column] += 0x1p-6 * x[0] * d[column];
                if (update > 0 && update % every == 0) {
                    final int steps = (int) (chi[column] / STEP);
                    chi[column] -= steps * STEP;
                    weight[column] += steps * STEP;
                }
                assertThat(cells.chi(0, column)).isEqualTo(chi[column]);
                assertThat(Fixed.toDouble(cells.weights()[0][column])).isEqualTo(weight[column]);
            }
        }
    }

    /**
     * With several rows, a write of n_i &lt; max n_i steps is by chance, right in the mean: 400 tiles, every cell within 5
     * standard errors of the binomial, whose variance is below n_i for each of 20 transfers.
     */
    @Test
    void shouldWriteTheRightMeanWhenRowsDiffer() {
        final Tiles tiles = new Tiles(400, 3, 2, compound());
        final float[] x = {1, 0.5f, -0.25f};
        final float[] d = {0.5f, -1};
        for (int update = 0; update < 21; update++) {
            tiles.update(x, d, 16 * STEP);
        }
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 2; column++) {
                double sum = 0;
                for (int tile = 0; tile < 400; tile++) {
                    final MixedPrecisionCells cells = (MixedPrecisionCells) tiles.cells(tile);
                    sum += cells.state(row, column) + cells.chi(row, column);
                }
                final double steps = 21 * 16.0 * x[row] * d[column];
                assertThat(sum / 400).isCloseTo(steps * STEP, within(5 * STEP * Math.sqrt(Math.abs(steps) / 400)));
            }
        }
    }

    @Test
    void shouldTransferColumnsInTurnWhenNotAllAtOnce() {
        final Tiles tiles = new Tiles(1, 1, 3, compound().with("n_rows_per_transfer", 1));
        final MixedPrecisionCells cells = (MixedPrecisionCells) tiles.cells(0);
        for (int update = 0; update < 3; update++) {
            tiles.update(new float[] {1}, Tiles.values(3, 1), 4 * STEP);
        }
        assertThat(cells.weights()[0]).containsExactly(8 << 10, 12 << 10, 0);
        assertThat(cells.chi(0, 0)).isEqualTo(4 * STEP);
        assertThat(cells.chi(0, 2)).isEqualTo(12 * STEP);
    }

    /** 4 levels are -2..2 halves of the largest; means of 4,000 roundings within 5 standard errors of a half's spread. */
    @Test
    void shouldRoundToLevelsWithoutBiasWhenBinned() {
        final Tiles tiles =
                new Tiles(1, 2, 1, compound().with("transfer_every", 0).with("n_x_bins", 4));
        final MixedPrecisionCells cells = (MixedPrecisionCells) tiles.cells(0);
        double last = 0;
        for (int update = 0; update < 4000; update++) {
            tiles.update(new float[] {1, 0.3f}, new float[] {1}, 1);
            final double level = cells.chi(1, 0) - last;
            last = cells.chi(1, 0);
            assertThat(level).isIn(0.0, 0.5);
        }
        assertThat(cells.chi(0, 0)).isEqualTo(4000);
        assertThat(last / 4000).isCloseTo(0.3, within(5 * 0.25 / Math.sqrt(4000)));
    }

    @Test
    void shouldPulseDevicesDirectlyWhenPulsesComeWithoutValues() {
        final Tiles tiles = new Tiles(1, 2, 2, compound());
        tiles.pulse(true);
        tiles.pulse(true);
        tiles.pulse(false);
        assertThat(tiles.cells(0).weights()[1]).containsOnly(1 << 10);
    }

    private static Compound compound() {
        return MixedPrecision.defaults().withDevices(List.of(Tiles.ideal()));
    }
}
