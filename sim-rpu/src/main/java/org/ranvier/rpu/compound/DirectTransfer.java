package org.ranvier.rpu.compound;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/** The transfer of Tiki-Taka v1: what is read is written, scaled by the learning rate. Source: Gokmen and Haensch 2020. */
final class DirectTransfer implements TransferRule {
    @Override
    public double convert(final int row, final float[] values, final double rate) {
        return rate;
    }

    @Override
    public void save(final StateWriter out) {}

    @Override
    public void restore(final StateReader in) {}
}
