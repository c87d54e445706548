package org.ranvier.rpu;

import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.EventKind;
import org.ranvier.core.energy.Ledger;

/** A crossbar's counters, one set per phase: live ledger rows once attached, counters nobody reads before. */
final class EventCounts {
    private final EventKind[] kinds = CrossbarEvents.kinds();
    private final long[][] byPhase = new long[EnergyPhase.values().length][kinds.length];
    private int phase = EnergyPhase.CONTROL.ordinal();

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

    void forward(final int driven, final int columns) {
        final long[] counts = byPhase[phase];
        counts[CrossbarEvents.READ]++;
        counts[CrossbarEvents.ROW_DRIVE] += driven;
        counts[CrossbarEvents.CELL_READ] += (long) driven * columns;
        counts[CrossbarEvents.COLUMN_SENSE] += columns;
    }

    void backward(final int driven, final int sensed) {
        final long[] counts = byPhase[phase];
        counts[CrossbarEvents.READ]++;
        counts[CrossbarEvents.COLUMN_DRIVE] += driven;
        counts[CrossbarEvents.CELL_READ] += (long) driven * sensed;
        counts[CrossbarEvents.ROW_SENSE] += sensed;
    }

    void pulse(final int pulsedRows, final int pulsedColumns, final int rows, final int columns) {
        final long[] counts = byPhase[phase];
        counts[CrossbarEvents.PULSE_SLOT]++;
        counts[CrossbarEvents.ROW_PULSE] += pulsedRows;
        counts[CrossbarEvents.COLUMN_PULSE] += pulsedColumns;
        counts[CrossbarEvents.COINCIDENCE] += (long) pulsedRows * pulsedColumns;
        counts[CrossbarEvents.HALF_SELECT] +=
                (long) pulsedRows * (columns - pulsedColumns) + (long) pulsedColumns * (rows - pulsedRows);
    }
}
