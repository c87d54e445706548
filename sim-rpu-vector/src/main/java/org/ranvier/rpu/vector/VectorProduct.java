package org.ranvier.rpu.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ranvier.rpu.read.PlaneProduct;

/**
 * The exact product straight from the weights, with vector instructions.
 *
 * <p>Forward, eight vectors of columns stay in registers while all rows go by. Transposed, the eight sums of a row that
 * {@link PlaneProduct} defines are the lanes of one vector, and four rows go at once to overlap their additions.
 */
final class VectorProduct implements PlaneProduct {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> EIGHT_FLOATS = FloatVector.SPECIES_256;
    private static final VectorSpecies<Integer> EIGHT_INTS = IntVector.SPECIES_256;
    private static final int WIDTH = FLOATS.length();
    private static final int BLOCK = 8 * WIDTH;
    private static final int ROWS = 4;

    private final float[] sums = new float[LANES];

    VectorProduct() {}

    /** @return whether a vector of this machine holds the eight sums of a row */
    static boolean wideEnough() {
        return WIDTH >= LANES;
    }

    @Override
    public void forward(final int[][] weights, final float[] x, final float[] y) {
        sumRows(weights, x, y, false);
    }

    @Override
    public void forwardMagnitude(final int[][] weights, final float[] x, final float[] y) {
        sumRows(weights, x, y, true);
    }

    @Override
    public void transposed(final int[][] weights, final float[] x, final float[] y) {
        sumColumns(weights, x, y, false);
    }

    @Override
    public void transposedMagnitude(final int[][] weights, final float[] x, final float[] y) {
        sumColumns(weights, x, y, true);
    }

    private static void sumRows(final int[][] weights, final float[] x, final float[] y, final boolean magnitudes) {
        final int columns = weights[0].length;
        int j = 0;
        for (; j + BLOCK <= columns; j += BLOCK) {
            sumBlock(weights, x, y, j, magnitudes);
        }
        for (; j + WIDTH <= columns; j += WIDTH) {
            sumVector(weights, x, y, j, magnitudes);
        }
        for (; j < columns; j++) {
            float sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += x[i] * value(weights[i][j], magnitudes);
            }
            y[j] = sum * UNIT;
        }
    }

    private static void sumBlock(
            final int[][] weights, final float[] x, final float[] y, final int j, final boolean magnitudes) {
        FloatVector a = FloatVector.zero(FLOATS);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        FloatVector e = a;
        FloatVector f = a;
        FloatVector g = a;
        FloatVector h = a;
        for (int i = 0; i < weights.length; i++) {
            final float xi = x[i];
            if (xi != 0) {
                final int[] row = weights[i];
                a = a.add(load(row, j, magnitudes).mul(xi));
                b = b.add(load(row, j + WIDTH, magnitudes).mul(xi));
                c = c.add(load(row, j + 2 * WIDTH, magnitudes).mul(xi));
                d = d.add(load(row, j + 3 * WIDTH, magnitudes).mul(xi));
                e = e.add(load(row, j + 4 * WIDTH, magnitudes).mul(xi));
                f = f.add(load(row, j + 5 * WIDTH, magnitudes).mul(xi));
                g = g.add(load(row, j + 6 * WIDTH, magnitudes).mul(xi));
                h = h.add(load(row, j + 7 * WIDTH, magnitudes).mul(xi));
            }
        }
        a.mul(UNIT).intoArray(y, j);
        b.mul(UNIT).intoArray(y, j + WIDTH);
        c.mul(UNIT).intoArray(y, j + 2 * WIDTH);
        d.mul(UNIT).intoArray(y, j + 3 * WIDTH);
        e.mul(UNIT).intoArray(y, j + 4 * WIDTH);
        f.mul(UNIT).intoArray(y, j + 5 * WIDTH);
        g.mul(UNIT).intoArray(y, j + 6 * WIDTH);
        h.mul(UNIT).intoArray(y, j + 7 * WIDTH);
    }

    private static void sumVector(
            final int[][] weights, final float[] x, final float[] y, final int j, final boolean magnitudes) {
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int i = 0; i < weights.length; i++) {
            sum = sum.add(load(weights[i], j, magnitudes).mul(x[i]));
        }
        sum.mul(UNIT).intoArray(y, j);
    }

    private static FloatVector load(final int[] row, final int j, final boolean magnitudes) {
        final FloatVector values =
                (FloatVector) IntVector.fromArray(INTS, row, j).convert(VectorOperators.I2F, 0);
        return magnitudes ? values.abs() : values;
    }

    private static float value(final int weight, final boolean magnitudes) {
        return magnitudes ? Math.abs((float) weight) : weight;
    }

    private void sumColumns(final int[][] weights, final float[] x, final float[] y, final boolean magnitudes) {
        int i = 0;
        for (; i + ROWS <= weights.length; i += ROWS) {
            sumFourRows(weights, i, x, y, magnitudes);
        }
        for (; i < weights.length; i++) {
            sumRow(weights[i], x, y, i, magnitudes);
        }
    }

    private void sumFourRows(
            final int[][] weights, final int i, final float[] x, final float[] y, final boolean magnitudes) {
        final int[] r0 = weights[i];
        final int[] r1 = weights[i + 1];
        final int[] r2 = weights[i + 2];
        final int[] r3 = weights[i + 3];
        FloatVector a = FloatVector.zero(EIGHT_FLOATS);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        final int whole = r0.length / LANES * LANES;
        for (int j = 0; j < whole; j += LANES) {
            final FloatVector in = FloatVector.fromArray(EIGHT_FLOATS, x, j);
            a = a.add(loadEight(r0, j, magnitudes).mul(in));
            b = b.add(loadEight(r1, j, magnitudes).mul(in));
            c = c.add(loadEight(r2, j, magnitudes).mul(in));
            d = d.add(loadEight(r3, j, magnitudes).mul(in));
        }
        y[i] = finish(a, r0, whole, x, magnitudes);
        y[i + 1] = finish(b, r1, whole, x, magnitudes);
        y[i + 2] = finish(c, r2, whole, x, magnitudes);
        y[i + 3] = finish(d, r3, whole, x, magnitudes);
    }

    private void sumRow(final int[] row, final float[] x, final float[] y, final int i, final boolean magnitudes) {
        FloatVector a = FloatVector.zero(EIGHT_FLOATS);
        final int whole = row.length / LANES * LANES;
        for (int j = 0; j < whole; j += LANES) {
            a = a.add(loadEight(row, j, magnitudes).mul(FloatVector.fromArray(EIGHT_FLOATS, x, j)));
        }
        y[i] = finish(a, row, whole, x, magnitudes);
    }

    private static FloatVector loadEight(final int[] row, final int j, final boolean magnitudes) {
        final FloatVector values =
                (FloatVector) IntVector.fromArray(EIGHT_INTS, row, j).convert(VectorOperators.I2F, 0);
        return magnitudes ? values.abs() : values;
    }

    /** Adds what is left of the row to the first sums, and the sums in their defined pairs. */
    private float finish(
            final FloatVector lanes, final int[] row, final int whole, final float[] x, final boolean magnitudes) {
        final float[] s = sums;
        lanes.intoArray(s, 0);
        for (int j = whole; j < row.length; j++) {
            s[j - whole] += x[j] * value(row[j], magnitudes);
        }
        return UNIT * (s[0] + s[4] + (s[2] + s[6]) + (s[1] + s[5] + (s[3] + s[7])));
    }
}
