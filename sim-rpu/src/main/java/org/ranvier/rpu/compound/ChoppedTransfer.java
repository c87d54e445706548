package org.ranvier.rpu.compound;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/**
 * The transfer of chopped Tiki-Taka v2 (c-TTv2): like the buffered transfer, but the fast device is written and read under
 * signs that change, so that its own bias averages out in the buffer. Source: Rasch et al. 2024.
 */
final class ChoppedTransfer implements TransferRule {
    private final Choppers choppers;
    private final ChopSchedule schedule;
    private final TransferBuffer buffer;
    private final double granularity;
    private final double step;

    /**
     * @param choppers the signs of the lines
     * @param schedule when they change
     * @param buffer adds up
     * @param granularity the buffer's threshold, in weights
     * @param step learning rate of one step, in weights
     */
    ChoppedTransfer(
            final Choppers choppers,
            final ChopSchedule schedule,
            final TransferBuffer buffer,
            final double granularity,
            final double step) {
        this.choppers = choppers;
        this.schedule = schedule;
        this.buffer = buffer;
        this.granularity = granularity;
        this.step = step;
    }

    @Override
    public double convert(final int row, final float[] values, final double rate) {
        boolean any = false;
        for (int column = 0; column < values.length; column++) {
            final double amount = values[column] * rate / granularity;
            final int steps = buffer.add(row, column, choppers.turned(row, column) ? -amount : amount);
            values[column] = steps;
            any |= steps != 0;
        }
        if (schedule.rowTurns(row)) {
            choppers.turnRow(row);
        }
        schedule.finish(row, choppers);
        return any ? step : 0;
    }

    @Override
    public void save(final StateWriter out) {
        buffer.save(out);
        schedule.save(out);
        choppers.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        buffer.restore(in);
        schedule.restore(in);
        choppers.restore(in);
    }
}
