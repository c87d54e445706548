package org.ranvier.rpu.compound;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/**
 * The transfer of Tiki-Taka v2: a digital buffer adds up what is read, and what reaches the threshold is written in whole
 * steps of the next device. Source: Gokmen 2021.
 */
final class BufferedTransfer implements TransferRule {
    private final TransferBuffer buffer;
    private final double threshold;
    private final double step;

    /**
     * @param buffer adds up
     * @param threshold its threshold, in weights
     * @param step learning rate of one step, in weights
     */
    BufferedTransfer(final TransferBuffer buffer, final double threshold, final double step) {
        this.buffer = buffer;
        this.threshold = threshold;
        this.step = step;
    }

    @Override
    public double convert(final int row, final float[] values, final double rate) {
        boolean any = false;
        for (int column = 0; column < values.length; column++) {
            final int steps = buffer.add(row, column, values[column] * rate / threshold);
            values[column] = steps;
            any |= steps != 0;
        }
        return any ? step : 0;
    }

    @Override
    public void save(final StateWriter out) {
        buffer.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        buffer.restore(in);
    }
}
