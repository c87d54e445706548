package org.ranvier.rpu.cell;

import org.ranvier.core.random.CounterRandom;
import org.ranvier.core.random.RandomRow;

/**
 * Where an array of devices sits: its shape, and the address of its noise.
 *
 * @param rows row lines
 * @param columns column lines
 * @param seed the run's seed
 * @param array the array's number in the chip: arrays of one chip need different ones
 */
public record ArraySite(int rows, int columns, long seed, int array) {
    /** The uses of noise; each has its own counters, so one can be added without moving the others. */
    public enum Purpose {
        /** Fixed differences between devices: the counter is the parameter's number. */
        BUILD,
        /** Noise of pulses, a row at a time: the counter is the array's pulse slot, the draw a pulse's number in it. */
        PULSE,
        /** Noise of a read-out: the counter is the array's read number, the device a line. */
        READ,
        /** Write noise of what a read sees, a row at a time: the counter is the array's pulse slot. */
        WRITE,
        /** Noise of ageing, a row at a time: the counter is the array's pulse slot, the draw the kind of ageing. */
        AGE,
        /** Pulse trains: the counter is the array's pulse slot, the device 0 for rows and 1 for columns. */
        TRAIN,
        /** Seeds of the arrays inside an array: the device is the part's number. */
        PART,
        /** What a compound decides by chance, such as which row comes next: the counter is the decision's number. */
        CHOICE,
        /** Noise of all pulses of an update, the whole array under one key: the counter is the array's pulse slot. */
        BULK
    }

    private static final int PURPOSE_SHIFT = 56;

    /**
     * Numbers a device.
     *
     * @param row its row
     * @param column its column
     * @return the device's index, row-major
     */
    public int device(final int row, final int column) {
        return row * columns + column;
    }

    /**
     * Draws a standard normal number.
     *
     * @param purpose what it is for
     * @param device the device's (or line's) index
     * @param counter the draw's number, below 2^56
     * @return the number
     */
    public double normal(final Purpose purpose, final int device, final long counter) {
        return CounterRandom.normal(seed, array, device, address(purpose, counter));
    }

    /**
     * Draws a uniform number in [0, 1).
     *
     * @param purpose what it is for
     * @param device the device's (or line's) index
     * @param counter the draw's number, below 2^56
     * @return the number
     */
    public double uniform(final Purpose purpose, final int device, final long counter) {
        return CounterRandom.uniform(seed, array, device, address(purpose, counter));
    }

    /**
     * Computes the key of a row's noise, for {@link org.ranvier.core.random.RandomRow}.
     *
     * @param purpose what it is for
     * @param row the row
     * @param counter the draw's number, below 2^56
     * @return the key
     */
    public long rowKey(final Purpose purpose, final int row, final long counter) {
        return RandomRow.key(seed, array, row, address(purpose, counter));
    }

    /**
     * Names an array inside the array: one of the devices that share a crossing, which may have parts in turn.
     *
     * @param part its number
     * @return a site of the same shape, with noise of its own by a seed of its own: two sites share a seed by a chance of
     *     2^-64
     */
    public ArraySite part(final int part) {
        return new ArraySite(rows, columns, CounterRandom.bits64(seed, array, part, address(Purpose.PART, 0)), array);
    }

    private static long address(final Purpose purpose, final long counter) {
        return (long) purpose.ordinal() << PURPOSE_SHIFT | counter;
    }
}
