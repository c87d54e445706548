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
 * <p>The conductance is real ({@link Held}), so steps far below the Q20 unit add up without bias; the apparent weight is that
 * number (and write noise) rounded to Q20 whenever a pulse changed it. One rounding per pulse instead of one per cell and read
 * keeps reads integer, and is off by at most half a unit (5e-7 of a weight), which never accumulates.
 */
final class PulsedCells implements Cells {
    private final float[][] upper;
    private final float[][] lower;
    private final Held held;
    private final Apparent apparent;
    private final PulsedAgeing ageing;
    private final RowPulser pulser;
    private final int[] counts;

    PulsedCells(final ArraySite site, final Settings settings, final DeviceParameters parameters, final StepRule rule) {
        this.upper = parameters.upper();
        this.lower = parameters.lower();
        this.held = new Held(site.rows(), site.columns());
        this.apparent = new Apparent(site, settings, held);
        this.ageing = new PulsedAgeing(site, settings, parameters, held, apparent);
        this.pulser = new RowPulser(site, rule, parameters, held);
        this.counts = new int[site.columns()];
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                settle(row, column, 0);
            }
        }
    }

    @Override
    public int[][] weights() {
        return apparent.weights();
    }

    @Override
    public void pulse(final Lines rows, final Lines columns, final boolean up, final long slot) {
        final int[] index = rows.index();
        for (int r = 0; r < rows.count(); r++) {
            final int row = index[r];
            pulser.pulse(row, columns.index(), columns.count(), up, slot);
            apparent.show(row, columns.index(), columns.count(), slot);
        }
    }

    @Override
    public void update(final Coincidences pulses, final long slot) {
        final Lines rows = pulses.rows();
        pulser.begin(slot);
        for (int r = 0; r < rows.count(); r++) {
            final int row = rows.index()[r];
            final int most = pulses.count(row, counts);
            pulser.update(rows, r, counts, most);
            apparent.showTouched(row, counts, Apparent.PULSED, slot);
        }
    }

    private void settle(final int row, final int column, final double weight) {
        held.set(row, column, Math.max(lower[row][column], Math.min(upper[row][column], weight)));
        apparent.set(row, column);
    }

    @Override
    public void weight(final int row, final int column, final int weight) {
        settle(row, column, Fixed.toDouble(weight));
    }

    @Override
    public double state(final int row, final int column) {
        return held.get(row, column);
    }

    @Override
    public int reach(final int row, final int column) {
        final double most = Math.max(Math.abs(upper[row][column]), Math.abs(lower[row][column]));
        return Fixed.of(most + apparent.reach());
    }

    @Override
    public void decay(final double strength, final long slot) {
        ageing.decay(strength, slot);
    }

    @Override
    public void diffuse(final long slot) {
        ageing.diffuse(slot);
    }

    @Override
    public void reset(final Lines rows, final Lines columns, final double probability, final long slot) {
        ageing.reset(rows, columns, probability, slot);
    }

    @Override
    public void drift(final double seconds, final long slot) {
        ageing.drift(seconds, slot);
    }

    @Override
    public void save(final StateWriter out) {
        held.save(out);
        apparent.save(out);
        if (ageing.drift() != null) {
            ageing.drift().save(out);
        }
    }

    @Override
    public void restore(final StateReader in) {
        held.restore(in);
        apparent.restore(in);
        if (ageing.drift() != null) {
            ageing.drift().restore(in);
        }
    }
}
