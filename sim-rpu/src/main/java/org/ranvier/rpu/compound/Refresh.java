package org.ranvier.rpu.compound;

import java.util.function.IntConsumer;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.CellEvents;

/**
 * The refresh of a one-sided pair: reads both devices of a row, resets the pairs that have run out of range, and pulses their
 * difference back, open loop.
 *
 * <p>A pair has run out of range when the larger read-out is above the upper threshold and the smaller above the lower, both
 * relative to the devices' mean upper bound. Both devices of the pair are reset, and the one that was larger is pulsed; the
 * event counts both. Source: the one-sided unit cell of IBM aihwkit.
 */
final class Refresh implements Stateful {
    private final int rows;
    private final PartReader[] readers;
    private final PartWriter[] writers;
    private final RowReset[] resets;
    private final double[] range;
    private final double upper;
    private final double lower;
    private final boolean[] worn;
    private final float[][] back;
    private long refreshes;

    /**
     * @param rows row lines
     * @param readers read the plus and the minus device
     * @param writers pulse them
     * @param resets reset them
     * @param range mean upper bounds, in weights
     * @param upper threshold of the larger, relative
     * @param lower threshold of the smaller, relative
     * @param columns column lines
     */
    Refresh(
            final int rows,
            final PartReader[] readers,
            final PartWriter[] writers,
            final RowReset[] resets,
            final double[] range,
            final double upper,
            final double lower,
            final int columns) {
        this.rows = rows;
        this.readers = readers.clone();
        this.writers = writers.clone();
        this.resets = resets.clone();
        this.range = range.clone();
        this.upper = upper;
        this.lower = lower;
        worn = new boolean[columns];
        back = new float[2][columns];
    }

    /**
     * Refreshes the whole array, row by row.
     *
     * @param slot the first pulse slot
     * @param changed is told of every row with refreshed devices
     * @param events is told of reads, pulses and refreshed devices
     * @return the pulse slot after the last
     */
    long run(final long slot, final IntConsumer changed, final CellEvents events) {
        long next = slot;
        for (int row = 0; row < rows; row++) {
            final float[] plus = readers[0].read(row, events);
            final float[] minus = readers[1].read(row, events);
            final int pairs = inspect(plus, minus);
            if (pairs > 0) {
                next = rewrite(row, next, events);
                events.refresh(2 * pairs);
                changed.accept(row);
            }
        }
        return next;
    }

    private int inspect(final float[] plus, final float[] minus) {
        int pairs = 0;
        for (int column = 0; column < worn.length; column++) {
            final double p = plus[column] / range[0];
            final double m = minus[column] / range[1];
            final boolean positive = plus[column] > minus[column];
            worn[column] = positive ? p > upper && m > lower : p > lower && m > upper;
            back[0][column] = worn[column] && positive ? plus[column] - minus[column] : 0;
            back[1][column] = worn[column] && !positive ? minus[column] - plus[column] : 0;
            pairs += worn[column] ? 1 : 0;
        }
        return pairs;
    }

    private long rewrite(final int row, final long slot, final CellEvents events) {
        long next = slot;
        for (int k = 0; k < readers.length; k++) {
            resets[k].some(row, worn, refreshes);
        }
        refreshes++;
        for (int k = 0; k < readers.length; k++) {
            if (anything(back[k])) {
                next = writers[k].row(row, back[k], 1, next, events);
            }
        }
        return next;
    }

    private static boolean anything(final float[] values) {
        for (final float value : values) {
            if (value != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void save(final StateWriter out) {
        out.putLong(refreshes);
        for (final PartReader reader : readers) {
            reader.save(out);
        }
    }

    @Override
    public void restore(final StateReader in) {
        refreshes = in.getLong();
        for (final PartReader reader : readers) {
            reader.restore(in);
        }
    }
}
