package org.ranvier.rpu;

import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.EventKind;
import org.ranvier.core.energy.Ledger;
import org.ranvier.rpu.cell.CellEvents;

/**
 * A crossbar's counters, one set per phase: live ledger rows once attached, counters nobody reads before. Adds up the cycles
 * of what it counts.
 */
final class EventCounts implements CellEvents {
    private final EventKind[] kinds = CrossbarEvents.kinds();
    private final long[][] byPhase = new long[EnergyPhase.values().length][kinds.length];
    private final int rows;
    private final int columns;
    private final CrossbarTiming timing;
    private int phase = EnergyPhase.CONTROL.ordinal();
    private int cycles;

    EventCounts(final int rows, final int columns, final CrossbarTiming timing) {
        this.rows = rows;
        this.columns = columns;
        this.timing = timing;
    }

    void attach(final Ledger ledger, final String path) {
        for (final EnergyPhase each : EnergyPhase.values()) {
            byPhase[each.ordinal()] = ledger.open(path, each, kinds).counts();
        }
    }

    void phase(final int ordinal) {
        phase = ordinal;
    }

    int phase() {
        return phase;
    }

    /** @return the cycles of the operations since the last call */
    int takeCycles() {
        final int taken = cycles;
        cycles = 0;
        return taken;
    }

    /** @return devices pulsed in the present phase */
    long coincidences() {
        return byPhase[phase][CrossbarEvents.COINCIDENCE];
    }

    @Override
    public void forwardRead(final int driven, final int sensed, final int passes, final boolean converted) {
        final long[] counts = byPhase[phase];
        counts[CrossbarEvents.READ] += passes;
        counts[CrossbarEvents.ROW_DRIVE] += (long) passes * driven;
        counts[CrossbarEvents.CELL_READ] += (long) passes * driven * sensed;
        counts[converted ? CrossbarEvents.CONVERSION : CrossbarEvents.COLUMN_SENSE] += (long) passes * sensed;
        counts[CrossbarEvents.RETRY] += passes - 1;
        if (converted) {
            counts[CrossbarEvents.DAC] += (long) passes * driven;
        }
        cycles += passes * timing.read(sensed);
    }

    @Override
    public void backwardRead(final int driven, final int sensed, final int passes, final boolean converted) {
        final long[] counts = byPhase[phase];
        counts[CrossbarEvents.READ] += passes;
        counts[CrossbarEvents.COLUMN_DRIVE] += (long) passes * driven;
        counts[CrossbarEvents.CELL_READ] += (long) passes * driven * sensed;
        counts[converted ? CrossbarEvents.CONVERSION : CrossbarEvents.ROW_SENSE] += (long) passes * sensed;
        counts[CrossbarEvents.RETRY] += passes - 1;
        if (converted) {
            counts[CrossbarEvents.DAC] += (long) passes * driven;
        }
        cycles += passes * timing.read(sensed);
    }

    @Override
    public void update(final int slots, final long rowPulses, final long columnPulses, final long coincidences) {
        final long[] counts = byPhase[phase];
        counts[CrossbarEvents.PULSE_SLOT] += slots;
        counts[CrossbarEvents.ROW_PULSE] += rowPulses;
        counts[CrossbarEvents.COLUMN_PULSE] += columnPulses;
        counts[CrossbarEvents.COINCIDENCE] += coincidences;
        counts[CrossbarEvents.HALF_SELECT] += rowPulses * columns + columnPulses * rows - 2 * coincidences;
        cycles += timing.pulse(slots);
    }

    @Override
    public void generate(final long draws) {
        byPhase[phase][CrossbarEvents.GENERATOR] += draws;
    }

    @Override
    public void transfer() {
        byPhase[phase][CrossbarEvents.TRANSFER]++;
    }

    @Override
    public void refresh(final int devices) {
        byPhase[phase][CrossbarEvents.REFRESH] += devices;
    }
}
