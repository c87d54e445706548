package org.ranvier.rpu.device;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;

/**
 * The fixed parameters of every device of an array, struct of arrays: row, then column. Drawn once from the array's address,
 * each parameter under its own counter, so they are the same whatever else is built and need not be saved.
 */
public final class DeviceParameters {
    private static final int DRAW_UPPER = 0;
    private static final int DRAW_LOWER = 1;
    private static final int DRAW_GAIN = 2;
    private static final int DRAW_UP_DOWN = 3;
    private static final int DRAW_CORRUPT = 4;
    private static final int DRAW_STUCK = 5;

    private final float[][] up;
    private final float[][] down;
    private final float[][] upper;
    private final float[][] lower;

    private final boolean consistent;

    DeviceParameters(final ArraySite site, final Settings settings) {
        consistent = settings.on(PulsedOptions.ENFORCE_CONSISTENCY);
        up = new float[site.rows()][site.columns()];
        down = new float[site.rows()][site.columns()];
        upper = new float[site.rows()][site.columns()];
        lower = new float[site.rows()][site.columns()];
        makeSteps(site, settings);
        makeBounds(site, settings);
        corrupt(
                site,
                settings.get(PulsedOptions.CORRUPT_DEVICES_PROB),
                settings.get(PulsedOptions.CORRUPT_DEVICES_RANGE));
    }

    private void makeSteps(final ArraySite site, final Settings settings) {
        final double minimum = settings.get(PulsedOptions.DW_MIN);
        final double spread = settings.get(PulsedOptions.DW_MIN_DTOD);
        final boolean logNormal = settings.on(PulsedOptions.DW_MIN_DTOD_LOG_NORMAL);
        final double upBias = Math.min(settings.get(PulsedOptions.UP_DOWN), 0);
        final double downBias = -Math.max(settings.get(PulsedOptions.UP_DOWN), 0);
        final double upDownSpread = settings.get(PulsedOptions.UP_DOWN_DTOD);
        final double half = settings.get(PulsedOptions.ASYMMETRY) / 2;
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                final int device = site.device(row, column);
                final double deviation = spread * site.normal(Purpose.BUILD, device, DRAW_GAIN);
                final double gain = logNormal ? StrictMath.exp(deviation) : 1 + deviation;
                final double r = upDownSpread * site.normal(Purpose.BUILD, device, DRAW_UP_DOWN);
                final double upScale = (upBias + gain * (1 + half) + r) * minimum;
                final double downScale = (downBias + gain * (1 - half) - r) * minimum;
                up[row][column] = (float) (consistent ? Math.abs(upScale) : upScale);
                down[row][column] = (float) (consistent ? Math.abs(downScale) : downScale);
            }
        }
    }

    private void makeBounds(final ArraySite site, final Settings settings) {
        final double max = settings.get(PulsedOptions.W_MAX);
        final double min = settings.get(PulsedOptions.W_MIN);
        final double maxSpread = settings.get(PulsedOptions.W_MAX_DTOD);
        final double minSpread = settings.get(PulsedOptions.W_MIN_DTOD);
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                final int device = site.device(row, column);
                final double a = max * (1 + maxSpread * site.normal(Purpose.BUILD, device, DRAW_UPPER));
                final double b = min * (1 + minSpread * site.normal(Purpose.BUILD, device, DRAW_LOWER));
                if (consistent) {
                    upper[row][column] = (float) Math.abs(Math.max(a, b));
                    lower[row][column] = (float) -Math.abs(Math.min(a, b));
                } else {
                    upper[row][column] = (float) (b > a ? (a + b) / 2 : a);
                    lower[row][column] = (float) (b > a ? (a + b) / 2 : b);
                }
            }
        }
    }

    private void corrupt(final ArraySite site, final double probability, final double range) {
        if (probability == 0) {
            return;
        }
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                final int device = site.device(row, column);
                if (site.uniform(Purpose.BUILD, device, DRAW_CORRUPT) < probability) {
                    final double low = Math.max(lower[row][column], -range);
                    final double high = Math.min(upper[row][column], range);
                    final float stuck = (float) (low + (high - low) * site.uniform(Purpose.BUILD, device, DRAW_STUCK));
                    upper[row][column] = stuck;
                    lower[row][column] = stuck;
                    up[row][column] = 0;
                    down[row][column] = 0;
                }
            }
        }
    }

    /** @return steps of an up pulse at weight 0, in weights */
    public float[][] up() {
        return up;
    }

    /** @return steps of a down pulse at weight 0, in weights, positive when they lower */
    public float[][] down() {
        return down;
    }

    /** @return upper bounds, in weights */
    public float[][] upper() {
        return upper;
    }

    /** @return lower bounds, in weights */
    public float[][] lower() {
        return lower;
    }
}
