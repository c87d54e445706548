package org.ranvier.rpu.cell;

/** What one update does to the devices of an array: how many pulses each gets, and in which direction. */
public interface Coincidences {
    /** @return the rows on which any device may be pulsed, ascending */
    Lines rows();

    /**
     * Counts the pulses of one row's devices.
     *
     * @param row one of {@link #rows}
     * @param pulses gets for every column the number of pulses, positive up and negative down
     * @return the largest magnitude among them
     */
    int count(int row, int[] pulses);
}
