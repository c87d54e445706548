package org.ranvier.rpu.device;

import org.ranvier.rpu.cell.Fixed;

/**
 * Finds the devices whose bounds are within reach of the pulses they are about to get.
 *
 * <p>With noise c relative to a step, n pulses reach at most n + 6 c sqrt(n) steps ahead, and at most 9 c^2 steps back, since
 * n - 6 c sqrt(n) is never less than -9 c^2, which bounds are moved inwards by once and for all. The row's largest step is taken
 * for all its devices. Steps that vanish at the bound ahead do not reach it. The answer depends on states and counts alone, not on the noise that follows, so treating these devices
 * in another way does not distort any distribution. Works on Q20 integers, which the JIT compiler vectorises.
 */
final class BoundGuard {
    private static final double DEVIATIONS = 6;
    private static final int CHUNK = 8;
    private static final int ALWAYS_NEAR = -Fixed.ONE << 9;

    /** Reaches beyond this many weights are not looked at in integers. */
    private static final double FAR = 256;

    private final int[][] upper;
    private final int[][] lower;
    private final int[] near;
    private final boolean narrow;

    BoundGuard(final float[][] upper, final float[][] lower, final BulkRule rule) {
        final int rows = upper.length;
        final int columns = upper[0].length;
        this.upper = new int[rows][columns];
        this.lower = new int[rows][columns];
        near = new int[(columns + CHUNK - 1) / CHUNK * CHUNK];
        boolean fits = true;
        for (int row = 0; row < rows; row++) {
            // One unit for the rounding of bounds, one for that of weights.
            final int margin = 2 + (int) Math.ceil(back(rule.relativeNoise()) * rule.largestStep(row) * Fixed.ONE);
            for (int column = 0; column < columns; column++) {
                fits &= upper[row][column] <= FAR && lower[row][column] >= -FAR;
                this.upper[row][column] =
                        rule.excludes(row, column) ? ALWAYS_NEAR : Fixed.of(upper[row][column]) - margin;
                this.lower[row][column] = Fixed.of(lower[row][column]) + margin;
            }
        }
        narrow = fits;
    }

    /** How far noise can carry a device back, in steps. */
    private static double back(final double noise) {
        return Math.min(DEVIATIONS * DEVIATIONS / 4 * noise, DEVIATIONS * Math.sqrt(BulkRule.MOST)) * noise;
    }

    /**
     * Says whether pulses can be given at once at all.
     *
     * @param rule the rule
     * @param row the row
     * @param most the largest count of pulses
     * @return whether their reach is small enough to be told in integers, and to be added at once
     */
    boolean applies(final BulkRule rule, final int row, final int most) {
        return narrow
                && most <= BulkRule.MOST
                && most * rule.largestStep(row) + stray(rule, row, most) < Held.LARGEST_CHANGE;
    }

    private static double stray(final BulkRule rule, final int row, final int most) {
        return DEVIATIONS * rule.relativeNoise() * Math.sqrt(most) * rule.largestStep(row);
    }

    /**
     * Finds the devices of a row that must be pulsed one by one.
     *
     * @param rule the rule
     * @param row the row
     * @param held what its devices hold, in Q20
     * @param counts pulses per column
     * @param most the largest magnitude among them
     * @param found gets their columns, ascending
     * @return how many
     */
    int find(
            final BulkRule rule,
            final int row,
            final int[] held,
            final int[] counts,
            final int most,
            final int[] found) {
        final double unit = rule.largestStep(row) * Fixed.ONE;
        if (rule.selfLimiting()) {
            mark(held, upper[row], lower[row], near);
        } else {
            final double noise = rule.relativeNoise();
            // 6 c sqrt(n) is below each of its tangents; the one at a third of the most is low where most devices are.
            final double tangent = DEVIATIONS / 2 * Math.sqrt(most / 3.0);
            final double step = 1 + noise * DEVIATIONS * DEVIATIONS / 4 / tangent;
            final double ahead = noise * tangent - back(noise);
            mark(
                    held,
                    counts,
                    upper[row],
                    lower[row],
                    (int) Math.ceil(step * unit),
                    (int) Math.ceil(ahead * unit),
                    near);
        }
        return collect(counts, found);
    }

    /*
     * Both make {@code near} negative where a bound is within reach. Without a reduction, and without a case for either
     * direction, which would keep them from being vectorised: a few devices that move away from a bound are found as well.
     */

    private static void mark(
            final int[] held,
            final int[] counts,
            final int[] upper,
            final int[] lower,
            final int step,
            final int ahead,
            final int[] near) {
        for (int column = 0; column < held.length; column++) {
            final int above = upper[column] - held[column];
            final int below = held[column] - lower[column];
            final int reach = counts[column] * step;
            near[column] = above | below | above - reach - ahead | below + reach - ahead;
        }
    }

    private static void mark(final int[] held, final int[] upper, final int[] lower, final int[] near) {
        for (int column = 0; column < held.length; column++) {
            near[column] = upper[column] - held[column] | held[column] - lower[column];
        }
    }

    private int collect(final int[] counts, final int[] found) {
        int count = 0;
        for (int first = 0; first < counts.length; first += CHUNK) {
            if (anyOf(first) < 0) {
                for (int column = first; column < Math.min(first + CHUNK, counts.length); column++) {
                    found[count] = column;
                    count += counts[column] == 0 ? 0 : near[column] >>> Integer.SIZE - 1;
                }
            }
        }
        return count;
    }

    private int anyOf(final int first) {
        return near[first]
                | near[first + 1]
                | near[first + 2]
                | near[first + 3]
                | near[first + 4]
                | near[first + 5]
                | near[first + 6]
                | near[first + 7];
    }
}
