package org.ranvier.rpu.compound;

import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.ReadMode;

/** Adds up what is reported. */
final class Recorder implements CellEvents {
    long reads;
    long drivenRows;
    long conversions;
    long slots;
    long rowPulses;
    long columnPulses;
    long coincidences;
    long transfers;
    long refreshed;

    @Override
    public void forwardRead(final int driven, final int sensed, final int attempts, final ReadMode mode) {
        reads += attempts * mode.integrations();
        drivenRows += (long) attempts * driven;
        conversions += (long) attempts * mode.conversions() * sensed;
    }

    @Override
    public void backwardRead(final int driven, final int sensed, final int attempts, final ReadMode mode) {
        throw new AssertionError("compounds read rows");
    }

    @Override
    public void update(final int count, final long rows, final long columns, final long pulsed) {
        slots += count;
        rowPulses += rows;
        columnPulses += columns;
        coincidences += pulsed;
    }

    @Override
    public void generate(final long draws) {}

    @Override
    public void transfer() {
        transfers++;
    }

    @Override
    public void refresh(final int devices) {
        refreshed += devices;
    }
}
