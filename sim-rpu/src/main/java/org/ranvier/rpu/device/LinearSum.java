package org.ranvier.rpu.device;

/**
 * All pulses that devices of linear steps with multiplicative noise get in one update.
 *
 * <p>A pulse multiplies the distance to the weight at which the step vanishes by 1 + q u, u = 1 + noise xi, with q the slope in
 * the pulse's direction. So n pulses change the weight by its step at the start times
 * <pre>
 * (exp(L) - 1) / q,   L = sum of log(1 + q u) = q S - q^2 / 2 sum u^2 + q^3 / 3 sum u^3 - ...
 * </pre>
 * S = n + noise sqrt(n) xi is drawn; sum u^2 is replaced by its mean given S, S^2 / n + noise^2 (n - 1), and sum u^3 by its mean.
 * What is neglected has a standard deviation of q noise^2 sqrt(n / 2) steps, 6e-3 at most when noise is 0.3; it
 * has no mean. Without noise the error is that of single precision. Devices of slopes above {@link #STEEPEST}, whose bounds
 * are next to 0, are pulsed one by one.
 */
final class LinearSum implements BoundedSteps {
    /** The largest slope of a step, in weights a weight. */
    static final float STEEPEST = 1f / 64;

    private static final double ROUNDING = 1e-6;

    private final LinearRule rule;
    private final float noise;
    private final double[] largest;
    private final float[] slope;
    private final float[] signed;
    private final Directed bases;
    private final Directed slopes;
    private final float[] logarithm;
    private boolean selfLimiting = true;

    LinearSum(final LinearRule rule, final DeviceParameters parameters) {
        this.rule = rule;
        noise = (float) rule.noise();
        largest = new double[rule.up().length];
        slope = new float[rule.up()[0].length];
        signed = new float[slope.length];
        bases = new Directed(rule.upBase(), rule.downBase());
        slopes = new Directed(rule.upSlope(), rule.downSlope());
        logarithm = new float[slope.length];
        for (int row = 0; row < largest.length; row++) {
            for (int column = 0; column < slope.length; column++) {
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
    public void change(
            final int row, final Held held, final int[] counts, final float[] normals, final float[] change) {
        held.load(row, change);
        Directed.convert(counts, signed);
        start(signed, bases.mean(row), bases.half(row), slopes.mean(row), slopes.half(row), slope, change);
        logarithms(signed, normals, noise, slope, logarithm);
        grow(slope, logarithm, change);
    }

    /*
     * Short loops: the JIT compiler does not vectorise one that does all of this.
     */

    /** Turns weights into the step at the start, and finds the slopes, both in the direction of the pulses. */
    private static void start(
            final float[] signed,
            final float[] baseMean,
            final float[] baseHalf,
            final float[] slopeMean,
            final float[] slopeHalf,
            final float[] slope,
            final float[] change) {
        for (int column = 0; column < change.length; column++) {
            final float sign = Math.max(-1f, Math.min(1f, signed[column]));
            final float own = slopeMean[column] * sign + slopeHalf[column];
            slope[column] = own;
            change[column] = own * change[column] + (baseMean[column] * sign + baseHalf[column]);
        }
    }

    /** Computes L / q. */
    private static void logarithms(
            final float[] signed, final float[] normals, final float noise, final float[] slope, final float[] out) {
        final float square = noise * noise;
        final float cube = (1 + 3 * square) / 3;
        for (int column = 0; column < out.length; column++) {
            final float n = Math.abs(signed[column]);
            // 0 for devices without pulses, whose change must be exactly 0.
            final float pulsed = Math.min(n, 1f);
            final float root = (float) Math.sqrt(n);
            // S = root * scaled, and S^2 / n = scaled^2.
            final float scaled = root + noise * normals[column];
            final float squares = scaled * scaled + square * (n - 1);
            out[column] = root * scaled - slope[column] * pulsed * (0.5f * squares - slope[column] * cube * n);
        }
    }

    /** Multiplies by (exp(L) - 1) / q, exp by its series. */
    private static void grow(final float[] slope, final float[] logarithm, final float[] change) {
        for (int column = 0; column < change.length; column++) {
            final float l = slope[column] * logarithm[column];
            final float growth = 1 + l * (1f / 2 + l * (1f / 6 + l * (1f / 24 + l * (1f / 120 + l * (1f / 720)))));
            change[column] *= logarithm[column] * growth;
        }
    }
}
