package org.ranvier.rpu.device;

import org.ranvier.rpu.cell.Fixed;

/**
 * Finds the devices whose bounds are within reach of the pulses they are about to get.
 *
 * <p>With noise c relative to a step, n pulses reach at most n + 6 c sqrt(n) steps ahead, and at most 9 c^2 steps back, since
 * n - 6 c sqrt(n) is never less than -9 c^2. The row's largest step is taken for all its devices. Steps that vanish at the bound
 * ahead do not reach it. The answer depends on states and counts alone, not on the noise that follows, so treating these devices
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
        this.upper = inside(upper, 1);
        this.lower = inside(lower, -1);
        final int width = (upper[0].length + CHUNK - 1) / CHUNK * CHUNK;
        near = new int[width];
        boolean fits = true;
        for (int row = 0; row < upper.length; row++) {
            for (int column = 0; column < upper[0].length; column++) {
                fits &= upper[row][column] <= FAR && lower[row][column] >= -FAR;
                if (rule.excludes(row, column)) {
                    this.upper[row][column] = ALWAYS_NEAR;
                }
            }
        }
        narrow = fits;
    }

    private static int[][] inside(final float[][] bounds, final int margin) {
        final int[][] plane = new int[bounds.length][bounds[0].length];
        for (int row = 0; row < bounds.length; row++) {
            for (int column = 0; column < bounds[0].length; column++) {
                plane[row][column] = Fixed.of(bounds[row][column]) - margin;
            }
        }
        return plane;
    }

    /**
     * Says whether pulses can be given at once at all.
     *
     * @param rule the rule
     * @param row the row
     * @param most the largest count of pulses
     * @return whether their reach is small enough to be told in integers
     */
    boolean applies(final BulkRule rule, final int row, final int most) {
        return narrow && most <= BulkRule.MOST && most * rule.largestStep(row) + stray(rule, row, most) < FAR;
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
        final double noise = rule.relativeNoise();
        final double ahead = DEVIATIONS * noise * Math.sqrt(most);
        final double back = Math.min(ahead, DEVIATIONS * DEVIATIONS / 4 * noise * noise);
        mark(
                held,
                counts,
                upper[row],
                lower[row],
                rule.selfLimiting() ? 0 : (int) Math.ceil(unit),
                rule.selfLimiting() ? 0 : (int) Math.ceil(ahead * unit),
                (int) Math.ceil(back * unit),
                near);
        return collect(counts, found);
    }

    /** Makes {@code near} negative where a bound is within reach; without a reduction, which would keep it from being vectorised. */
    private static void mark(
            final int[] held,
            final int[] counts,
            final int[] upper,
            final int[] lower,
            final int step,
            final int ahead,
            final int back,
            final int[] near) {
        for (int column = 0; column < held.length; column++) {
            final int lowers = counts[column] >> Integer.SIZE - 1;
            final int up = counts[column] * step + ahead & ~lowers;
            final int down = ahead - counts[column] * step & lowers;
            final int above = upper[column] - held[column] - up - (back & lowers);
            final int below = held[column] - lower[column] - down - (back & ~lowers);
            near[column] = above | below;
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
