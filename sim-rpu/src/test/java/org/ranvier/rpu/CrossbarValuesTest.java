package org.ranvier.rpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ranvier.core.array.SramArray;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.memory.RegionType;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.rpu.update.PulseType;
import org.ranvier.rpu.update.UpdateSpec;

/** A crossbar driven by values: its numbers, its events, its time and its wear. */
final class CrossbarValuesTest {
    private static final int ROWS = 40;
    private static final int COLUMNS = 23;
    private static final DeviceSpec IDEAL = new IdealDevice(0.001, 0, 1);

    private final SplittableRandom random = new SplittableRandom(17);
    private final Ledger ledger = new Ledger();

    @Test
    void shouldEqualAnSramArrayWhenConvertersArePerfect() {
        final Crossbar crossbar = build("perfect", UpdateSpec.defaults());
        final SramArray sram = new SramArray(ROWS, COLUMNS, RegionType.S32, 1, 256);
        sram.attach(new Ledger(), "sram");
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                sram.weight(i, j, crossbar.weight(i, j));
            }
        }
        final int[] x = values(ROWS, 1 << 20);
        final int[] d = values(COLUMNS, 1 << 8);
        final int[] found = new int[ROWS];
        final int[] expected = new int[ROWS];
        assertThat(crossbar.forward(x, 20, found)).isEqualTo(81);
        sram.forward(x, 20, expected);
        assertThat(found).isEqualTo(expected);
        assertThat(crossbar.backward(d, 8, found, ROWS - 1)).isEqualTo(81);
        sram.backward(d, 8, expected, ROWS - 1);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void shouldBeWithinConverterStepsWhenReadThroughConverters() {
        final Crossbar crossbar = build("standard", UpdateSpec.defaults());
        final Crossbar exact = build("perfect", UpdateSpec.defaults(), new Ledger());
        final int[] x = values(ROWS, 1 << 20);
        final int[] found = new int[COLUMNS];
        final int[] expected = new int[COLUMNS];
        crossbar.forward(x, 20, found);
        exact.forward(x, 20, expected);
        // Output noise .04, steps of 2/254 in and 20/254 out: 6 standard deviations of .07 and the drivers' error.
        for (int j = 0; j < COLUMNS; j++) {
            assertThat(Fixed.toDouble(found[j])).isCloseTo(Fixed.toDouble(expected[j]), within(0.45));
        }
        assertThat(found).isNotEqualTo(expected);
    }

    @Test
    void shouldCountConversionsWhenValuesAreRead() {
        final Crossbar crossbar = build("perfect", UpdateSpec.defaults());
        final int[] x = new int[ROWS];
        x[3] = 5;
        x[7] = -5;
        crossbar.phase(EnergyPhase.FORWARD);
        crossbar.forward(x, 20, new int[COLUMNS]);
        assertThat(count("read", EnergyPhase.FORWARD)).isEqualTo(1);
        assertThat(count("dac", EnergyPhase.FORWARD)).isEqualTo(2);
        assertThat(count("row_drive", EnergyPhase.FORWARD)).isEqualTo(2);
        assertThat(count("conversion", EnergyPhase.FORWARD)).isEqualTo(COLUMNS);
        assertThat(count("column_sense", EnergyPhase.FORWARD)).isZero();
        assertThat(count("cell_read", EnergyPhase.FORWARD)).isEqualTo(2 * COLUMNS);
    }

    @ParameterizedTest
    @CsvSource({"perfect", "preset"})
    void shouldNotReadWhenNothingIsDriven(final String io) {
        final Crossbar crossbar = build(io, UpdateSpec.defaults());
        final int[] out = values(ROWS, 9);
        assertThat(crossbar.forward(new int[ROWS], 20, out)).isZero();
        assertThat(out).startsWith(new int[COLUMNS]);
        assertThat(crossbar.backward(new int[COLUMNS], 20, out, ROWS)).isZero();
        assertThat(out).containsOnly(0);
        assertThat(count("read", EnergyPhase.CONTROL)).isZero();
    }

    @Test
    void shouldPayForEveryRetryWhenTheRangeIsTooSmall() {
        final Crossbar crossbar = build("default", UpdateSpec.defaults());
        final int[] x = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = Fixed.ONE;
            crossbar.weight(i, 0, Fixed.ONE);
        }
        final int[] out = new int[COLUMNS];
        // The sum of 40 needs the bound of 12 doubled twice: three passes.
        assertThat(crossbar.forward(x, 20, out)).isEqualTo(3 * 81);
        assertThat(Fixed.toDouble(out[0])).isCloseTo(40, within(2.0));
        assertThat(count("read", EnergyPhase.CONTROL)).isEqualTo(3);
        assertThat(count("retry", EnergyPhase.CONTROL)).isEqualTo(2);
        assertThat(count("conversion", EnergyPhase.CONTROL)).isEqualTo(3 * COLUMNS);
        assertThat(count("dac", EnergyPhase.CONTROL)).isEqualTo(3 * ROWS);
    }

    @ParameterizedTest
    @CsvSource({"OnePass, 1, 1", "PosNegSeparate, 2, 1", "PosNegSeparateDigitalSum, 2, 2"})
    void shouldDriveEveryLineOnceAnAttemptWhenSignsAreReadApart(
            final String type, final int integrations, final int conversions) {
        final Crossbar crossbar = build(ReadSpec.named("default").with(Map.of("mv_type", type)), ledger);
        final int[] x = new int[ROWS];
        for (int i = 0; i < ROWS - 3; i++) {
            x[i] = i < 5 ? -Fixed.ONE : Fixed.ONE;
            crossbar.weight(i, 0, x[i]);
        }
        crossbar.phase(EnergyPhase.FORWARD);
        final int cycles = crossbar.forward(x, 20, new int[COLUMNS]);
        // 5 + 32 as one sum, or 32 in the pass of positive values: either needs the bound of 12 doubled twice.
        assertThat(cycles).isEqualTo(3 * (80 * integrations + conversions));
        assertThat(count("read", EnergyPhase.FORWARD)).isEqualTo(3 * integrations);
        assertThat(count("retry", EnergyPhase.FORWARD)).isEqualTo(2);
        assertThat(count("row_drive", EnergyPhase.FORWARD)).isEqualTo(3 * (ROWS - 3));
        assertThat(count("dac", EnergyPhase.FORWARD)).isEqualTo(3 * (ROWS - 3));
        assertThat(count("cell_read", EnergyPhase.FORWARD)).isEqualTo(3 * (ROWS - 3) * COLUMNS);
        assertThat(count("conversion", EnergyPhase.FORWARD)).isEqualTo(3 * conversions * COLUMNS);
        assertThat(count("column_sense", EnergyPhase.FORWARD)).isZero();

        crossbar.phase(EnergyPhase.BACKWARD);
        final int[] d = new int[COLUMNS];
        d[2] = 7;
        d[4] = 5;
        // A sign that no line has takes its pass and its conversion all the same.
        assertThat(crossbar.backward(d, 8, new int[ROWS], ROWS - 1)).isEqualTo(80 * integrations + conversions);
        assertThat(count("read", EnergyPhase.BACKWARD)).isEqualTo(integrations);
        assertThat(count("retry", EnergyPhase.BACKWARD)).isZero();
        assertThat(count("column_drive", EnergyPhase.BACKWARD)).isEqualTo(2);
        assertThat(count("dac", EnergyPhase.BACKWARD)).isEqualTo(2);
        assertThat(count("cell_read", EnergyPhase.BACKWARD)).isEqualTo(2 * (ROWS - 1));
        assertThat(count("conversion", EnergyPhase.BACKWARD)).isEqualTo(conversions * (ROWS - 1));
    }

    @Test
    void shouldReadOnceWhenPerfectWhateverTheSigns() {
        final Map<String, String> separate = Map.of("mv_type", "PosNegSeparateDigitalSum");
        final Crossbar crossbar = build(ReadSpec.named("perfect").with(separate), new Ledger());
        assertThat(crossbar.forward(values(ROWS, 1 << 20), 20, new int[COLUMNS]))
                .isEqualTo(81);
    }

    @Test
    void shouldCountNothingWhenTheLargestValueLeavesNoScale() {
        final Map<String, String> largest = Map.of("noise_management", "Max");
        final Crossbar crossbar = build(ReadSpec.named("default").with(largest), ledger);
        final int[] x = new int[ROWS];
        x[3] = -Fixed.ONE;
        final int[] out = values(COLUMNS, 9);
        assertThat(crossbar.forward(x, 20, out)).isZero();
        assertThat(out).containsOnly(0);
        for (final LedgerRow row : ledger.rows()) {
            assertThat(row.counts()).containsOnly(0);
        }
    }

    @Test
    void shouldRaiseWhereTheProductIsPositiveWhenUpdated() {
        final UpdateSpec update = UpdateSpec.defaults()
                .withType(PulseType.DETERMINISTIC_IMPLICIT)
                .withBl(10, true)
                .withManagement(false, false);
        final Crossbar crossbar = new Crossbar(
                CrossbarSpec.of(2, 3, IDEAL).withPeriphery(Periphery.defaults().withUpdate(update)));
        // A rate of 10 dw makes the values the probabilities themselves.
        final int cycles = crossbar.update(
                new int[] {Fixed.ONE, -Fixed.ONE / 2}, new int[] {Fixed.ONE, -Fixed.ONE, 0}, Fixed.of(0.01));
        assertThat(cycles).isEqualTo(10);
        final int step = Fixed.of(0.001);
        assertThat(crossbar.weight(0, 0)).isEqualTo(10 * step);
        assertThat(crossbar.weight(0, 1)).isEqualTo(-10 * step);
        assertThat(crossbar.weight(1, 0)).isEqualTo(-5 * step);
        assertThat(crossbar.weight(1, 1)).isEqualTo(5 * step);
        assertThat(crossbar.weight(1, 2)).isZero();
        assertThat(crossbar.coincidences()).isEqualTo(30);
    }

    @ParameterizedTest
    @EnumSource(PulseType.class)
    void shouldCountWearLikeTheLedgerWhenUpdatedAndPulsed(final PulseType type) {
        final Crossbar crossbar = build("perfect", UpdateSpec.defaults().withType(type));
        int cycles = 0;
        for (int i = 0; i < 20; i++) {
            cycles += crossbar.update(values(ROWS, 1 << 20), values(COLUMNS, 1 << 20), Fixed.of(0.05));
            cycles += crossbar.pulse(
                    Bits.random(ROWS, 0.4, 5, 3 * i),
                    Bits.random(COLUMNS, 0.3, 5, 3 * i + 1),
                    Bits.random(COLUMNS, 0.3, 5, 3 * i + 2));
        }
        long pulses = 0;
        long halfSelects = 0;
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                pulses += crossbar.pulses(i, j);
                halfSelects += crossbar.halfSelects(i, j);
                // Counts that are rounded twice may exceed what the rounded trains of the lines allow.
                assertThat(!type.random() || crossbar.halfSelects(i, j) >= 0).isTrue();
            }
        }
        assertThat(pulses).isPositive().isEqualTo(crossbar.coincidences());
        assertThat(pulses).isEqualTo(count("coincidence", EnergyPhase.CONTROL));
        assertThat(halfSelects).isPositive().isEqualTo(count("half_select", EnergyPhase.CONTROL));
        assertThat((long) cycles).isEqualTo(count("pulse_slot", EnergyPhase.CONTROL));
        assertThat(count("generator", EnergyPhase.CONTROL) > 0).isEqualTo(type.random());
    }

    private Crossbar build(final String io, final UpdateSpec update) {
        return build(io, update, ledger);
    }

    private static Crossbar build(final ReadSpec reads, final Ledger ledger) {
        return build(Periphery.defaults().withReads(reads), ledger);
    }

    private static Crossbar build(final String io, final UpdateSpec update, final Ledger ledger) {
        return build(Periphery.defaults().withReads(ReadSpec.named(io)).withUpdate(update), ledger);
    }

    private static Crossbar build(final Periphery periphery, final Ledger ledger) {
        final SplittableRandom random = new SplittableRandom(3);
        final Crossbar crossbar = new Crossbar(
                CrossbarSpec.of(ROWS, COLUMNS, IDEAL).withPeriphery(periphery).withPulseCounters());
        crossbar.attach(ledger, "array");
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                crossbar.weight(i, j, random.nextInt(-Fixed.ONE / 4, Fixed.ONE / 4));
            }
        }
        return crossbar;
    }

    private int[] values(final int count, final int bound) {
        final int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(4) == 0 ? 0 : random.nextInt(-bound, bound);
        }
        return values;
    }

    private long count(final String event, final EnergyPhase phase) {
        long sum = 0;
        for (final LedgerRow row : ledger.rows()) {
            for (int i = 0; i < row.kinds().size(); i++) {
                final boolean wanted =
                        row.phase() == phase && row.kinds().get(i).name().equals("crossbar." + event);
                sum += wanted ? row.counts()[i] : 0;
            }
        }
        return sum;
    }
}
