package org.ranvier.rpu.update;

import org.ranvier.rpu.cell.Coincidences;

/** Hears which lines and devices an update pulses, beside the totals that every update reports: for wear counters. */
public interface UpdateListener {
    /**
     * Hears of a stretch of slots in which some line was pulsed.
     *
     * @param pulses the devices' pulses
     * @param rowPulses pulses on each row; valid during the call
     * @param columnPulses pulses on each column; valid during the call
     */
    void updated(Coincidences pulses, int[] rowPulses, int[] columnPulses);
}
