package org.ranvier.rpu.device;

import org.ranvier.core.random.RandomRow;

/**
 * The sum of all pulses that constant-step devices of a row get in one update: step (n + noise sqrt(n) xi) for n pulses, a sum
 * of n independent normal numbers and hence exact in law.
 *
 * <p>Loops over the row without branches, which the JIT compiler vectorises.
 */
final class ConstantSum implements BulkRule {
    private final float[][] up;
    private final float[][] down;
    private final double[] largest;
    private final float noise;
    private final float[] normals;
    private final float[] change;
    private final float[] signed;

    /**
     * @param parameters the devices' steps
     * @param noise cycle-to-cycle noise of a pulse, relative to its step
     */
    ConstantSum(final DeviceParameters parameters, final double noise) {
        up = parameters.up();
        down = parameters.down();
        change = new float[up[0].length];
        largest = new double[up.length];
        for (int row = 0; row < up.length; row++) {
            for (int column = 0; column < change.length; column++) {
                final float step = Math.max(Math.abs(up[row][column]), Math.abs(down[row][column]));
                largest[row] = Math.max(largest[row], step);
            }
        }
        this.noise = (float) noise;
        normals = new float[change.length];
        signed = new float[change.length];
    }

    @Override
    public double largestStep(final int row) {
        return largest[row];
    }

    @Override
    public double relativeNoise() {
        return noise;
    }

    @Override
    public void advance(final int row, final double[] state, final int[] counts, final RandomRow random) {
        if (noise > 0) {
            random.normals(0, normals);
        }
        Directions.convert(counts, signed);
        sum(signed, normals, noise, up[row], down[row], change);
        add(state, change);
    }

    /** The step of either direction is selected by products, which is exact and has no branch. */
    private static void sum(
            final float[] signed,
            final float[] normals,
            final float noise,
            final float[] up,
            final float[] down,
            final float[] change) {
        for (int column = 0; column < change.length; column++) {
            final float pulses = Math.abs(signed[column]);
            final float falls = Math.min(Math.max(-signed[column], 0f), 1f);
            final float step = up[column] * (1 - falls) - down[column] * falls;
            change[column] = step * (pulses + noise * (float) Math.sqrt(pulses) * normals[column]);
        }
    }

    private static void add(final double[] state, final float[] change) {
        for (int column = 0; column < change.length; column++) {
            state[column] += change[column];
        }
    }
}
