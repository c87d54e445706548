package org.ranvier.rpu.device;

import org.ranvier.rpu.cell.ArraySite;

/**
 * The fixed parameters of every device of an array, struct of arrays: row, then column. Drawn once from the array's address,
 * each parameter under its own counter, so they are the same whatever else is built and need not be saved.
 *
 * <p>The planes are live: a {@link StepModel} may move them while it makes its rule, and nobody afterwards.
 */
public final class DeviceParameters {
    private static final float PERFECT_REACH = 100;

    private final float[][] up;
    private final float[][] down;
    private final float[][] upper;
    private final float[][] lower;
    private final float[][] rest;

    DeviceParameters(final ArraySite site, final Settings settings) {
        up = new float[site.rows()][site.columns()];
        down = new float[site.rows()][site.columns()];
        upper = new float[site.rows()][site.columns()];
        lower = new float[site.rows()][site.columns()];
        rest = new float[site.rows()][site.columns()];
        final boolean consistent = settings.on(PulsedOptions.ENFORCE_CONSISTENCY);
        makeSteps(site, settings, consistent);
        makeBounds(site, settings, consistent);
        corrupt(
                site,
                settings.get(PulsedOptions.CORRUPT_DEVICES_PROB),
                settings.get(PulsedOptions.CORRUPT_DEVICES_RANGE));
        if (settings.on(PulsedOptions.PERFECT_BIAS)) {
            perfect(site, settings);
        }
        makeRest(site, settings.get(PulsedOptions.RESET), settings.get(PulsedOptions.RESET_DTOD));
    }

    private void makeSteps(final ArraySite site, final Settings settings, final boolean consistent) {
        final double minimum = settings.get(PulsedOptions.DW_MIN);
        final double spread = settings.get(PulsedOptions.DW_MIN_DTOD);
        final boolean logNormal = settings.on(PulsedOptions.DW_MIN_DTOD_LOG_NORMAL);
        final double upBias = Math.min(settings.get(PulsedOptions.UP_DOWN), 0);
        final double downBias = -Math.max(settings.get(PulsedOptions.UP_DOWN), 0);
        final double upDownSpread = settings.get(PulsedOptions.UP_DOWN_DTOD);
        final double half = settings.get(PulsedOptions.ASYMMETRY) / 2;
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                final double deviation = Draw.GAIN.deviation(site, row, column, spread);
                final double gain = logNormal ? StrictMath.exp(deviation) : 1 + deviation;
                final double r = Draw.UP_DOWN.deviation(site, row, column, upDownSpread);
                final double upScale = (upBias + gain * (1 + half) + r) * minimum;
                final double downScale = (downBias + gain * (1 - half) - r) * minimum;
                up[row][column] = (float) (consistent ? Math.abs(upScale) : upScale);
                down[row][column] = (float) (consistent ? Math.abs(downScale) : downScale);
            }
        }
    }

    private void makeBounds(final ArraySite site, final Settings settings, final boolean consistent) {
        final double max = settings.get(PulsedOptions.W_MAX);
        final double min = settings.get(PulsedOptions.W_MIN);
        final double maxSpread = settings.get(PulsedOptions.W_MAX_DTOD);
        final double minSpread = settings.get(PulsedOptions.W_MIN_DTOD);
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                final double a = max * (1 + Draw.UPPER.deviation(site, row, column, maxSpread));
                final double b = min * (1 + Draw.LOWER.deviation(site, row, column, minSpread));
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
                if (Draw.CORRUPT.uniform(site, row, column) < probability) {
                    final double low = Math.max(lower[row][column], -range);
                    final double high = Math.min(upper[row][column], range);
                    final float stuck = (float) (low + (high - low) * Draw.STUCK.uniform(site, row, column));
                    upper[row][column] = stuck;
                    lower[row][column] = stuck;
                    up[row][column] = 0;
                    down[row][column] = 0;
                }
            }
        }
    }

    private void perfect(final ArraySite site, final Settings settings) {
        final int bias = site.rows() - 1;
        for (int column = 0; column < site.columns(); column++) {
            up[bias][column] = (float) settings.get(PulsedOptions.DW_MIN);
            down[bias][column] = (float) settings.get(PulsedOptions.DW_MIN);
            upper[bias][column] = PERFECT_REACH * (float) settings.get(PulsedOptions.W_MAX);
            lower[bias][column] = PERFECT_REACH * (float) settings.get(PulsedOptions.W_MIN);
        }
    }

    private void makeRest(final ArraySite site, final double mean, final double spread) {
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                rest[row][column] = (float) (mean + Draw.RESET.deviation(site, row, column, spread));
            }
        }
    }

    /** @return steps of an up pulse at weight 0, in weights */
    float[][] up() {
        return up;
    }

    /** @return steps of a down pulse at weight 0, in weights, positive when they lower */
    float[][] down() {
        return down;
    }

    /** @return upper bounds, in weights */
    float[][] upper() {
        return upper;
    }

    /** @return lower bounds, in weights */
    float[][] lower() {
        return lower;
    }

    /** @return reset points, in weights */
    float[][] rest() {
        return rest;
    }

    /**
     * Subtracts a reference from a device: its weight is now its conductance less the reference.
     *
     * @param row the row
     * @param column the column
     * @param reference the reference, in weights
     */
    void subtract(final int row, final int column, final double reference) {
        upper[row][column] -= (float) reference;
        lower[row][column] -= (float) reference;
    }
}
