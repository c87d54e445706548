package org.ranvier.rpu.cell;

import org.ranvier.core.state.Stateful;

/**
 * The devices of one array: their state and what pulses do to it.
 *
 * <p>What a read sees (the apparent weight) is always an integer plane in Q20; whatever else a device remembers (hidden
 * weights, several conductances, parameters that differ between devices) is its own. So every device is read by the same
 * integer loops.
 */
public interface Cells extends Stateful, Ageing {
    /** @return the live apparent weights in Q20, one array per row; for reading only */
    int[][] weights();

    /**
     * Gives one pulse to every crossing of the lines.
     *
     * @param rows pulsed rows
     * @param columns pulsed columns
     * @param up true raises weights, false lowers them
     * @param slot the array's pulse slot, never used before
     */
    void pulse(Lines rows, Lines columns, boolean up, long slot);

    /**
     * Gives every device its pulses of one update, one after the other.
     *
     * @param pulses how many pulses each device gets
     * @param slot the first of the array's pulse slots that the update takes, never used before
     */
    void update(Coincidences pulses, long slot);

    /**
     * Sets a device at no cost, as near to the wanted weight as its bounds allow.
     *
     * @param row the row
     * @param column the column
     * @param weight the wanted weight in Q20
     */
    void weight(int row, int column, int weight);

    /**
     * Bounds a device's apparent weight.
     *
     * @param row the row
     * @param column the column
     * @return the largest magnitude it can ever show, in Q20
     */
    int reach(int row, int column);

    /**
     * Shows what a device holds, which the apparent weight may hide behind write noise or rounding.
     *
     * @param row the row
     * @param column the column
     * @return the persistent weight
     */
    double state(int row, int column);

    /**
     * Says where operations are reported that devices start by themselves; simple devices start none.
     *
     * @param events receives them
     */
    default void attach(final CellEvents events) {}
}
