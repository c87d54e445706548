package org.ranvier.rpu.compound;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Lines;
import org.ranvier.rpu.update.UpdateEngine;
import org.ranvier.rpu.update.ValueUpdated;

/**
 * Cells made of the cells of several devices, which show the weighted sum of their weights, and do something of their own
 * after every update.
 *
 * <p>An update is one call for values, however many slots and calls for pulses its trains take; without values (spikes) it is
 * one pulse slot, or one call for several.
 */
abstract class CompoundCells implements ValueUpdated, Cells {
    /** The learning rate of updates that do not come from values: rates of transfers are then absolute. */
    private static final double RATE_OF_PULSES = 1;

    private final Cells[] parts;
    private final double[] gamma;
    private final WeightedSum sum;
    private final double granularity;
    private final Cells pulsed = new Pulsed();
    private final boolean spreading;
    private CellEvents events = CellEvents.NONE;
    private boolean raised;

    /**
     * @param parts the devices
     * @param gamma what each counts in the sum
     * @param granularity what scales the trains of updates, in weights
     */
    CompoundCells(final Cells[] parts, final double[] gamma, final double granularity) {
        this.parts = parts.clone();
        this.gamma = gamma.clone();
        this.granularity = granularity;
        sum = new WeightedSum(parts, gamma);
        boolean compound = false;
        for (final Cells part : parts) {
            compound |= part instanceof CompoundCells;
        }
        // A transfer or refresh inside a device may change any cell of it.
        spreading = compound;
    }

    /** @return how many devices share a crossing */
    final int parts() {
        return parts.length;
    }

    /** @return the cells of one of the devices that share the crossings */
    final Cells part(final int number) {
        return parts[number];
    }

    /** @return what one of the devices counts in the sum */
    final double gamma(final int number) {
        return gamma[number];
    }

    /**
     * Prepares for an update.
     *
     * @param continued whether it goes on with the last: a single down slot right after a single up slot
     */
    abstract void begin(boolean continued);

    /** Gives devices one pulse of the current update at every crossing of the lines. */
    abstract void pulseParts(Lines rows, Lines columns, boolean up, long slot);

    /** Gives devices their pulses of the current update. */
    abstract void updateParts(Coincidences pulses, long slot);

    /**
     * Does what is due after an update.
     *
     * @param learningRate the magnitude of its learning rate
     * @param receiver is told of what it costs
     */
    abstract void finish(double learningRate, CellEvents receiver);

    /** Chooses the learning rate of the devices that are updated; as it is unless overridden. */
    double rate(final UpdateEngine engine, final float[] x, final float[] d, final double learningRate) {
        return learningRate;
    }

    @Override
    public int update(
            final UpdateEngine engine,
            final float[] x,
            final float[] d,
            final double learningRate,
            final long slot,
            final CellEvents receiver) {
        begin(false);
        raised = false;
        final double rate = rate(engine, x, d, learningRate);
        final int used = engine.update(pulsed, granularity, x, d, rate, slot, receiver);
        finish(Math.abs(learningRate), receiver);
        return used;
    }

    @Override
    public final void pulse(final Lines rows, final Lines columns, final boolean up, final long slot) {
        begin(raised && !up);
        raised = up;
        pulsed.pulse(rows, columns, up, slot);
        finish(RATE_OF_PULSES, events);
    }

    @Override
    public final void update(final Coincidences pulses, final long slot) {
        begin(false);
        raised = false;
        pulsed.update(pulses, slot);
        finish(RATE_OF_PULSES, events);
    }

    /** Shows what pulses to some crossings have changed. */
    private void changed(final Lines rows, final Lines columns) {
        if (spreading) {
            sum.all();
        } else {
            sum.crossings(rows, columns);
        }
    }

    /** Shows what pulses to some rows have changed. */
    private void changed(final Lines rows) {
        if (spreading) {
            sum.all();
        } else {
            sum.rows(rows);
        }
    }

    /** Shows what pulses to one row have changed. */
    final void changedRow(final int row) {
        if (spreading) {
            sum.all();
        } else {
            sum.row(row);
        }
    }

    /** Shows what an operation on the whole array has changed. */
    final void changedAll() {
        sum.all();
    }

    @Override
    public final int[][] weights() {
        return sum.weights();
    }

    @Override
    public final void weight(final int row, final int column, final int weight) {
        share(row, column, weight);
        sum.cell(row, column);
    }

    /** Sets the devices of a crossing so that together they show a weight, as near as their bounds allow. */
    abstract void share(int row, int column, int weight);

    @Override
    public int reach(final int row, final int column) {
        double reach = 0;
        for (int k = 0; k < parts.length; k++) {
            reach += Math.abs(gamma[k]) * parts[k].reach(row, column);
        }
        return (int) Math.ceil(reach);
    }

    @Override
    public final double state(final int row, final int column) {
        double state = 0;
        for (int k = 0; k < parts.length; k++) {
            state += gamma[k] * parts[k].state(row, column);
        }
        return state;
    }

    @Override
    public final void decay(final double strength, final long slot) {
        for (final Cells part : parts) {
            part.decay(strength, slot);
        }
        sum.all();
    }

    @Override
    public final void diffuse(final long slot) {
        for (final Cells part : parts) {
            part.diffuse(slot);
        }
        sum.all();
    }

    @Override
    public final void reset(final Lines rows, final Lines columns, final double probability, final long slot) {
        for (final Cells part : parts) {
            part.reset(rows, columns, probability, slot);
        }
        changed(rows, columns);
    }

    @Override
    public final void drift(final double seconds, final long slot) {
        for (final Cells part : parts) {
            part.drift(seconds, slot);
        }
        sum.all();
    }

    @Override
    public final void attach(final CellEvents receiver) {
        events = receiver;
        for (final Cells part : parts) {
            part.attach(receiver);
        }
    }

    @Override
    public final void save(final StateWriter out) {
        for (final Cells part : parts) {
            part.save(out);
        }
        out.putInt(raised ? 1 : 0);
        saveOwn(out);
    }

    @Override
    public final void restore(final StateReader in) {
        for (final Cells part : parts) {
            part.restore(in);
        }
        raised = in.getInt() != 0;
        restoreOwn(in);
        sum.all();
    }

    /** Writes what the compound remembers besides its devices. */
    abstract void saveOwn(StateWriter out);

    /** Reads back what {@link #saveOwn} wrote. */
    abstract void restoreOwn(StateReader in);

    /** The compound as a pulse generator sees it within one update. */
    private final class Pulsed implements Cells {
        @Override
        public void pulse(final Lines rows, final Lines columns, final boolean up, final long slot) {
            pulseParts(rows, columns, up, slot);
            changed(rows, columns);
        }

        @Override
        public void update(final Coincidences pulses, final long slot) {
            updateParts(pulses, slot);
            changed(pulses.rows());
        }

        @Override
        public int[][] weights() {
            return CompoundCells.this.weights();
        }

        @Override
        public void weight(final int row, final int column, final int weight) {
            CompoundCells.this.weight(row, column, weight);
        }

        @Override
        public int reach(final int row, final int column) {
            return CompoundCells.this.reach(row, column);
        }

        @Override
        public double state(final int row, final int column) {
            return CompoundCells.this.state(row, column);
        }

        @Override
        public void save(final StateWriter out) {
            CompoundCells.this.save(out);
        }

        @Override
        public void restore(final StateReader in) {
            CompoundCells.this.restore(in);
        }
    }
}
