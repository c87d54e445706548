package org.ranvier.rpu.device;

import org.ranvier.core.random.RandomRow;

/**
 * All pulses that devices of linear steps with multiplicative noise get in one update.
 *
 * <p>A pulse multiplies the distance to the weight at which the step vanishes by 1 + q u, u = 1 + noise xi, with q the slope in
 * the pulse's direction. So n pulses change the weight by its step at the start times
 * <pre>
 * (exp(L) - 1) / q,   L = sum of log(1 + q u) = q S - q^2 / 2 sum u^2 + q^3 / 3 sum u^3 - ...
 * </pre>
 * S = n + noise sqrt(n) xi is drawn; sum u^2 is replaced by its mean given S, S^2 / n + noise^2 (n - 1), and sum u^3 by its mean.
 * What is neglected has a standard deviation of q noise^2 sqrt(n / 2) steps, 5e-3 at most and 6e-4 for the usual slopes; it
 * has no mean. Without noise the error is that of single precision. Devices of slopes above {@link #STEEPEST}, whose bounds
 * are next to 0, are pulsed one by one.
 */
final class LinearSum implements BulkRule {
    /** The largest slope of a step, in weights a weight. */
    static final float STEEPEST = 1f / 64;

    private static final double ROUNDING = 1e-6;

    private final LinearRule rule;
    private final float noise;
    private final double[] largest;
    private final float[] normals;
    private final float[] change;
    private boolean selfLimiting = true;

    LinearSum(final LinearRule rule, final DeviceParameters parameters) {
        this.rule = rule;
        noise = (float) rule.noise();
        largest = new double[rule.up().length];
        normals = new float[rule.up()[0].length];
        change = new float[normals.length];
        for (int row = 0; row < largest.length; row++) {
            for (int column = 0; column < normals.length; column++) {
                if (!excludes(row, column)) {
                    final float reach = Math.max(
                            parameters.upper()[row][column], -parameters.lower()[row][column]);
                    largest[row] = Math.max(largest[row], base(row, column) + steepest(row, column) * reach);
                    selfLimiting &= vanishes(rule.upBase(), rule.upSlope(), row, column, parameters.upper())
                            && vanishes(rule.downBase(), rule.downSlope(), row, column, parameters.lower());
                }
            }
        }
    }

    private static boolean vanishes(
            final float[][] base, final float[][] slope, final int row, final int column, final float[][] bound) {
        final double step = base[row][column] + (double) slope[row][column] * bound[row][column];
        return step <= ROUNDING * base[row][column];
    }

    private double steepest(final int row, final int column) {
        return Math.max(Math.abs(rule.upSlope()[row][column]), Math.abs(rule.downSlope()[row][column]));
    }

    private double base(final int row, final int column) {
        return Math.max(Math.abs(rule.upBase()[row][column]), Math.abs(rule.downBase()[row][column]));
    }

    @Override
    public boolean excludes(final int row, final int column) {
        return steepest(row, column) > STEEPEST;
    }

    @Override
    public boolean selfLimiting() {
        return selfLimiting;
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
        for (int column = 0; column < change.length; column++) {
            change[column] = (float) state[column];
        }
        multiply(
                counts,
                normals,
                noise,
                rule.upBase()[row],
                rule.downBase()[row],
                rule.upSlope()[row],
                rule.downSlope()[row],
                change);
        for (int column = 0; column < change.length; column++) {
            state[column] += change[column];
        }
    }

    /** Turns weights into their changes; exp by its series, and selections by products, so that there is no branch. */
    private static void multiply(
            final int[] counts,
            final float[] normals,
            final float noise,
            final float[] upBase,
            final float[] downBase,
            final float[] upSlope,
            final float[] downSlope,
            final float[] change) {
        final float square = noise * noise;
        final float cube = (1 + 3 * square) / 3;
        for (int column = 0; column < change.length; column++) {
            final float lowers = counts[column] >>> Integer.SIZE - 1;
            final float raises = 1 - lowers;
            final float slope = upSlope[column] * raises + downSlope[column] * lowers;
            final float base = upBase[column] * raises + downBase[column] * lowers;
            final float sign = raises - lowers;
            final float q = slope * sign;
            final float n = Math.abs(counts[column]);
            final int others = Math.max(Math.abs(counts[column]), 1) - 1;
            final float sum = n + noise * (float) Math.sqrt(n) * normals[column];
            final float squares = sum * sum / (others + 1) + square * others;
            final float log = sum - q * (0.5f * squares - q * cube * n);
            final float l = q * log;
            final float growth = 1 + l * (1f / 2 + l * (1f / 6 + l * (1f / 24 + l * (1f / 120 + l * (1f / 720)))));
            change[column] = sign * (slope * change[column] + base) * log * growth;
        }
    }
}
