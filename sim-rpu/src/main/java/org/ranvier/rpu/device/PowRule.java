package org.ranvier.rpu.device;

import org.ranvier.rpu.cell.ArraySite;

/**
 * Steps that are a power of the relative distance to the bound; see {@link PowStep}. Bounds are read when pulses come, so a
 * reference subtracted meanwhile moves the curve with them.
 *
 * @param parameters the devices
 * @param upGamma exponents of up steps
 * @param downGamma exponents of down steps
 * @param noise cycle-to-cycle noise, relative
 */
record PowRule(DeviceParameters parameters, float[][] upGamma, float[][] downGamma, double noise) implements StepRule {
    private static final int BISECTIONS = 50;

    /** Draws the exponents. */
    static PowRule of(final Settings settings, final ArraySite site, final DeviceParameters parameters) {
        final float[][] up = new float[site.rows()][site.columns()];
        final float[][] down = new float[site.rows()][site.columns()];
        final double mean = settings.get(PowStep.POW_GAMMA);
        final double upBias = Math.min(settings.get(PowStep.POW_UP_DOWN), 0);
        final double downBias = -Math.max(settings.get(PowStep.POW_UP_DOWN), 0);
        final boolean consistent = settings.on(PulsedOptions.ENFORCE_CONSISTENCY);
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                final double gain = 1 + Draw.GAMMA.deviation(site, row, column, settings.get(PowStep.POW_GAMMA_DTOD));
                final double r =
                        Draw.GAMMA_UP_DOWN.deviation(site, row, column, settings.get(PowStep.POW_UP_DOWN_DTOD));
                final double own = (upBias + gain + r) * mean;
                final double ownDown = (downBias + gain - r) * mean;
                up[row][column] = (float) (consistent ? Math.abs(own) : own);
                down[row][column] = (float) (consistent ? Math.abs(ownDown) : ownDown);
            }
        }
        return new PowRule(parameters, up, down, settings.get(PulsedOptions.DW_MIN_STD));
    }

    @Override
    public void up(final int row, final double[] state, final int[] columns, final int count, final float[] z) {
        final float[] high = parameters.upper()[row];
        final float[] low = parameters.lower()[row];
        final float[] size = parameters.up()[row];
        final float[] gamma = upGamma[row];
        for (int i = 0; i < count; i++) {
            final int column = columns[i];
            final double distance = (high[column] - state[column]) / ((double) high[column] - low[column]);
            state[column] += size[column] * Elementary.pow(distance, gamma[column]) * (1 + noise * z[i]);
        }
    }

    @Override
    public void down(final int row, final double[] state, final int[] columns, final int count, final float[] z) {
        final float[] high = parameters.upper()[row];
        final float[] low = parameters.lower()[row];
        final float[] size = parameters.down()[row];
        final float[] gamma = downGamma[row];
        for (int i = 0; i < count; i++) {
            final int column = columns[i];
            final double distance = (state[column] - low[column]) / ((double) high[column] - low[column]);
            state[column] -= size[column] * Elementary.pow(distance, gamma[column]) * (1 + noise * z[i]);
        }
    }

    @Override
    public boolean noisy() {
        return noise > 0;
    }

    /**
     * Finds the weight at which up and down steps of a device are equal, by bisection between its bounds.
     *
     * @param row the row
     * @param column the column
     * @return the weight
     */
    double symmetryPoint(final int row, final int column) {
        final double high = parameters.upper()[row][column];
        final double low = parameters.lower()[row][column];
        double left = 0;
        double right = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            final double middle = (left + right) / 2;
            final double up = parameters.up()[row][column] * Elementary.pow(1 - middle, upGamma[row][column]);
            final double down = parameters.down()[row][column] * Elementary.pow(middle, downGamma[row][column]);
            if (up > down) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return low + (high - low) * (left + right) / 2;
    }
}
