package org.ranvier.rpu.compound;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.Planes;

/**
 * The digital buffer between two devices of a transfer compound: it adds up what is read, in units of its threshold, and
 * releases whole steps.
 *
 * <p>After a release of n steps, of at most the limit either way, a forgetting buffer keeps momentum times its value, and any
 * other loses (1 - momentum) n.
 */
final class TransferBuffer implements Stateful {
    private final double[][] value;
    private final double momentum;
    private final boolean forgetting;
    private final int limit;
    private final double cap;

    /**
     * @param rows row lines
     * @param columns column lines
     * @param momentum what stays after a release: 0..1
     * @param forgetting whether the rest is forgotten
     * @param limit most steps of a release
     * @param cap most that is left after a release, 0 for any; only where nothing is forgotten
     */
    TransferBuffer(
            final int rows,
            final int columns,
            final double momentum,
            final boolean forgetting,
            final int limit,
            final double cap) {
        value = new double[rows][columns];
        this.momentum = momentum;
        this.forgetting = forgetting;
        this.limit = limit;
        this.cap = cap;
    }

    /**
     * Adds to one cell.
     *
     * @param row its row
     * @param column its column
     * @param amount how much, in thresholds
     * @return released steps: whole, -limit..limit
     */
    int add(final int row, final int column, final double amount) {
        final double full = value[row][column] + amount;
        final int steps = (int) Math.max(-limit, Math.min(limit, full));
        value[row][column] = steps == 0 ? full : rest(full, steps);
        return steps;
    }

    private double rest(final double full, final int steps) {
        if (forgetting) {
            return full * momentum;
        }
        final double rest = full - (1 - momentum) * steps;
        return cap > 0 ? Math.max(-cap, Math.min(cap, rest)) : rest;
    }

    /** @return what a cell holds, in thresholds */
    double value(final int row, final int column) {
        return value[row][column];
    }

    @Override
    public void save(final StateWriter out) {
        Planes.save(value, out);
    }

    @Override
    public void restore(final StateReader in) {
        Planes.restore(value, in);
    }
}
