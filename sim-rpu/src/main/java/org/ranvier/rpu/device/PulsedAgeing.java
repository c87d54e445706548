package org.ranvier.rpu.device;

import java.util.Arrays;
import org.ranvier.core.random.RandomRow;
import org.ranvier.rpu.cell.Ageing;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;
import org.ranvier.rpu.cell.Lines;

/**
 * Decay, diffusion and reset of pulsed devices, each followed by the device's bounds and fresh write noise.
 *
 * <p>Per device: keep = 1 - 1 / (lifetime (1 + lifetime_dtod xi)), 0 for lifetimes of 1 or less and 1 for lifetime 0; diffusion
 * rate |diffusion (1 + diffusion_dtod xi)|; reset point reset + reset_dtod xi.
 */
final class PulsedAgeing implements Ageing {
    private static final int DECAY = 1;
    private static final int DIFFUSION = 2;
    private static final int RESET = 3;
    private static final int RESET_CHANCE = 4;
    private static final int DRIFT = 5;
    private static final double TO_UNIT = 0x1p-32;

    private final ArraySite site;
    private final DeviceParameters parameters;
    private final Held held;
    private final Apparent apparent;
    private final float[][] loss;
    private final float[][] rate;
    private final double resetNoise;
    private final Drift drift;
    private final RandomRow noise;
    private final float[] normals;
    private final int[] bits;
    private final int[] touched;
    private final double[] weights;

    PulsedAgeing(
            final ArraySite site,
            final Settings settings,
            final DeviceParameters parameters,
            final Held held,
            final Apparent apparent) {
        this.site = site;
        this.parameters = parameters;
        this.held = held;
        this.apparent = apparent;
        loss = loss(site, settings.get(PulsedOptions.LIFETIME), settings.get(PulsedOptions.LIFETIME_DTOD));
        rate = rate(site, settings.get(PulsedOptions.DIFFUSION), settings.get(PulsedOptions.DIFFUSION_DTOD));
        resetNoise = settings.get(PulsedOptions.RESET_STD);
        drift = settings.get(DriftOptions.NU) == 0 ? null : new Drift(site, settings);
        noise = new RandomRow(site.columns());
        normals = new float[site.columns()];
        bits = new int[site.columns()];
        touched = new int[site.columns()];
        weights = new double[site.columns()];
    }

    /** @return the drift, or null when the devices do not drift */
    Drift drift() {
        return drift;
    }

    private static float[][] loss(final ArraySite site, final double lifetime, final double spread) {
        if (lifetime == 0) {
            return null;
        }
        final float[][] plane = new float[site.rows()][site.columns()];
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                final double own = lifetime * (1 + Draw.LIFETIME.deviation(site, row, column, spread));
                plane[row][column] = (float) (own > 1 ? 1 / own : 1);
            }
        }
        return plane;
    }

    private static float[][] rate(final ArraySite site, final double diffusion, final double spread) {
        if (diffusion == 0) {
            return null;
        }
        final float[][] plane = new float[site.rows()][site.columns()];
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                final double own = diffusion * (1 + Draw.DIFFUSION.deviation(site, row, column, spread));
                plane[row][column] = (float) Math.abs(own);
            }
        }
        return plane;
    }

    @Override
    public void decay(final double strength, final long slot) {
        if (loss == null) {
            return;
        }
        Arrays.fill(touched, 1);
        for (int row = 0; row < site.rows(); row++) {
            held.load(row, weights);
            for (int column = 0; column < weights.length; column++) {
                final double rest = parameters.rest()[row][column];
                weights[column] = (weights[column] - rest) * (1 - strength * loss[row][column]) + rest;
            }
            settle(row, DECAY, slot);
        }
    }

    @Override
    public void diffuse(final long slot) {
        if (rate == null) {
            return;
        }
        Arrays.fill(touched, 1);
        for (int row = 0; row < site.rows(); row++) {
            noise.at(site.rowKey(Purpose.AGE, row, slot)).normals(DIFFUSION, normals);
            held.load(row, weights);
            for (int column = 0; column < weights.length; column++) {
                weights[column] += rate[row][column] * normals[column];
            }
            settle(row, DIFFUSION, slot);
        }
    }

    @Override
    public void reset(final Lines rows, final Lines columns, final double probability, final long slot) {
        for (int r = 0; r < rows.count(); r++) {
            final int row = rows.index()[r];
            noise.at(site.rowKey(Purpose.AGE, row, slot));
            noise.normals(RESET, normals);
            noise.bits(RESET_CHANCE, bits);
            Arrays.fill(touched, 0);
            held.load(row, weights);
            for (int c = 0; c < columns.count(); c++) {
                final int column = columns.index()[c];
                if ((bits[column] & 0xFFFFFFFFL) * TO_UNIT < probability) {
                    weights[column] = parameters.rest()[row][column] + resetNoise * normals[column];
                    touched[column] = 1;
                }
            }
            settle(row, RESET, slot);
        }
    }

    @Override
    public void drift(final double seconds, final long slot) {
        if (drift == null) {
            return;
        }
        drift.pass(seconds);
        Arrays.fill(touched, 1);
        for (int row = 0; row < site.rows(); row++) {
            held.load(row, weights);
            drift.apply(row, weights, slot);
            settle(row, DRIFT, slot);
            held.load(row, weights);
            drift.remember(row, weights);
        }
    }

    /** Clips the weights at hand and makes the row hold them. */
    private void settle(final int row, final int kind, final long slot) {
        final float[] high = parameters.upper()[row];
        final float[] low = parameters.lower()[row];
        for (int column = 0; column < weights.length; column++) {
            weights[column] = Math.max(low[column], Math.min(high[column], weights[column]));
        }
        held.store(row, weights);
        apparent.showTouched(row, touched, kind, slot);
    }
}
