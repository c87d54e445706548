package org.ranvier.rpu.device;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;

/**
 * Devices with one real-valued conductance each, clipped to the device's own bounds after every pulse.
 *
 * <p>The conductance is a double, so steps far below the Q20 unit add up without bias; the apparent weight is that number
 * rounded to Q20 whenever a pulse changed it. One rounding per pulse instead of one per cell and read keeps reads integer, and
 * is off by at most half a unit (5e-7 of a weight), which never accumulates.
 */
final class PulsedCells implements Cells {
    private final float[][] upper;
    private final float[][] lower;
    private final double[][] state;
    private final int[][] weights;
    private final RowPulser pulser;
    private final int[] counts;

    PulsedCells(final ArraySite site, final DeviceParameters parameters, final StepRule rule) {
        this.upper = parameters.upper();
        this.lower = parameters.lower();
        this.state = new double[site.rows()][site.columns()];
        this.weights = new int[site.rows()][site.columns()];
        this.pulser = new RowPulser(site, rule, parameters, state);
        this.counts = new int[site.columns()];
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                settle(row, column, 0);
            }
        }
    }

    @Override
    public int[][] weights() {
        return weights;
    }

    @Override
    public void pulse(final Lines rows, final Lines columns, final boolean up, final long slot) {
        final int[] index = rows.index();
        for (int r = 0; r < rows.count(); r++) {
            pulser.pulse(index[r], columns.index(), columns.count(), up, slot);
            show(index[r], columns.index(), columns.count());
        }
    }

    @Override
    public void update(final Coincidences pulses, final long slot) {
        final int[] index = pulses.rows().index();
        for (int r = 0; r < pulses.rows().count(); r++) {
            final int row = index[r];
            final int most = pulses.count(row, counts);
            pulser.update(row, counts, most, slot);
            show(row);
        }
    }

    private void show(final int row, final int[] columns, final int count) {
        final int[] shown = weights[row];
        final double[] held = state[row];
        for (int i = 0; i < count; i++) {
            shown[columns[i]] = Fixed.of(held[columns[i]]);
        }
    }

    private void show(final int row) {
        final int[] shown = weights[row];
        final double[] held = state[row];
        for (int column = 0; column < shown.length; column++) {
            shown[column] = Fixed.of(held[column]);
        }
    }

    private void settle(final int row, final int column, final double weight) {
        final double held = Math.max(lower[row][column], Math.min(upper[row][column], weight));
        state[row][column] = held;
        weights[row][column] = Fixed.of(held);
    }

    @Override
    public void weight(final int row, final int column, final int weight) {
        settle(row, column, Fixed.toDouble(weight));
    }

    @Override
    public double state(final int row, final int column) {
        return state[row][column];
    }

    @Override
    public int reach(final int row, final int column) {
        return Fixed.of(Math.max(Math.abs(upper[row][column]), Math.abs(lower[row][column])));
    }

    @Override
    public void save(final StateWriter out) {
        for (int row = 0; row < state.length; row++) {
            for (final double value : state[row]) {
                out.putLong(Double.doubleToRawLongBits(value));
            }
        }
    }

    @Override
    public void restore(final StateReader in) {
        for (int row = 0; row < state.length; row++) {
            for (int column = 0; column < state[row].length; column++) {
                settle(row, column, Double.longBitsToDouble(in.getLong()));
            }
        }
    }
}
