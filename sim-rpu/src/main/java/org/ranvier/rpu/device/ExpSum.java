package org.ranvier.rpu.device;

/**
 * All pulses that devices of exponential steps get in one update, if their noise is relative to the step.
 *
 * <p>A pulse in some direction changes the weight by s (1 - E(w)) u, u = 1 + noise xi, with E growing as exp(g w). In the
 * coordinate in which the step is 1 whatever the weight, n pulses are
 * <pre>
 * T = S + s g E / 2 sum u^2 + ...,   S = sum of u
 * </pre>
 * and back in weights, with t = s g T,
 * <pre>
 * (t - ln(1 - E + E exp(t))) / g = s (1 - E) T (1 - E t (1/2 + t (1 - 2 E) / 6 + t^2 (1 - 6 E (1 - E)) / 24 + ...))
 * </pre>
 * S = n + noise sqrt(n) xi is drawn; sum u^2 is replaced by its mean given S, S^2 / n + noise^2 (n - 1). What is neglected by
 * this has no mean, and a standard deviation of s g E noise / sqrt(2) of that of S.
 *
 * <p>Devices are left to single pulses where n + 6 noise sqrt(n) of their steps can reach a bound, or n + 4 noise sqrt(n) + 3 make |t|
 * more than 1/2 or |E t| more than 1/4. So what is neglected is 1/32 of the noise at most, and the series end at 5e-3 of the change
 * at most; both at the limit, and the latter 4 standard deviations out.
 */
final class ExpSum implements BulkRule, BulkGuard {
    private static final float DEVIATIONS_TO_BOUND = 6;
    private static final float DEVIATIONS_OF_SERIES = 4;

    /** Added to pulses, since few large steps need more terms of T than many small ones. */
    private static final float FEWEST = 3;

    private static final float LARGEST_EXPONENT = 16;

    /** How much farther a device gets than by steps of the size it has at the start; within the limits a step grows by 1.9. */
    private static final float GROWTH = 1.5f;

    private static final float LARGEST_CHANGE = (float) Held.LARGEST_CHANGE;
    private static final int CHUNK = 8;

    private final float noise;
    private final float[][] upper;
    private final float[][] lower;
    private final Directed sizes;
    private final float[][] slopes;
    private final float exponentMean;
    private final float exponentHalf;
    private final float scaleUp;
    private final float scaleDown;
    private final float[] weight;
    private final float[] sign;
    private final float[] root;
    private final float[] gain;
    private final float[] exponential;
    private final float[] step;
    private final float[] relative;
    private final float[] slack;

    ExpSum(final ExpStep.Curve rising, final ExpStep.Curve falling, final DeviceParameters parameters) {
        noise = (float) rising.noise();
        upper = parameters.upper();
        lower = parameters.lower();
        sizes = new Directed(rising.size(), falling.size());
        slopes = rising.slope();
        exponentMean = (float) ((rising.exponent() + falling.exponent()) / 2);
        exponentHalf = (float) ((rising.exponent() - falling.exponent()) / 2);
        scaleUp = (float) rising.scale();
        scaleDown = (float) falling.scale();
        final int columns = upper[0].length;
        weight = new float[columns];
        sign = new float[columns];
        root = new float[columns];
        gain = new float[columns];
        exponential = new float[columns];
        step = new float[columns];
        relative = new float[columns];
        slack = new float[(columns + CHUNK - 1) / CHUNK * CHUNK];
    }

    @Override
    public BulkGuard guard(final DeviceParameters parameters) {
        return this;
    }

    @Override
    public boolean applies(final int row, final int most) {
        return true;
    }

    @Override
    public int find(final int row, final Held held, final int[] counts, final int most, final int[] found) {
        held.load(row, weight);
        Directed.convert(counts, root);
        split(root, sign);
        grow(slopes[row], exponentMean, exponentHalf, sign, gain);
        room(weight, gain, upper[row], lower[row], slack);
        exponentials(weight, gain, exponential);
        scale(sign, scaleUp, scaleDown, exponential);
        direct(sign, sizes.mean(row), sizes.half(row), step);
        multiply(step, gain, relative);
        shrink(exponential, step);
        reach(root, noise, step, slack);
        stray(root, noise, relative, exponential, slack);
        return collect(found);
    }

    @Override
    public void change(
            final int row, final Held held, final int[] counts, final float[] normals, final float[] change) {
        times(root, normals, noise, relative, exponential, change);
        back(relative, exponential, step, change);
    }

    /*
     * Short loops: the JIT compiler does not vectorise one that does all of this.
     */

    /** Splits counts into directions and square roots. */
    private static void split(final float[] counts, final float[] sign) {
        for (int column = 0; column < sign.length; column++) {
            final float count = counts[column];
            sign[column] = Math.max(-1f, Math.min(1f, count));
            counts[column] = (float) Math.sqrt(Math.abs(count));
        }
    }

    /** Finds g. */
    private static void grow(
            final float[] slope, final float mean, final float half, final float[] sign, final float[] gain) {
        for (int column = 0; column < gain.length; column++) {
            gain[column] = slope[column] * (mean + half * sign[column]);
        }
    }

    /** Finds how far devices may move; not at all, or not a number, where exponents are too large. */
    private static void room(
            final float[] weight, final float[] gain, final float[] upper, final float[] lower, final float[] slack) {
        for (int column = 0; column < weight.length; column++) {
            final float nearest = Math.min(upper[column] - weight[column], weight[column] - lower[column]);
            final float exponent = Math.abs(gain[column] * weight[column]);
            slack[column] = Math.min(nearest, LARGEST_CHANGE - exponent * (LARGEST_CHANGE / LARGEST_EXPONENT));
        }
    }

    /**
     * Computes exp(g w) as the 64th power of the exponential of a 64th, within 1e-5: JDK 17 vectorises no loop that puts a number
     * together from exponent and mantissa.
     */
    private static void exponentials(final float[] weight, final float[] gain, final float[] exponential) {
        for (int column = 0; column < exponential.length; column++) {
            final float x = weight[column] * gain[column] * (1f / 64);
            final float e = 1 + x * (1 + x * (1f / 2 + x * (1f / 6 + x * (1f / 24 + x * (1f / 120)))));
            final float e2 = e * e;
            final float e4 = e2 * e2;
            final float e8 = e4 * e4;
            final float e16 = e8 * e8;
            final float e32 = e16 * e16;
            exponential[column] = e32 * e32;
        }
    }

    /** Makes E of exp(g w). */
    private static void scale(final float[] sign, final float up, final float down, final float[] exponential) {
        for (int column = 0; column < exponential.length; column++) {
            exponential[column] *= up * Math.max(sign[column], 0f) + down * Math.max(-sign[column], 0f);
        }
    }

    /** Finds s, 0 for devices without pulses. */
    private static void direct(final float[] sign, final float[] mean, final float[] half, final float[] step) {
        for (int column = 0; column < step.length; column++) {
            step[column] = mean[column] * sign[column] + half[column] * Math.abs(sign[column]);
        }
    }

    /** Finds s g. */
    private static void multiply(final float[] step, final float[] gain, final float[] relative) {
        for (int column = 0; column < step.length; column++) {
            relative[column] = step[column] * gain[column];
        }
    }

    /** Makes s (1 - E) of s; nothing where E is above 1. */
    private static void shrink(final float[] exponential, final float[] step) {
        for (int column = 0; column < step.length; column++) {
            step[column] *= Math.max(1f - exponential[column], 0f);
        }
    }

    /** Takes off how far devices can get. */
    private static void reach(final float[] root, final float noise, final float[] step, final float[] slack) {
        for (int column = 0; column < root.length; column++) {
            final float far = root[column] * (root[column] + DEVIATIONS_TO_BOUND * noise);
            slack[column] -= GROWTH * far * Math.abs(step[column]);
        }
    }

    /** Leaves 0 where pulses can be given at once, and a negative number or none elsewhere. */
    private static void stray(
            final float[] root,
            final float noise,
            final float[] relative,
            final float[] exponential,
            final float[] slack) {
        for (int column = 0; column < root.length; column++) {
            final float far = root[column] * (root[column] + DEVIATIONS_OF_SERIES * noise) + FEWEST;
            final float weighed = Math.abs(relative[column]) * Math.max(2f, Math.abs(4f * exponential[column]));
            slack[column] = Math.min(0f, Math.min(slack[column], 1f - far * weighed));
        }
    }

    private int collect(final int[] found) {
        int count = 0;
        for (int first = 0; first < root.length; first += CHUNK) {
            if (sum(first) != 0) {
                for (int column = first; column < Math.min(first + CHUNK, root.length); column++) {
                    found[count] = column;
                    count += slack[column] == 0 ? 0 : 1;
                }
            }
        }
        return count;
    }

    private float sum(final int first) {
        return (slack[first] + slack[first + 1])
                + (slack[first + 2] + slack[first + 3])
                + ((slack[first + 4] + slack[first + 5]) + (slack[first + 6] + slack[first + 7]));
    }

    /** Computes T. */
    private static void times(
            final float[] root,
            final float[] normals,
            final float noise,
            final float[] relative,
            final float[] exponential,
            final float[] times) {
        final float square = noise * noise;
        for (int column = 0; column < times.length; column++) {
            // S = root * scaled, and S^2 / n = scaled^2.
            final float scaled = root[column] + noise * normals[column];
            final float squares = scaled * scaled + square * (root[column] * root[column] - 1f);
            times[column] = root[column] * scaled + 0.5f * relative[column] * exponential[column] * squares;
        }
    }

    /** Turns T into a change of the weight. */
    private static void back(
            final float[] relative, final float[] exponential, final float[] step, final float[] change) {
        for (int column = 0; column < change.length; column++) {
            final float e = exponential[column];
            final float t = relative[column] * change[column];
            final float fourth = 1f / 24 + e * (e - 1f) * (1f / 4);
            final float curve = 0.5f + t * ((1f - 2f * e) * (1f / 6) + t * fourth);
            change[column] *= step[column] * (1f - e * t * curve);
        }
    }
}
