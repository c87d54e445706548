package org.ranvier.rpu.compound;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Lines;
import org.ranvier.rpu.cell.Planes;
import org.ranvier.rpu.update.UpdateEngine;

/**
 * Cells whose updates gather in a digital matrix chi, from which whole steps are pulsed into the devices column by column.
 *
 * <p>Pulses that do not come from values (spikes) go to the devices directly: they are whole steps already.
 */
final class MixedPrecisionCells extends CompoundCells {
    private static final int WHICH_COLUMN = 0;
    private static final int ROWS = 1;

    private final ArraySite site;
    private final PartWriter writer;
    private final MixedPlan plan;
    private final double[][] chi;
    private final float[] x;
    private final float[] d;
    private final float[] steps;
    private long updates;
    private long slots;
    private int next;

    /**
     * @param device the devices
     * @param writer pulses them
     * @param plan when to transfer and how to round
     * @param site shape and noise address
     */
    MixedPrecisionCells(final Cells device, final PartWriter writer, final MixedPlan plan, final ArraySite site) {
        super(new Cells[] {device}, new double[] {1}, writer.granularity());
        this.site = site;
        this.writer = writer;
        this.plan = plan;
        chi = new double[site.rows()][site.columns()];
        x = new float[site.rows()];
        d = new float[site.columns()];
        steps = new float[site.rows()];
    }

    @Override
    public int update(
            final UpdateEngine engine,
            final float[] rowValues,
            final float[] columnValues,
            final double learningRate,
            final long slot,
            final CellEvents receiver) {
        round(rowValues, plan.rowBins(), plan.rowsRandomly(), 0, x);
        round(columnValues, plan.columnBins(), plan.columnsRandomly(), site.rows(), d);
        for (int row = 0; row < x.length; row++) {
            final double factor = learningRate * x[row];
            for (int column = 0; column < d.length && factor != 0; column++) {
                chi[row][column] += factor * d[column];
            }
        }
        if (updates > 0 && plan.every() > 0 && updates % plan.every() == 0) {
            transfer(receiver);
        }
        updates++;
        return 0;
    }

    private void round(
            final float[] values, final int bins, final boolean randomly, final int firstLine, final float[] out) {
        final int half = bins / 2;
        float most = 0;
        for (final float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        final double width = most == 0 ? 1 : (double) most / Math.max(half, 1);
        for (int line = 0; line < values.length; line++) {
            out[line] = values[line];
            if (half > 0) {
                final double shift =
                        randomly ? site.uniform(Purpose.CHOICE, ROWS + firstLine + line, updates) - 0.5 : 0;
                final double level = Math.rint(values[line] / width + shift);
                out[line] = (float) (Math.max(-half, Math.min(half, level)) * width);
            }
        }
    }

    private void transfer(final CellEvents receiver) {
        final int columns = d.length;
        final int count = Math.min(plan.columns() < 0 ? columns : plan.columns(), columns);
        if (plan.random() && count < columns) {
            next = (int) (site.uniform(Purpose.CHOICE, WHICH_COLUMN, updates) * columns);
        }
        for (int i = 0; i < count; i++) {
            transfer((next + i) % columns, receiver);
        }
        next = (next + count) % columns;
        if (count > 0) {
            changedAll();
        }
    }

    private void transfer(final int column, final CellEvents receiver) {
        final double granularity = plan.granularity();
        boolean any = false;
        for (int row = 0; row < steps.length; row++) {
            final long whole = (long) (chi[row][column] / granularity);
            chi[row][column] -= whole * granularity;
            steps[row] = whole;
            any |= whole != 0;
        }
        if (any) {
            slots = writer.column(column, steps, granularity * plan.rate(), slots, receiver);
            receiver.transfer();
        }
    }

    /** @return what has gathered at a crossing and was not pulsed yet, in weights */
    double chi(final int row, final int column) {
        return chi[row][column];
    }

    @Override
    void begin(final boolean continued) {}

    @Override
    void pulseParts(final Lines rows, final Lines columns, final boolean up, final long slot) {
        part(0).pulse(rows, columns, up, slots++);
    }

    @Override
    void updateParts(final Coincidences pulses, final long slot) {
        part(0).update(pulses, slots++);
    }

    @Override
    void finish(final double learningRate, final CellEvents receiver) {}

    /** {@inheritDoc} What has gathered is forgotten. */
    @Override
    void share(final int row, final int column, final int weight) {
        chi[row][column] = 0;
        part(0).weight(row, column, weight);
    }

    @Override
    void saveOwn(final StateWriter out) {
        out.putLong(updates).putLong(slots).putInt(next);
        Planes.save(chi, out);
    }

    @Override
    void restoreOwn(final StateReader in) {
        updates = in.getLong();
        slots = in.getLong();
        next = in.getInt();
        Planes.restore(chi, in);
    }
}
