package org.ranvier.rpu;

import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.EventKind;
import org.ranvier.core.energy.Ledger;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.ReadMode;

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
    public void forwardRead(final int driven, final int sensed, final int attempts, final ReadMode mode) {
        read(CrossbarEvents.ROW_DRIVE, CrossbarEvents.COLUMN_SENSE, driven, sensed, attempts, mode);
    }

    @Override
    public void backwardRead(final int driven, final int sensed, final int attempts, final ReadMode mode) {
        read(CrossbarEvents.COLUMN_DRIVE, CrossbarEvents.ROW_SENSE, driven, sensed, attempts, mode);
    }

    private void read(
            final int drive,
            final int sense,
            final int driven,
            final int sensed,
            final int attempts,
            final ReadMode mode) {
        if (attempts == 0) {
            return;
        }
        final long[] counts = byPhase[phase];
        counts[CrossbarEvents.READ] += attempts * mode.integrations();
        counts[CrossbarEvents.RETRY] += attempts - 1;
        counts[drive] += (long) attempts * driven;
        counts[CrossbarEvents.CELL_READ] += (long) attempts * driven * sensed;
        if (mode == ReadMode.SPIKES) {
            counts[sense] += (long) attempts * sensed;
        } else {
            counts[CrossbarEvents.DAC] += (long) attempts * driven;
            counts[CrossbarEvents.CONVERSION] += (long) attempts * mode.conversions() * sensed;
        }
        cycles += attempts * timing.read(sensed, mode);
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
