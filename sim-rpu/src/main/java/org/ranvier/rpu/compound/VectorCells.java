package org.ranvier.rpu.compound;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;

/**
 * Cells of several devices of which all or one at a time are pulsed.
 *
 * <p>The policy chooses anew for every update. Of single pulse slots, a down slot right after an up slot belongs to the same
 * update: otherwise rules that pulse up, then down, would raise one device for ever and lower the other.
 */
final class VectorCells extends CompoundCells {
    private final UpdatePolicy policy;
    private final int first;
    private final ArraySite site;
    private final double whole;
    private long updates;

    VectorCells(
            final Cells[] parts,
            final double[] gamma,
            final double granularity,
            final UpdatePolicy policy,
            final int first,
            final ArraySite site) {
        super(parts, gamma, granularity);
        this.policy = policy;
        this.first = first;
        this.site = site;
        double sum = 0;
        for (final double share : gamma) {
            sum += share;
        }
        whole = sum;
    }

    /** {@inheritDoc} What goes on with the last update goes to the same device. */
    @Override
    void begin(final boolean continued) {
        if (!continued) {
            updates++;
        }
    }

    @Override
    void pulseParts(final Lines rows, final Lines columns, final boolean up, final long slot) {
        final int chosen = chosen();
        for (int k = 0; k < parts(); k++) {
            if (chosen < 0 || chosen == k) {
                part(k).pulse(rows, columns, up, slot);
            }
        }
    }

    @Override
    void updateParts(final Coincidences pulses, final long slot) {
        final int chosen = chosen();
        for (int k = 0; k < parts(); k++) {
            if (chosen < 0 || chosen == k) {
                part(k).update(pulses, slot);
            }
        }
    }

    @Override
    void finish(final double learningRate, final CellEvents receiver) {}

    /** Finds the device of the current update; negative for all. */
    private int chosen() {
        return switch (policy) {
            case ALL -> -1;
            case SINGLE_FIXED -> first;
            case SINGLE_SEQUENTIAL -> (int) ((first + updates - 1) % parts());
            case SINGLE_RANDOM -> (int) (site.uniform(Purpose.CHOICE, 0, updates) * parts());
        };
    }

    @Override
    void share(final int row, final int column, final int weight) {
        if (policy == UpdatePolicy.SINGLE_FIXED) {
            shareFixed(row, column, weight);
            return;
        }
        for (int k = 0; k < parts(); k++) {
            part(k).weight(row, column, (int) Math.rint(weight / whole));
        }
    }

    /** Gives the updated device what the others leave: they are the reference. */
    private void shareFixed(final int row, final int column, final int weight) {
        final double others = state(row, column) - gamma(first) * part(first).state(row, column);
        part(first).weight(row, column, Fixed.of((Fixed.toDouble(weight) - others) / gamma(first)));
    }

    @Override
    void saveOwn(final StateWriter out) {
        out.putLong(updates);
    }

    @Override
    void restoreOwn(final StateReader in) {
        updates = in.getLong();
    }
}
