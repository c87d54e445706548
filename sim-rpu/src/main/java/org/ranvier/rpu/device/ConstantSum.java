package org.ranvier.rpu.device;

import org.ranvier.core.random.RandomRow;

/**
 * The sum of all pulses that constant-step devices of a row get in one update: step (n + noise sqrt(n) xi) for n pulses, a sum
 * of n independent normal numbers and hence exact in law.
 *
 * <p>Three loops over the row: one that looks up tables and is scalar, two that are vectorised.
 */
final class ConstantSum {
    private final float[][] up;
    private final float[][] down;
    private final double[] largest;
    private final float[] mean = new float[2 * BulkRule.MOST + 1];
    private final float[] deviation = new float[2 * BulkRule.MOST + 1];
    private final float[] change;

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
        for (int n = -BulkRule.MOST; n <= BulkRule.MOST; n++) {
            mean[n + BulkRule.MOST] = n;
            deviation[n + BulkRule.MOST] = (float) (noise * Math.sqrt(Math.abs(n)));
        }
    }

    double largestStep(final int row) {
        return largest[row];
    }

    void advance(final int row, final double[] state, final int[] counts, final RandomRow random) {
        random.normals(0, counts, BulkRule.MOST, mean, deviation, change);
        scale(counts, up[row], down[row], change);
        add(state, change);
    }

    /** Turns pulses into weights, by the step of either direction; the selection by products is exact and has no branch. */
    private static void scale(final int[] counts, final float[] up, final float[] down, final float[] change) {
        for (int column = 0; column < change.length; column++) {
            final float lowers = counts[column] >>> Integer.SIZE - 1;
            change[column] *= up[column] * (1 - lowers) + down[column] * lowers;
        }
    }

    private static void add(final double[] state, final float[] change) {
        for (int column = 0; column < change.length; column++) {
            state[column] += change[column];
        }
    }
}
