package org.ranvier.rpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ranvier.core.random.CounterRandom;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.device.IdealDevice;

/** The ideal crossbar against a naive double loop over a plain matrix, bit for bit. */
final class IdealCrossbarTest {
    private static final int[][] SHAPES = {{1, 1}, {7, 3}, {64, 64}, {65, 20}, {21, 130}, {300, 9}};

    @Test
    void shouldEqualNaiveLoopsWhenRandomOperationsAreMixed() {
        for (int trial = 0; trial < 60; trial++) {
            final int[] shape = SHAPES[trial % SHAPES.length];
            // A bound of three steps: clipping happens all the time.
            compare(
                    shape[0],
                    shape[1],
                    trial,
                    new IdealDevice(1.0 / 64, trial % 3 * 0.25, trial % 2 == 0 ? 1 : 3.0 / 64));
        }
    }

    private static void compare(final int rows, final int columns, final int trial, final IdealDevice device) {
        final Crossbar crossbar = new Crossbar(CrossbarSpec.of(rows, columns, device));
        final Naive naive = new Naive(rows, columns, device);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                final int weight = (CounterRandom.bits32(trial, 1, i, j) >> 11) / 32;
                crossbar.weight(i, j, weight);
                naive.set(i, j, weight);
            }
        }
        final int[] down = new int[columns + 2];
        final int[] across = new int[rows];
        for (int step = 0; step < 30; step++) {
            final double density = step % 5 * 0.25;
            final long[] rowBits = Bits.random(rows, density, trial, 3 * step);
            final long[] plus = Bits.random(columns, 0.3, trial, 3 * step + 1);
            final long[] minus = Bits.random(columns, step % 3 * 0.3, trial, 3 * step + 2);
            crossbar.forward(rowBits, down);
            assertThat(down).startsWith(naive.forward(rowBits)).endsWith(0, 0);
            final int sensed = step % 2 == 0 ? rows : rows - 1;
            crossbar.backward(plus, minus, across, sensed);
            assertThat(Arrays.copyOf(across, sensed)).isEqualTo(naive.backward(plus, minus, sensed));
            crossbar.pulse(rowBits, plus, minus);
            naive.pulse(rowBits, plus, minus);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    assertThat(crossbar.weight(i, j)).isEqualTo(naive.weights[i][j]);
                }
            }
        }
        assertThat(crossbar.coincidences()).isEqualTo(naive.pulses);
    }

    @Test
    void shouldStopAtBoundsWhenPulsedBeyond() {
        final Crossbar crossbar = new Crossbar(CrossbarSpec.of(2, 2, new IdealDevice(0.3, 0, 1)));
        for (int k = 0; k < 5; k++) {
            crossbar.pulse(Bits.of(2, 0), Bits.of(2, 0), Bits.of(2, 1));
        }
        assertThat(crossbar.weight(0, 0)).isEqualTo(Fixed.ONE);
        assertThat(crossbar.weight(0, 1)).isEqualTo(-Fixed.ONE);
        assertThat(crossbar.weight(1, 0)).isZero();
        crossbar.pulse(Bits.of(2, 0), Bits.none(2), Bits.of(2, 0));
        assertThat(crossbar.weight(0, 0)).isEqualTo(Fixed.ONE - 314573);
    }

    @Test
    void shouldRoundStepToNearestWhenItIsNotAMultipleOfTheUnit() {
        final Crossbar crossbar = new Crossbar(CrossbarSpec.of(1, 1, new IdealDevice(0.0015625, 0, 1)));
        crossbar.pulse(Bits.all(1), Bits.all(1), Bits.none(1));
        assertThat(crossbar.weight(0, 0)).isEqualTo(1638);
    }

    @Test
    void shouldSplitStepAboutItsMeanWhenAsymmetric() {
        final Crossbar crossbar = new Crossbar(CrossbarSpec.of(1, 2, new IdealDevice(1.0 / 1024, 0.5, 1)));
        crossbar.pulse(Bits.all(1), Bits.of(2, 0), Bits.of(2, 1));
        assertThat(crossbar.weight(0, 0)).isEqualTo(1280);
        assertThat(crossbar.weight(0, 1)).isEqualTo(-768);
    }

    @Test
    void shouldAddOneRowWhenAccumulating() {
        final Crossbar crossbar = new Crossbar(CrossbarSpec.of(2, 3, IdealDevice.defaults()));
        crossbar.weight(1, 2, 77);
        final int[] accumulator = {1, 2, 3};
        crossbar.accumulate(1, accumulator);
        assertThat(accumulator).containsExactly(1, 2, 80);
    }

    /** The definition, written without any of the crossbar's parts. */
    private static final class Naive {
        private final int[][] weights;
        private final int up;
        private final int down;
        private final int bound;
        private long pulses;

        Naive(final int rows, final int columns, final IdealDevice device) {
            weights = new int[rows][columns];
            up = (int) Math.round(device.step() * (1 + device.asymmetry() / 2) * (1 << 20));
            down = (int) Math.round(device.step() * (1 - device.asymmetry() / 2) * (1 << 20));
            bound = (int) Math.round(device.bound() * (1 << 20));
        }

        void set(final int i, final int j, final int weight) {
            weights[i][j] = clip(weight);
        }

        private int clip(final int weight) {
            return weight > bound ? bound : weight < -bound ? -bound : weight;
        }

        int[] forward(final long[] rows) {
            final int[] out = new int[weights[0].length];
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < out.length; j++) {
                    out[j] += Bits.has(rows, i) ? weights[i][j] : 0;
                }
            }
            return out;
        }

        int[] backward(final long[] plus, final long[] minus, final int sensed) {
            final int[] out = new int[sensed];
            for (int i = 0; i < sensed; i++) {
                for (int j = 0; j < weights[0].length; j++) {
                    out[i] += (Bits.has(plus, j) ? weights[i][j] : 0) - (Bits.has(minus, j) ? weights[i][j] : 0);
                }
            }
            return out;
        }

        void pulse(final long[] rows, final long[] plus, final long[] minus) {
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < weights[0].length; j++) {
                    if (Bits.has(rows, i) && Bits.has(plus, j)) {
                        weights[i][j] = clip(weights[i][j] + up);
                        pulses++;
                    }
                    if (Bits.has(rows, i) && Bits.has(minus, j)) {
                        weights[i][j] = clip(weights[i][j] - down);
                        pulses++;
                    }
                }
            }
        }
    }
}
