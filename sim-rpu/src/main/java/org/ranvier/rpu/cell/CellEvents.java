package org.ranvier.rpu.cell;

/**
 * Receives the array operations that take place, to charge their energy and time. Devices that are more than one cell a
 * crossing (one-sided pairs, transfer compounds) read and pulse by themselves, and report it here like anybody else. A receiver implements what it charges.
 */
public interface CellEvents {
    /** Ignores everything: for devices outside an array. */
    CellEvents NONE = new CellEvents() {};

    /**
     * Reports a forward read.
     *
     * @param drivenRows driven rows
     * @param sensedColumns sensed columns
     * @param attempts 1, and one more for every repetition with a larger range; 0 when the read did not take place
     * @param mode what every attempt takes
     */
    default void forwardRead(final int drivenRows, final int sensedColumns, final int attempts, final ReadMode mode) {}

    /**
     * Reports a transposed read.
     *
     * @param drivenColumns driven columns
     * @param sensedRows sensed rows
     * @param attempts as above
     * @param mode what every attempt takes
     */
    default void backwardRead(final int drivenColumns, final int sensedRows, final int attempts, final ReadMode mode) {}

    /**
     * Reports pulses that took up slots of the array.
     *
     * @param slots pulse slots
     * @param rowPulses pulses on row lines, summed over slots
     * @param columnPulses pulses on column lines, summed over slots
     * @param coincidences devices pulsed, summed over slots
     */
    default void update(final int slots, final long rowPulses, final long columnPulses, final long coincidences) {}

    /**
     * Reports the work of pulse generators; the pulses come extra.
     *
     * @param draws random decisions to pulse or not, one per line and slot
     */
    default void generate(final long draws) {}

    /** Reports that a compound moved one line's read-out from one device to another; the read and pulses come extra. */
    default void transfer() {}

    /**
     * Reports that devices were reset and written anew; the reads and pulses come extra.
     *
     * @param devices how many
     */
    default void refresh(final int devices) {}
}
