package org.ranvier.rpu.device;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;

/**
 * The fixed parameters of every device of an array, struct of arrays: row, then column. Drawn once from the array's address,
 * each parameter under its own counter, so they are the same whatever else is built and need not be saved.
 */
final class DeviceParameters {
    private static final int DRAW_UPPER = 0;
    private static final int DRAW_LOWER = 1;
    private static final int DRAW_GAIN = 2;
    private static final int DRAW_UP_DOWN = 3;
    private static final int DRAW_CORRUPT = 4;
    private static final int DRAW_STUCK = 5;

    private final float[][] up;
    private final float[][] down;
    private final float[][] upper;
    private final float[][] lower;

    DeviceParameters(final ArraySite site, final Population population) {
        up = new float[site.rows()][site.columns()];
        down = new float[site.rows()][site.columns()];
        upper = new float[site.rows()][site.columns()];
        lower = new float[site.rows()][site.columns()];
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                makeSteps(site, population, row, column);
                makeBounds(site, population, row, column);
                corrupt(site, population, row, column);
            }
        }
    }

    private void makeSteps(final ArraySite site, final Population population, final int row, final int column) {
        final PulseStep step = population.step();
        final int device = site.device(row, column);
        final double deviation = step.spread() * site.normal(Purpose.BUILD, device, DRAW_GAIN);
        final double gain = step.logNormal() ? StrictMath.exp(deviation) : 1 + deviation;
        final double r = step.upDownSpread() * site.normal(Purpose.BUILD, device, DRAW_UP_DOWN);
        final double half = step.asymmetry() / 2;
        final double upScale = (Math.min(step.upDown(), 0) + gain * (1 + half) + r) * step.minimum();
        final double downScale = (-Math.max(step.upDown(), 0) + gain * (1 - half) - r) * step.minimum();
        up[row][column] = (float) (population.consistent() ? Math.abs(upScale) : upScale);
        down[row][column] = (float) (population.consistent() ? Math.abs(downScale) : downScale);
    }

    private void makeBounds(final ArraySite site, final Population population, final int row, final int column) {
        final Bounds bounds = population.bounds();
        final int device = site.device(row, column);
        final double a = bounds.upper() * (1 + bounds.upperSpread() * site.normal(Purpose.BUILD, device, DRAW_UPPER));
        final double b = bounds.lower() * (1 + bounds.lowerSpread() * site.normal(Purpose.BUILD, device, DRAW_LOWER));
        if (population.consistent()) {
            upper[row][column] = (float) Math.abs(Math.max(a, b));
            lower[row][column] = (float) -Math.abs(Math.min(a, b));
        } else {
            upper[row][column] = (float) (b > a ? (a + b) / 2 : a);
            lower[row][column] = (float) (b > a ? (a + b) / 2 : b);
        }
    }

    private void corrupt(final ArraySite site, final Population population, final int row, final int column) {
        final int device = site.device(row, column);
        if (site.uniform(Purpose.BUILD, device, DRAW_CORRUPT) >= population.corruptProbability()) {
            return;
        }
        final double low = Math.max(lower[row][column], -population.corruptRange());
        final double high = Math.min(upper[row][column], population.corruptRange());
        final float stuck = (float) (low + (high - low) * site.uniform(Purpose.BUILD, device, DRAW_STUCK));
        upper[row][column] = stuck;
        lower[row][column] = stuck;
        up[row][column] = 0;
        down[row][column] = 0;
    }

    /** @return steps of an up pulse at weight 0, in weights */
    float[][] up() {
        return up;
    }

    /** @return steps of a down pulse at weight 0, in weights, positive when they lower */
    float[][] down() {
        return down;
    }

    /** @return upper bounds, in weights */
    float[][] upper() {
        return upper;
    }

    /** @return lower bounds, in weights */
    float[][] lower() {
        return lower;
    }
}
