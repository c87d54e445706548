package org.ranvier.rpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.rpu.cell.ReadMode;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.IdealDevice;

/** Exact event counts, phase by phase, and the times of operations. */
final class CrossbarEventsTest {
    private static final int ROWS = 10;
    private static final int COLUMNS = 6;

    private final Ledger ledger = new Ledger();
    private final Crossbar crossbar = new Crossbar(CrossbarSpec.of(ROWS, COLUMNS, IdealDevice.defaults()));

    CrossbarEventsTest() {
        crossbar.attach(ledger, "core[3].array");
    }

    @Test
    void shouldCountDrivenRowsAndSensedColumnsWhenReadingForward() {
        crossbar.phase(EnergyPhase.FORWARD);
        crossbar.forward(Bits.of(ROWS, 1, 4, 9), new int[COLUMNS]);
        crossbar.forward(Bits.none(ROWS), new int[COLUMNS]);
        assertThat(counts(EnergyPhase.FORWARD)).containsExactly(2, 3, 0, 18, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void shouldCountDrivenColumnsAndSensedRowsWhenReadingBackward() {
        crossbar.phase(EnergyPhase.BACKWARD);
        crossbar.backward(Bits.of(COLUMNS, 2), Bits.of(COLUMNS, 5), new int[ROWS], ROWS - 1);
        assertThat(counts(EnergyPhase.BACKWARD)).containsExactly(1, 0, 2, 18, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void shouldCountNothingWhenBackwardReadAndPulseHaveNoColumn() {
        final long[] none = Bits.none(COLUMNS);
        final int[] out = new int[ROWS];
        Arrays.fill(out, 7);
        crossbar.backward(none, none, out, ROWS);
        crossbar.pulse(Bits.all(ROWS), none, none);
        assertThat(out).containsOnly(0);
        assertThat(counts(EnergyPhase.CONTROL)).containsOnly(0);
        assertThat(crossbar.pulseSlots()).isZero();
    }

    @Test
    void shouldCountEachPolarityAsASlotOfItsOwnWhenPulsing() {
        crossbar.phase(EnergyPhase.UPDATE);
        crossbar.pulse(Bits.of(ROWS, 0, 1, 2), Bits.of(COLUMNS, 0, 1), Bits.of(COLUMNS, 5));
        // Up: 3 (6 - 2) + 2 (10 - 3) = 26 half-selected; down: 3 (6 - 1) + 1 (10 - 3) = 22.
        assertThat(counts(EnergyPhase.UPDATE)).containsExactly(0, 0, 0, 0, 0, 0, 2, 6, 3, 9, 48, 0, 0, 0, 0, 0, 0);
        assertThat(crossbar.coincidences()).isEqualTo(9);
        assertThat(crossbar.pulseSlots()).isEqualTo(2);
        assertThat(counts(EnergyPhase.CONTROL)).containsOnly(0);
    }

    @Test
    void shouldCountAReadOfOneRowWhenAccumulating() {
        crossbar.phase(EnergyPhase.FORWARD);
        crossbar.accumulate(4, new int[COLUMNS]);
        assertThat(counts(EnergyPhase.FORWARD)).containsExactly(1, 1, 0, 6, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void shouldNameEveryCounterWhenAttached() {
        final LedgerRow row = row(EnergyPhase.UPDATE);
        assertThat(row.component()).isEqualTo("core[3].array");
        assertThat(row.kinds())
                .extracting("name")
                .containsExactly(
                        "crossbar.read",
                        "crossbar.row_drive",
                        "crossbar.column_drive",
                        "crossbar.cell_read",
                        "crossbar.column_sense",
                        "crossbar.row_sense",
                        "crossbar.pulse_slot",
                        "crossbar.row_pulse",
                        "crossbar.column_pulse",
                        "crossbar.coincidence",
                        "crossbar.half_select",
                        "crossbar.retry",
                        "crossbar.transfer",
                        "crossbar.refresh",
                        "crossbar.dac",
                        "crossbar.conversion",
                        "crossbar.generator");
    }

    @Test
    void shouldCountPulsesPerDeviceWhenAsked() {
        final Crossbar counting = new Crossbar(
                CrossbarSpec.of(ROWS, COLUMNS, ConstantStep.defaults()).withPulseCounters());
        counting.pulse(Bits.of(ROWS, 2, 3), Bits.of(COLUMNS, 1), Bits.of(COLUMNS, 1, 4));
        assertThat(counting.pulses(2, 1)).isEqualTo(2);
        assertThat(counting.pulses(3, 4)).isEqualTo(1);
        assertThat(counting.pulses(4, 4)).isZero();
    }

    @Test
    void shouldTakeTimeByOperandsOnlyWhenTimed() {
        final long[] one = Bits.of(COLUMNS, 1);
        final long[] none = Bits.of(COLUMNS);
        final long[] rows = Bits.of(ROWS, 0, 2, 3);
        final int[] out = new int[64];
        assertThat(crossbar.forward(rows, out)).isEqualTo(81);
        assertThat(crossbar.accumulate(1, out)).isEqualTo(81);
        assertThat(crossbar.backward(one, none, out, ROWS)).isEqualTo(81);
        assertThat(crossbar.backward(none, none, out, ROWS)).isZero();
        assertThat(crossbar.pulse(rows, one, one)).isEqualTo(2);
        assertThat(crossbar.pulse(rows, one, none)).isEqualTo(1);
        assertThat(crossbar.pulse(rows, none, none)).isZero();
        final Crossbar shared = new Crossbar(
                CrossbarSpec.of(40, COLUMNS, IdealDevice.defaults()).withTiming(CrossbarTiming.sharedConverters()));
        assertThat(shared.forward(Bits.of(40, 1), out)).isEqualTo(80 + 6 * 5);
        assertThat(shared.backward(one, none, out, 40)).isEqualTo(80 + 16 * 5);
        assertThat(CrossbarTiming.sharedConverters().read(40, ReadMode.SIGNS_ADDED))
                .isEqualTo(2 * 80 + 16 * 5);
        assertThat(CrossbarTiming.sharedConverters().read(6, ReadMode.SIGNS_CONVERTED))
                .isEqualTo(2 * 80 + 2 * 6 * 5);
    }

    private long[] counts(final EnergyPhase phase) {
        return row(phase).counts();
    }

    private LedgerRow row(final EnergyPhase phase) {
        return ledger.rows().stream()
                .filter(row -> row.phase() == phase)
                .findFirst()
                .orElseThrow();
    }
}
