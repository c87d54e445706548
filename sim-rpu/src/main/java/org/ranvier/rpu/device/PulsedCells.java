package org.ranvier.rpu.device;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.device.ArraySite.Purpose;

/**
 * Devices with one real-valued conductance each, clipped to the device's own bounds after every pulse.
 *
 * <p>The conductance is a double, so steps far below the Q20 unit add up without bias; the apparent weight is that number
 * rounded to Q20 whenever a pulse changed it. One rounding per pulse instead of one per cell and read keeps reads integer, and
 * is off by at most half a unit (5e-7 of a weight), which never accumulates.
 */
final class PulsedCells implements Cells {
    private final ArraySite site;
    private final StepRule rule;
    private final boolean noisy;
    private final float[][] upper;
    private final float[][] lower;
    private final double[][] state;
    private final int[][] weights;

    PulsedCells(final ArraySite site, final DeviceParameters parameters, final StepRule rule) {
        this.site = site;
        this.rule = rule;
        this.noisy = rule.noisy();
        this.upper = parameters.upper();
        this.lower = parameters.lower();
        this.state = new double[site.rows()][site.columns()];
        this.weights = new int[site.rows()][site.columns()];
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
        final int[] rowIndex = rows.index();
        for (int r = 0; r < rows.count(); r++) {
            if (up) {
                raise(rowIndex[r], columns, slot);
            } else {
                lower(rowIndex[r], columns, slot);
            }
        }
    }

    private void raise(final int row, final Lines columns, final long slot) {
        final int[] index = columns.index();
        for (int c = 0; c < columns.count(); c++) {
            final int column = index[c];
            settle(row, column, rule.up(row, column, state[row][column], noise(row, column, slot)));
        }
    }

    private void lower(final int row, final Lines columns, final long slot) {
        final int[] index = columns.index();
        for (int c = 0; c < columns.count(); c++) {
            final int column = index[c];
            settle(row, column, rule.down(row, column, state[row][column], noise(row, column, slot)));
        }
    }

    private double noise(final int row, final int column, final long slot) {
        return noisy ? site.normal(Purpose.PULSE, site.device(row, column), slot) : 0;
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
