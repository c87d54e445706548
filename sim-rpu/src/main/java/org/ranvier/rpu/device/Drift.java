package org.ranvier.rpu.device;

import org.ranvier.core.random.RandomRow;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;
import org.ranvier.rpu.cell.Planes;

/**
 * Power-law drift of pulsed devices: w = w0 max(t / t0, 1)^-nu, t since the weight last changed otherwise than by drift, nu =
 * drift_nu (1 + drift_nu_dtod xi) per device.
 *
 * <p>As in IBM aihwkit, a change is seen at the next drift, which then starts the device's time and does nothing else; time
 * before the first change counts from 0. With offsets, w is shifted by a (max(t / t0, 1)^-nu - 1), a = drift_g_offset
 * drift_wg_ratio + drift_w_offset. Where the conductance is not positive, drift_nu_k has no effect.
 */
final class Drift implements Stateful {
    private static final int EXPONENT = 6;
    private static final int READ = 7;

    private final ArraySite site;
    private final Settings settings;
    private final float[][] nu;
    private final double[][] start;
    private final double[][] since;
    private final double[][] last;
    private final RandomRow noise;
    private final float[] exponentNoise;
    private final float[] readNoise;
    private double now;

    Drift(final ArraySite site, final Settings settings) {
        this.site = site;
        this.settings = settings;
        nu = new float[site.rows()][site.columns()];
        start = new double[site.rows()][site.columns()];
        since = new double[site.rows()][site.columns()];
        last = new double[site.rows()][site.columns()];
        noise = new RandomRow(site.columns());
        exponentNoise = new float[site.columns()];
        readNoise = new float[site.columns()];
        final double mean = settings.get(DriftOptions.NU);
        final double spread = settings.get(DriftOptions.NU_DTOD);
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                nu[row][column] = (float) (mean * (1 + Draw.DRIFT.deviation(site, row, column, spread)));
                last[row][column] = Double.NaN;
            }
        }
    }

    /** Lets time pass for all devices. */
    void pass(final double seconds) {
        now += seconds / settings.get(DriftOptions.T0);
    }

    /** Drifts the weights of a row. */
    void apply(final int row, final double[] held, final long slot) {
        final double nuNoise = settings.get(DriftOptions.NU_STD);
        final double weightNoise = settings.get(DriftOptions.W_READ_STD);
        noise.at(site.rowKey(Purpose.AGE, row, slot));
        if (nuNoise > 0) {
            noise.normals(EXPONENT, exponentNoise);
        }
        if (weightNoise > 0) {
            noise.normals(READ, readNoise);
        }
        for (int column = 0; column < held.length; column++) {
            if (Double.isNaN(last[row][column])) {
                start[row][column] = held[column];
            } else if (Math.abs(last[row][column] - held[column]) > settings.get(DriftOptions.RESET_TOL)) {
                start[row][column] = held[column];
                since[row][column] = now;
            }
            held[column] = drifted(row, column, held[column], nu[row][column] * (1 + nuNoise * exponentNoise[column]))
                    + weightNoise * readNoise[column];
        }
    }

    private double drifted(final int row, final int column, final double weight, final double exponent) {
        final double ratio = settings.get(DriftOptions.WG_RATIO);
        final double gOffset = settings.get(DriftOptions.G_OFFSET);
        final double wOffset = settings.get(DriftOptions.W_OFFSET);
        final double k = settings.get(DriftOptions.NU_K);
        final double conductance = (weight - wOffset) / ratio + gOffset;
        final double own = k == 0 || conductance < Double.MIN_NORMAL
                ? exponent
                : exponent - k * (Elementary.log(conductance) - settings.get(DriftOptions.LOG_G0));
        final double left = Elementary.pow(Math.max(now - since[row][column], 1), -own);
        return start[row][column] * left + (gOffset * ratio + wOffset) * (left - 1);
    }

    /** Remembers the weights of a row, to see later what has changed. */
    void remember(final int row, final double[] held) {
        System.arraycopy(held, 0, last[row], 0, last[row].length);
    }

    @Override
    public void save(final StateWriter out) {
        out.putLong(Double.doubleToRawLongBits(now));
        for (final double[][] plane : new double[][][] {start, since, last}) {
            Planes.save(plane, out);
        }
    }

    @Override
    public void restore(final StateReader in) {
        now = Double.longBitsToDouble(in.getLong());
        for (final double[][] plane : new double[][][] {start, since, last}) {
            Planes.restore(plane, in);
        }
    }
}
