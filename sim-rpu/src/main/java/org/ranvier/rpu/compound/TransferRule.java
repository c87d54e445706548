package org.ranvier.rpu.compound;

import org.ranvier.core.state.Stateful;

/** What a transfer makes of the row that it has read: the values to pulse into the next device. */
interface TransferRule extends Stateful {
    /**
     * Turns a read-out into an update.
     *
     * @param row the row
     * @param values the weights as read, one per column; replaced by the values to write
     * @param rate the transfer's learning rate, 0 or more
     * @return the learning rate under which to write the values; 0 for nothing
     */
    double convert(int row, float[] values, double rate);
}
