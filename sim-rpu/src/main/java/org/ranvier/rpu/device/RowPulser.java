package org.ranvier.rpu.device;

import org.ranvier.core.random.RandomRow;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;
import org.ranvier.rpu.cell.Lines;

/**
 * Gives pulses to the devices of one row at a time: noise, the rule's step, then the device's own bounds.
 *
 * <p>A pulse leaves a weight of single precision, as in IBM aihwkit: steps of one size then add up to the same sums, of which the
 * exact ones may be 1e-4 off after 20,000 pulses. A bulk update and ageing round once, to what {@link Held} keeps.
 *
 * <p>Changes states only; whoever owns the devices shows the new states to reads. The noise of a pulse is addressed by (row,
 * column, slot, number of the pulse within the slot). Not thread-safe: scratch space is reused.
 */
final class RowPulser {
    private final ArraySite site;
    private final StepRule rule;
    private final float[][] upper;
    private final float[][] lower;
    private final Held held;
    private final RandomRow noise;
    private final float[] normals;
    private final int[] picked;
    private final BulkRule bulk;
    private final BulkGuard guard;
    private final int[] near;
    private final BulkNoise bulkNoise;
    private final float[] change;
    private final double[] weights;
    private long updateSlot;

    /**
     * @param site shape and noise address
     * @param rule what a pulse does
     * @param parameters bounds
     * @param held what the devices hold, shared with the owner
     */
    RowPulser(final ArraySite site, final StepRule rule, final DeviceParameters parameters, final Held held) {
        this.site = site;
        this.rule = rule;
        this.upper = parameters.upper();
        this.lower = parameters.lower();
        this.held = held;
        this.noise = new RandomRow(site.columns());
        this.normals = new float[site.columns()];
        this.picked = new int[site.columns()];
        this.bulk = rule.bulk(parameters);
        this.guard = bulk == null ? null : bulk.guard(parameters);
        this.bulkNoise = new BulkNoise(site);
        this.near = new int[site.columns() + 1];
        this.change = new float[site.columns()];
        this.weights = new double[site.columns()];
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
        held.load(row, columns, count, weights);
        step(row, columns, count, up, 0);
        held.store(row, columns, count, weights);
    }

    /**
     * Begins an update, whose rows follow in their order.
     *
     * @param slot the array's pulse slot
     */
    void begin(final long slot) {
        updateSlot = slot;
        bulkNoise.begin(slot);
    }

    /**
     * Gives every device of a row its pulses of one update: one after the other, or all at once where the rule can and no bound
     * is near.
     *
     * @param rows the rows of the update
     * @param r the row's place among them
     * @param counts pulses per column, positive up and negative down
     * @param most the largest magnitude among them
     */
    void update(final Lines rows, final int r, final int[] counts, final int most) {
        if (most == 0) {
            return;
        }
        final int row = rows.index()[r];
        final int left;
        if (bulk != null && guard.applies(row, most)) {
            left = guard.find(row, held, counts, most, near);
            atOnce(row, counts, rule.noisy() ? bulkNoise.row(rows, r) : normals, left);
        } else {
            left = pulsed(counts);
        }
        if (left > 0) {
            noise.at(site.rowKey(Purpose.PULSE, row, updateSlot));
            oneByOne(row, counts, left);
        }
    }

    /** Gives all devices their pulses but the first {@code found} of {@code near}. */
    private void atOnce(final int row, final int[] counts, final float[] random, final int found) {
        bulk.change(row, held, counts, random, change);
        for (int i = 0; i < found; i++) {
            change[near[i]] = 0;
        }
        held.add(row, change);
    }

    /** Finds the devices that are pulsed; returns how many. */
    private int pulsed(final int[] counts) {
        int found = 0;
        for (int column = 0; column < counts.length; column++) {
            near[found] = column;
            found += counts[column] == 0 ? 0 : 1;
        }
        return found;
    }

    /** Pulses the first devices of {@code near}: those that rise, then those that fall. */
    private void oneByOne(final int row, final int[] counts, final int count) {
        held.load(row, near, count, weights);
        oneWay(row, counts, count, 1);
        oneWay(row, counts, count, -1);
        held.store(row, near, count, weights);
    }

    /** Each list of devices with pulses left is a part of the list before; draw 0 is left to rules that pulse all at once. */
    private void oneWay(final int row, final int[] counts, final int count, final int sign) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            picked[left] = near[i];
            left += counts[near[i]] * sign > 0 ? 1 : 0;
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
        if (up) {
            rule.up(row, weights, columns, count, normals);
        } else {
            rule.down(row, weights, columns, count, normals);
        }
        final float[] high = upper[row];
        final float[] low = lower[row];
        for (int i = 0; i < count; i++) {
            final int column = columns[i];
            weights[column] = Math.max(low[column], Math.min(high[column], (float) weights[column]));
        }
    }
}
