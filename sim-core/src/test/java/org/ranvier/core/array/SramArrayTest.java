package org.ranvier.core.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.memory.RegionType;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/** The SRAM array against sums over a plain matrix. */
class SramArrayTest {
    private static final int ROWS = 75;
    private static final int COLUMNS = 130;
    private static final int STEP = 100;

    private final SplittableRandom random = new SplittableRandom(5);
    private final Ledger ledger = new Ledger();
    private final long[][] naive = new long[ROWS][COLUMNS];
    private SramArray array;

    @BeforeEach
    void build() {
        build(RegionType.S16, 1 << 15);
    }

    private void build(final RegionType type, final long bound) {
        array = new SramArray(ROWS, COLUMNS, type, STEP, 256);
        array.attach(ledger, "array");
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                array.weight(row, column, (int) random.nextLong(-bound, bound));
                naive[row][column] = array.weight(row, column);
            }
        }
    }

    @Test
    void shouldSumDrivenRowsWhenReadForward() {
        final boolean[] rows = lines(ROWS);
        final int[] out = new int[COLUMNS + 3];

        array.forward(bits(rows), out);

        for (int column = 0; column < COLUMNS; column++) {
            long sum = 0;
            for (int row = 0; row < ROWS; row++) {
                sum += rows[row] ? naive[row][column] : 0;
            }
            assertThat((long) out[column]).isEqualTo(sum);
        }
    }

    @Test
    void shouldSubtractMinusColumnsWhenReadBackward() {
        final boolean[] plus = lines(COLUMNS);
        final boolean[] minus = lines(COLUMNS);
        final int[] out = new int[ROWS - 1];

        array.backward(bits(plus), bits(minus), out, ROWS - 1);

        for (int row = 0; row < ROWS - 1; row++) {
            long sum = 0;
            for (int column = 0; column < COLUMNS; column++) {
                sum += (plus[column] ? naive[row][column] : 0) - (minus[column] ? naive[row][column] : 0);
            }
            assertThat((long) out[row]).isEqualTo(sum);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RegionType.class,
            names = {"S8", "U8", "S16", "S32"})
    void shouldSaturateAfterEachStepWhenPulsed(final RegionType type) {
        build(type, 1L << type.bits());
        final boolean[] rows = lines(ROWS);
        final boolean[] plus = lines(COLUMNS);
        final boolean[] minus = lines(COLUMNS);
        long coincidences = 0;

        array.pulse(bits(rows), bits(plus), bits(minus));

        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                long weight = naive[row][column];
                if (rows[row] && plus[column]) {
                    weight = Math.min(type.max(), weight + STEP);
                    coincidences++;
                }
                if (rows[row] && minus[column]) {
                    weight = Math.max(type.min(), weight - STEP);
                    coincidences++;
                }
                assertThat((long) array.weight(row, column)).isEqualTo(weight);
            }
        }
        assertThat(coincidences).isPositive();
        assertThat(array.coincidences()).isEqualTo(coincidences);
    }

    @Test
    void shouldSaturateSumsTo32BitWhenWeightsAreLarge() {
        build(RegionType.S32, 1);
        for (int row = 0; row < ROWS; row++) {
            array.weight(row, 0, Integer.MAX_VALUE);
            array.weight(row, 1, Integer.MIN_VALUE);
        }
        final int[] out = new int[COLUMNS];
        final boolean[] both = new boolean[COLUMNS];
        both[0] = true;
        final int[] back = new int[1];

        array.forward(new long[] {3, 0}, out);
        array.accumulate(4, out);
        array.backward(new long[] {1, 0, 0}, new long[] {2, 0, 0}, back, 1);

        assertThat(out[0]).isEqualTo(Integer.MAX_VALUE);
        assertThat(out[1]).isEqualTo(Integer.MIN_VALUE);
        assertThat(back[0]).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void shouldTakeAccessesOfTouchedRows() {
        // 130 x 16 bit = 2080 bits: 9 accesses of 256 bits, 33 words.
        final long[] fiveRows = bits(first(ROWS, 5));
        final long[] none = bits(first(COLUMNS, 0));
        final int[] out = new int[COLUMNS];
        assertThat(array.forward(bits(first(ROWS, 0)), out)).isEqualTo(1);
        assertThat(array.forward(fiveRows, out)).isEqualTo(45);
        assertThat(array.accumulate(0, out)).isEqualTo(9);
        assertThat(array.pulse(fiveRows, bits(first(COLUMNS, 1)), none)).isEqualTo(90);
        assertThat(array.pulse(fiveRows, none, none)).isEqualTo(1);
        assertThat(array.backward(bits(first(COLUMNS, 2)), none, out, 70)).isEqualTo(140);
        assertThat(array.backward(bits(first(COLUMNS, 60)), none, out, 70)).isEqualTo(630);
        assertThat(array.backward(none, none, out, 70)).isEqualTo(1);
    }

    @Test
    void shouldBookWordsUnderThePhaseGiven() {
        final long[] five = bits(first(ROWS, 5));
        final long[] two = bits(first(COLUMNS, 2));
        final long[] none = new long[3];

        array.phase(EnergyPhase.FORWARD);
        array.forward(five, new int[COLUMNS]);
        array.accumulate(0, new int[COLUMNS]);
        array.phase(EnergyPhase.BACKWARD);
        array.backward(two, none, new int[70], 70);
        array.phase(EnergyPhase.UPDATE);
        array.pulse(five, none, two);
        array.pulse(five, none, none);

        assertThat(counts(EnergyPhase.FORWARD)).containsExactly(6 * 33, 0, 6 * 130, 0);
        assertThat(counts(EnergyPhase.BACKWARD)).containsExactly(70 * 2, 0, 70 * 2, 0);
        assertThat(counts(EnergyPhase.UPDATE)).containsExactly(5 * 33, 5 * 33, 5 * 2, 0);
    }

    @Test
    void shouldKeepWeightsWhenRestored() {
        final StateWriter out = new StateWriter();
        array.pulse(bits(first(ROWS, 5)), bits(first(COLUMNS, 2)), new long[3]);
        array.save(out);
        final SramArray other = new SramArray(ROWS, COLUMNS, RegionType.S16, STEP, 256);

        other.restore(new StateReader(out.toByteArray()));

        assertThat(other.cells()).isDeepEqualTo(array.cells());
        assertThat(other.coincidences()).isEqualTo(10);
    }

    @Test
    void shouldSumProductsAndShiftOnceWhenDrivenByValues() {
        build(RegionType.S32, 1L << 30);
        final int[] x = values(ROWS, 1 << 20);
        final int[] out = new int[COLUMNS];

        final int cycles = array.forward(x, 20, out);

        for (int column = 0; column < COLUMNS; column++) {
            long sum = 0;
            for (int row = 0; row < ROWS; row++) {
                sum += naive[row][column] * x[row];
            }
            assertThat((long) out[column]).isEqualTo(saturate(Math.floorDiv(sum, 1L << 20)));
        }
        // 130 x 32 bit = 4160 bits: 17 accesses of 256 bits a row.
        assertThat(cycles).isEqualTo(17 * nonZero(x));
    }

    @Test
    void shouldAddRoundedOuterProductWhenUpdated() {
        build(RegionType.S32, 1L << 20);
        final int[] x = values(ROWS, 1 << 20);
        final int[] d = values(COLUMNS, 1 << 20);
        final int rate = 20_000;

        final int cycles = array.update(x, d, rate);

        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                // Q60 into Q20; the products stay below 2^55, exact in 64 bit.
                final long change = Math.floorDiv((long) rate * x[row] * d[column] + (1L << 39), 1L << 40);
                assertThat((long) array.weight(row, column)).isEqualTo(naive[row][column] + change);
            }
        }
        assertThat(array.coincidences()).isEqualTo((long) nonZero(x) * nonZero(d));
        assertThat(cycles).isEqualTo(2 * 17 * nonZero(x));
    }

    @Test
    void shouldSumColumnsWhenDrivenBackwardByValues() {
        final int[] d = values(COLUMNS, 1 << 10);
        final int[] out = new int[ROWS - 1];

        array.backward(d, 10, out, ROWS - 1);

        for (int row = 0; row < ROWS - 1; row++) {
            long sum = 0;
            for (int column = 0; column < COLUMNS; column++) {
                sum += naive[row][column] * d[column];
            }
            assertThat((long) out[row]).isEqualTo(Math.floorDiv(sum, 1L << 10));
        }
    }

    @Test
    void shouldSaturateSumsOf64BitWhenProductsAreLarge() {
        assertThat(ValueSums.add(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(ValueSums.add(Long.MIN_VALUE, -1)).isEqualTo(Long.MIN_VALUE);
        assertThat(ValueSums.add(Long.MAX_VALUE, Long.MIN_VALUE)).isEqualTo(-1);
        assertThat(ValueSums.change(1L << 62, Integer.MIN_VALUE)).isEqualTo(-(1L << 53));
        assertThat(ValueSums.change(1L << 39, 1)).isEqualTo(1);
        assertThat(ValueSums.change((1L << 39) - 1, 1)).isZero();
        assertThat(ValueSums.change(1L << 39, -1)).isZero();
    }

    private int[] values(final int count, final int bound) {
        final int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(-bound, bound);
        }
        return values;
    }

    private static int nonZero(final int[] values) {
        return (int) java.util.Arrays.stream(values).filter(v -> v != 0).count();
    }

    private static long saturate(final long value) {
        return Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    private long[] counts(final EnergyPhase phase) {
        return ledger.rows().stream()
                .filter(row -> row.phase() == phase)
                .map(LedgerRow::counts)
                .findFirst()
                .orElseThrow();
    }

    private boolean[] lines(final int count) {
        final boolean[] lines = new boolean[count];
        for (int i = 0; i < count; i++) {
            lines[i] = random.nextInt(3) == 0;
        }
        return lines;
    }

    private static boolean[] first(final int count, final int set) {
        final boolean[] lines = new boolean[count];
        java.util.Arrays.fill(lines, 0, set, true);
        return lines;
    }

    private static long[] bits(final boolean[] lines) {
        final long[] words = new long[(lines.length + 63) / 64];
        for (int i = 0; i < lines.length; i++) {
            words[i / 64] |= lines[i] ? 1L << i % 64 : 0;
        }
        return words;
    }
}
