package org.ranvier.rpu.device;

/**
 * Steps that depend linearly on the weight: an up pulse adds base + slope w, a down pulse takes base + slope w, each with its
 * own base and slope; linear-step and all kinds of soft bounds are this.
 *
 * <p>Noise either multiplies the whole step, or multiplies the device's step size alone and is added. All planes are rows x
 * columns.
 *
 * @param up device step sizes, up
 * @param down device step sizes, down
 * @param upBase steps at weight 0, up
 * @param downBase steps at weight 0, down
 * @param upSlope change of the up step with the weight
 * @param downSlope change of the down step with the weight
 * @param noise cycle-to-cycle noise, relative
 * @param multiplicative whether noise multiplies the whole step
 */
record LinearRule(
        float[][] up,
        float[][] down,
        float[][] upBase,
        float[][] downBase,
        float[][] upSlope,
        float[][] downSlope,
        double noise,
        boolean multiplicative)
        implements StepRule {

    @Override
    public void up(final int row, final double[] state, final int[] columns, final int count, final float[] z) {
        if (multiplicative) {
            multiply(upBase[row], upSlope[row], noise, 1, state, columns, count, z);
        } else {
            add(upBase[row], upSlope[row], up[row], noise, 1, state, columns, count, z);
        }
    }

    @Override
    public void down(final int row, final double[] state, final int[] columns, final int count, final float[] z) {
        if (multiplicative) {
            multiply(downBase[row], downSlope[row], noise, -1, state, columns, count, z);
        } else {
            add(downBase[row], downSlope[row], down[row], noise, -1, state, columns, count, z);
        }
    }

    private static void multiply(
            final float[] base,
            final float[] slope,
            final double noise,
            final double sign,
            final double[] state,
            final int[] columns,
            final int count,
            final float[] z) {
        for (int i = 0; i < count; i++) {
            final int column = columns[i];
            final double w = state[column];
            state[column] = w + sign * (slope[column] * w + base[column]) * (1 + noise * z[i]);
        }
    }

    private static void add(
            final float[] base,
            final float[] slope,
            final float[] size,
            final double noise,
            final double sign,
            final double[] state,
            final int[] columns,
            final int count,
            final float[] z) {
        for (int i = 0; i < count; i++) {
            final int column = columns[i];
            final double w = state[column];
            state[column] = w + sign * (slope[column] * w + base[column] + size[column] * noise * z[i]);
        }
    }

    @Override
    public boolean noisy() {
        return noise > 0;
    }

    @Override
    public BulkRule bulk(final DeviceParameters parameters) {
        return multiplicative ? new LinearSum(this, parameters) : null;
    }
}
