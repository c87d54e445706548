package org.ranvier.rpu.device;

import org.ranvier.core.random.RandomRow;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;

/**
 * Gives pulses to the devices of one row at a time: noise, the rule's step, then the device's own bounds.
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
    private final RandomRow noise;
    private final float[] normals;
    private final int[] picked;

    /**
     * @param site shape and noise address
     * @param rule what a pulse does
     * @param parameters bounds
     * @param state the devices' states, rows x columns, shared with the owner
     */
    RowPulser(final ArraySite site, final StepRule rule, final DeviceParameters parameters, final double[][] state) {
        this.site = site;
        this.rule = rule;
        this.upper = parameters.upper();
        this.lower = parameters.lower();
        this.state = state;
        this.noise = new RandomRow(site.columns());
        this.normals = new float[site.columns()];
        this.picked = new int[site.columns() + 1];
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
     * Gives every device of a row its pulses of one update, one after the other.
     *
     * @param row the row
     * @param counts pulses per column, positive up and negative down
     * @param most the largest magnitude among them
     * @param slot the array's pulse slot
     */
    void update(final int row, final int[] counts, final int most, final long slot) {
        noise.at(site.rowKey(Purpose.PULSE, row, slot));
        oneByOne(row, counts, 1);
        oneByOne(row, counts, -1);
    }

    /** Pulses the devices that go in one direction: each list of those with pulses left is a part of the list before. */
    private void oneByOne(final int row, final int[] counts, final int sign) {
        int left = 0;
        for (int column = 0; column < counts.length; column++) {
            picked[left] = column;
            left += counts[column] * sign > 0 ? 1 : 0;
        }
        for (int pulse = 0; left > 0; pulse++) {
            step(row, picked, left, sign > 0, pulse);
            left = keep(counts, left, pulse + 1, sign);
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
            states[column] = Math.max(low[column], Math.min(high[column], states[column]));
        }
    }
}
