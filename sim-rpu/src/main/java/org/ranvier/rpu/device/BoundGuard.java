package org.ranvier.rpu.device;

import org.ranvier.rpu.cell.Fixed;

/**
 * Finds the devices whose bounds are within reach of the pulses they are about to get.
 *
 * <p>With noise c relative to a step, n pulses reach at most n + 6 c sqrt(n) steps ahead, of which a tangent is taken, and at
 * most 9 c^2 steps back, since n - 6 c sqrt(n) is never less than -9 c^2; by the latter, bounds are moved inwards for good. The
 * row's largest step is taken for all its devices. Steps that vanish at the bound ahead do not reach it. Works on Q20 integers,
 * which the JIT compiler vectorises.
 */
final class BoundGuard implements BulkGuard {
    private static final double DEVIATIONS = 6;
    private static final int CHUNK = 8;
    private static final int ALWAYS_NEAR = -Fixed.ONE << 9;

    /** Bounds, and reaches, beyond this many weights are not looked at in integers. */
    private static final double FAR = 256;

    private final BoundedSteps rule;
    private final int[][] upper;
    private final int[][] lower;
    private final int[] near;
    private final boolean narrow;

    /** By the largest count of a row, in steps: how far the row's devices get; and a tangent of that, slope and rest. */
    private final double[] farthest = new double[BoundedSteps.MOST + 1];

    private final double[] slope = new double[BoundedSteps.MOST + 1];
    private final double[] ahead = new double[BoundedSteps.MOST + 1];

    BoundGuard(final float[][] upper, final float[][] lower, final BoundedSteps rule) {
        this.rule = rule;
        final double noise = rule.relativeNoise();
        final double back =
                Math.min(DEVIATIONS * DEVIATIONS / 4 * noise, DEVIATIONS * Math.sqrt(BoundedSteps.MOST)) * noise;
        for (int most = 1; most <= BoundedSteps.MOST; most++) {
            farthest[most] = most + DEVIATIONS * noise * Math.sqrt(most);
            // 6 sqrt(n) is below each of its tangents; the one at a third of the most is low where most devices are.
            final double rest = DEVIATIONS / 2 * Math.sqrt(most / 3.0);
            slope[most] = 1 + noise * DEVIATIONS * DEVIATIONS / 4 / rest;
            ahead[most] = noise * rest - back;
        }
        final int rows = upper.length;
        final int columns = upper[0].length;
        this.upper = new int[rows][columns];
        this.lower = new int[rows][columns];
        near = new int[(columns + CHUNK - 1) / CHUNK * CHUNK];
        boolean fits = true;
        for (int row = 0; row < rows; row++) {
            final int margin = units(Math.min(FAR, back * rule.largestStep(row)));
            for (int column = 0; column < columns; column++) {
                fits &= upper[row][column] <= FAR && lower[row][column] >= -FAR;
                this.upper[row][column] =
                        rule.excludes(row, column) ? ALWAYS_NEAR : Fixed.of(upper[row][column]) - margin;
                this.lower[row][column] = Fixed.of(lower[row][column]) + margin;
            }
        }
        narrow = fits;
    }

    /** Rounds up, with room for the rounding of a bound and of a weight. */
    private static int units(final double weights) {
        return (int) (weights * Fixed.ONE) + 3;
    }

    /** Says whether the row's reach is small enough to be told in integers, and to be added at once. */
    @Override
    public boolean applies(final int row, final int most) {
        return narrow && most <= BoundedSteps.MOST && farthest[most] * rule.largestStep(row) < Held.LARGEST_CHANGE;
    }

    @Override
    public int find(final int row, final Held held, final int[] counts, final int most, final int[] found) {
        if (rule.selfLimiting()) {
            mark(held.units()[row], upper[row], lower[row], near);
        } else {
            final double step = rule.largestStep(row);
            mark(
                    held.units()[row],
                    counts,
                    upper[row],
                    lower[row],
                    units(slope[most] * step),
                    units(ahead[most] * step),
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
