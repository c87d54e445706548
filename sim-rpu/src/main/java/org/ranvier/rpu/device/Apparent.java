package org.ranvier.rpu.device;

import org.ranvier.core.random.RandomRow;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;
import org.ranvier.rpu.cell.Fixed;

/**
 * What reads see of an array's devices: the held weights in Q20, plus write noise if the devices have any.
 *
 * <p>Without write noise they are the whole units of what is held, and nothing has to be done. Write noise is drawn again for a device when it is pulsed, set or ages, and stays until then. It ends at 4 standard
 * deviations (one draw in 16,000), so that the largest read-out of an array is finite.
 */
final class Apparent implements Stateful {
    /** The largest magnitude of the noise, in standard deviations. */
    static final float MOST = 4;

    /** The draw of pulses; the kinds of ageing have others. */
    static final int PULSED = 0;

    private static final long SETTING = 1L << 55;

    private final ArraySite site;
    private final Held held;
    private final int[][] weights;
    private final double deviation;
    private final boolean noisyWhenSet;
    private final RandomRow noise;
    private final float[] normals;

    Apparent(final ArraySite site, final Settings settings, final Held held) {
        this.site = site;
        this.held = held;
        deviation = settings.get(PulsedOptions.WRITE_NOISE_STD) * settings.get(PulsedOptions.DW_MIN);
        weights = deviation > 0 ? new int[site.rows()][site.columns()] : held.units();
        noisyWhenSet = deviation > 0 && settings.on(PulsedOptions.APPLY_WRITE_NOISE_ON_SET);
        noise = new RandomRow(site.columns());
        normals = new float[site.columns()];
    }

    /** @return the live plane */
    int[][] weights() {
        return weights;
    }

    /** @return how far noise can carry a weight beyond what is held, in weights */
    double reach() {
        return MOST * deviation;
    }

    /**
     * Shows some devices of a row, which were pulsed.
     *
     * @param row the row
     * @param columns the devices' columns
     * @param count how many
     * @param slot the pulse slot
     */
    void show(final int row, final int[] columns, final int count, final long slot) {
        if (deviation == 0) {
            return;
        }
        noise.at(site.rowKey(Purpose.WRITE, row, slot)).normals(PULSED, columns, count, normals);
        for (int i = 0; i < count; i++) {
            weights[row][columns[i]] = noisy(row, columns[i], normals[i]);
        }
    }

    /**
     * Shows the devices of a row that were touched.
     *
     * @param row the row
     * @param touched per column, 0 where nothing happened to the device
     * @param draw {@link #PULSED} or the kind of ageing
     * @param slot the pulse slot
     */
    void showTouched(final int row, final int[] touched, final int draw, final long slot) {
        if (deviation == 0) {
            return;
        }
        noise.at(site.rowKey(Purpose.WRITE, row, slot)).normals(draw, normals);
        for (int column = 0; column < touched.length; column++) {
            if (touched[column] != 0) {
                weights[row][column] = noisy(row, column, normals[column]);
            }
        }
    }

    /**
     * Shows a device that was set. Its noise is addressed by the weight, so it does not depend on the order in which devices
     * are set; setting the same weight again shows the same noise.
     *
     * @param row the row
     * @param column the column
     */
    void set(final int row, final int column) {
        if (deviation == 0) {
            return;
        }
        final int weight = held.units()[row][column];
        weights[row][column] = noisyWhenSet
                ? noisy(
                        row,
                        column,
                        noise.at(site.rowKey(Purpose.WRITE, row, SETTING | weight & 0xFFFFFFFFL))
                                .normal(PULSED, column))
                : weight;
    }

    private int noisy(final int row, final int column, final float normal) {
        return Fixed.of(held.get(row, column) + deviation * Math.max(-MOST, Math.min(MOST, normal)));
    }

    @Override
    public void save(final StateWriter out) {
        if (deviation > 0) {
            for (final int[] row : weights) {
                out.putInts(row);
            }
        }
    }

    @Override
    public void restore(final StateReader in) {
        if (deviation > 0) {
            for (final int[] row : weights) {
                in.getInts(row);
            }
        }
    }
}
