package org.ranvier.rpu;

import org.ranvier.core.energy.EventKind;

/**
 * The events a crossbar counts, and where their counters sit in its ledger rows.
 *
 * <p>With a driven and b pulsed columns, R rows and C columns: a forward read counts 1, a, 0, aC, C, 0 for the first six
 * kinds, with separate signs 2 reads all the same, and each attempt of a retried read counts in full; a pulse slot of a rows and b columns counts 1, a, b, ab and a(C - b) + b(R - a) for the next five; an update of
 * several slots adds them up.
 */
public final class CrossbarEvents {
    /** Index of {@link #kinds}: reads. */
    static final int READ = 0;

    static final int ROW_DRIVE = 1;
    static final int COLUMN_DRIVE = 2;
    static final int CELL_READ = 3;
    static final int COLUMN_SENSE = 4;
    static final int ROW_SENSE = 5;
    static final int PULSE_SLOT = 6;
    static final int ROW_PULSE = 7;
    static final int COLUMN_PULSE = 8;
    static final int COINCIDENCE = 9;
    static final int HALF_SELECT = 10;
    static final int RETRY = 11;
    static final int TRANSFER = 12;
    static final int REFRESH = 13;
    static final int DAC = 14;
    static final int CONVERSION = 15;
    static final int GENERATOR = 16;

    private static final String COMPONENT = "crossbar";

    private CrossbarEvents() {}

    /** @return all kinds, in the order of the counters; a new array */
    public static EventKind[] kinds() {
        return new EventKind[] {
            kind("read", "one read of the array, in either direction, for the length of its integration time"),
            kind("row_drive", "one row line driven for one forward read"),
            kind("column_drive", "one column line driven for one transposed read, with either sign"),
            kind("cell_read", "one device that carries the read current of a driven line into a sensed line"),
            kind("column_sense", "one column line sensed: one integration and comparison or conversion"),
            kind("row_sense", "one row line sensed: one integration and comparison or conversion"),
            kind("pulse_slot", "one pulse slot of the array; up and down pulses take one each"),
            kind("row_pulse", "one row line pulsed in one slot"),
            kind("column_pulse", "one column line pulsed in one slot"),
            kind("coincidence", "one device that received a full pulse: one synaptic weight update"),
            kind("half_select", "one device with a pulse on just one of its lines in one slot"),
            kind("retry", "one read repeated with a larger range; the repeated read is counted as a read as well"),
            kind("transfer", "one line's read-out moved from one device of a compound to the next"),
            kind("refresh", "one device reset and written anew because its pair ran out of range"),
            kind("dac", "one line driven with a value: one digital-to-analog conversion, beside the drive itself"),
            kind(
                    "conversion",
                    "one sensed line turned into a number: one integration and analog-to-digital conversion"),
            kind("generator", "one random decision of a pulse generator: pulse in this slot or not"),
        };
    }

    private static EventKind kind(final String event, final String meaning) {
        return new EventKind(COMPONENT + "." + event, COMPONENT, meaning);
    }
}
