package org.ranvier.rpu.compound;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.Planes;

/**
 * The transfer of analog gradient accumulation with dynamic reference (AGAD): like the chopped transfer, but what is added up
 * is the difference between a read-out and the mean read-out of the period before the row's sign last changed.
 *
 * <p>Means are exponential, m = m (1 - a) + read-out a with a = min(tail weightening / period, 1). Nothing is written while
 * the means of the first period are being formed. Source: Rasch et al. 2024.
 */
final class DynamicTransfer implements TransferRule {
    private final Choppers choppers;
    private final ChopSchedule schedule;
    private final TransferBuffer buffer;
    private final double granularity;
    private final double step;
    private final double share;
    private final double[][] mean;
    private final double[][] reference;
    private final boolean[] turned;

    /**
     * @param choppers the signs of the lines
     * @param schedule when they change
     * @param buffer adds up
     * @param granularity the buffer's threshold, in weights
     * @param step learning rate of one step, in weights
     * @param tail how much the end of a period counts more than its beginning
     * @param rows row lines
     * @param columns column lines
     */
    DynamicTransfer(
            final Choppers choppers,
            final ChopSchedule schedule,
            final TransferBuffer buffer,
            final double granularity,
            final double step,
            final double tail,
            final int rows,
            final int columns) {
        this.choppers = choppers;
        this.schedule = schedule;
        this.buffer = buffer;
        this.granularity = granularity;
        this.step = step;
        share = Math.min(tail / schedule.period(), 1);
        mean = new double[rows][columns];
        reference = new double[rows][columns];
        turned = new boolean[rows];
    }

    @Override
    public double convert(final int row, final float[] values, final double rate) {
        if (turned[row]) {
            System.arraycopy(mean[row], 0, reference[row], 0, values.length);
        }
        boolean any = false;
        for (int column = 0; column < values.length; column++) {
            final double read = values[column];
            final double amount = (read - reference[row][column]) * rate / granularity;
            final int steps = buffer.add(row, column, choppers.turned(row, column) ? -amount : amount);
            mean[row][column] = mean[row][column] * (1 - share) + read * share;
            values[column] = steps;
            any |= steps != 0;
        }
        final boolean known = schedule.sweeps() > schedule.period();
        turned[row] = schedule.rowTurns(row);
        if (turned[row]) {
            choppers.turnRow(row);
        }
        schedule.finish(row, choppers);
        return any && known ? step : 0;
    }

    @Override
    public void save(final StateWriter out) {
        buffer.save(out);
        schedule.save(out);
        choppers.save(out);
        Planes.save(mean, out);
        Planes.save(reference, out);
        for (final boolean row : turned) {
            out.putInt(row ? 1 : 0);
        }
    }

    @Override
    public void restore(final StateReader in) {
        buffer.restore(in);
        schedule.restore(in);
        choppers.restore(in);
        Planes.restore(mean, in);
        Planes.restore(reference, in);
        for (int row = 0; row < turned.length; row++) {
            turned[row] = in.getInt() != 0;
        }
    }
}
