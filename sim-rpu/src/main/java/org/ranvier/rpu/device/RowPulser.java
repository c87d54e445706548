package org.ranvier.rpu.device;

import org.ranvier.core.random.RandomRow;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;
import org.ranvier.rpu.cell.Fixed;

/**
 * Gives pulses to the devices of one row at a time: noise, the rule's step, then the device's own bounds.
 *
 * <p>A pulse leaves a weight of single precision, as in IBM aihwkit: steps of one size then add up to the same sums, of which the
 * exact ones may be 1e-4 off after 20,000 pulses. A bulk update and ageing round once, in double precision.
 *
 * <p>Changes states only; whoever owns the devices shows the new states to reads. The noise of a pulse is addressed by (row,
 * column, slot, number of the pulse within the slot). Not thread-safe: scratch space is reused.
 */
final class RowPulser {
    private final ArraySite site;
    private final StepRule rule;
    private final float[][] upper;
    private final float[][] lower;
    private final double[][] state;
    private final int[][] shown;
    private final RandomRow noise;
    private final float[] normals;
    private final int[] picked;
    private final BulkRule bulk;
    private final BoundGuard guard;
    private final int[] near;
    private final double[] saved;
    private final int[] rounded;

    /**
     * @param site shape and noise address
     * @param rule what a pulse does
     * @param parameters bounds
     * @param state the devices' states, rows x columns, shared with the owner
     * @param shown what reads see of the states, in Q20; null when that is more than rounding
     */
    RowPulser(
            final ArraySite site,
            final StepRule rule,
            final DeviceParameters parameters,
            final double[][] state,
            final int[][] shown) {
        this.site = site;
        this.rule = rule;
        this.upper = parameters.upper();
        this.lower = parameters.lower();
        this.state = state;
        this.shown = shown;
        this.noise = new RandomRow(site.columns());
        this.normals = new float[site.columns()];
        this.picked = new int[site.columns()];
        this.bulk = rule.bulk(parameters);
        this.guard = bulk == null ? null : new BoundGuard(upper, lower, bulk);
        this.near = new int[site.columns() + 1];
        this.saved = new double[site.columns()];
        this.rounded = new int[site.columns()];
    }

    /**
     * Gives one pulse each to some devices of a row.
     *
     * @param row the row
     * @param columns the devices' columns
     * @param count how many
     * @param up true raises weights
     * @param slot the array's pulse slot
     */
    void pulse(final int row, final int[] columns, final int count, final boolean up, final long slot) {
        noise.at(site.rowKey(Purpose.PULSE, row, slot));
        step(row, columns, count, up, 0);
    }

    /**
     * Gives every device of a row its pulses of one update: one after the other, or all at once where the rule can and no bound
     * is near.
     *
     * @param row the row
     * @param counts pulses per column, positive up and negative down
     * @param most the largest magnitude among them
     * @param slot the array's pulse slot
     */
    void update(final int row, final int[] counts, final int most, final long slot) {
        noise.at(site.rowKey(Purpose.PULSE, row, slot));
        if (bulk != null && guard.applies(bulk, row, most)) {
            atOnce(row, counts, most);
        } else {
            oneByOne(row, counts, null, counts.length);
        }
    }

    private void atOnce(final int row, final int[] counts, final int most) {
        final double[] states = state[row];
        final int found = guard.find(bulk, row, held(row), counts, most, near);
        for (int i = 0; i < found; i++) {
            saved[i] = states[near[i]];
        }
        bulk.advance(row, states, counts, noise);
        for (int i = 0; i < found; i++) {
            states[near[i]] = saved[i];
        }
        if (found > 0) {
            oneByOne(row, counts, near, found);
        }
    }

    /** Rounds the states of a row, unless that has been done for reads. */
    private int[] held(final int row) {
        if (shown != null) {
            return shown[row];
        }
        for (int column = 0; column < rounded.length; column++) {
            rounded[column] = Fixed.of(state[row][column]);
        }
        return rounded;
    }

    /** Pulses some devices, or all when their columns are null: those that rise, then those that fall. */
    private void oneByOne(final int row, final int[] counts, final int[] columns, final int count) {
        oneWay(row, counts, columns, count, 1);
        oneWay(row, counts, columns, count, -1);
    }

    /** Each list of devices with pulses left is a part of the list before; draw 0 is left to rules that pulse all at once. */
    private void oneWay(final int row, final int[] counts, final int[] columns, final int count, final int sign) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            final int column = columns == null ? i : columns[i];
            picked[left] = column;
            left += counts[column] * sign > 0 ? 1 : 0;
        }
        for (int pulse = 1; left > 0; pulse++) {
            step(row, picked, left, sign > 0, pulse);
            left = keep(counts, left, pulse, sign);
        }
    }

    /** Drops the columns that got all their pulses; returns how many are left. */
    private int keep(final int[] counts, final int count, final int pulses, final int sign) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            final int column = picked[i];
            picked[left] = column;
            left += counts[column] * sign > pulses ? 1 : 0;
        }
        return left;
    }

    private void step(final int row, final int[] columns, final int count, final boolean up, final int pulse) {
        if (rule.noisy()) {
            noise.normals(pulse, columns, count, normals);
        }
        final double[] states = state[row];
        if (up) {
            rule.up(row, states, columns, count, normals);
        } else {
            rule.down(row, states, columns, count, normals);
        }
        final float[] high = upper[row];
        final float[] low = lower[row];
        for (int i = 0; i < count; i++) {
            final int column = columns[i];
            states[column] = Math.max(low[column], Math.min(high[column], (float) states[column]));
        }
    }
}
