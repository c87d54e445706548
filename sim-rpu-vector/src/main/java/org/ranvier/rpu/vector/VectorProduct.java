package org.ranvier.rpu.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ranvier.rpu.read.PlaneProduct;

/**
 * The exact product straight from the weights, with vector instructions.
 *
 * <p>Forward, four rows are added per pass over the sums. Transposed, the eight sums of a row that {@link PlaneProduct} defines
 * are the lanes of one vector.
 */
final class VectorProduct implements PlaneProduct {
    // One shape for everything: with two, the compiler no longer knows which methods to inline, and vectors become
    // objects.
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_256;
    private static final int ROWS = 4;

    /** Leaves all bits of a float. */
    private static final int SIGNED = -1;
    /** Takes the sign from a float. */
    private static final int MAGNITUDE = Integer.MAX_VALUE;

    private final int[][] picked = new int[ROWS][];
    private final float[] inputs = new float[ROWS];
    private final float[] sums = new float[LANES];

    VectorProduct() {}

    /** @return whether a vector of this machine holds the eight sums of a row */
    static boolean wideEnough() {
        return FloatVector.SPECIES_PREFERRED.length() >= LANES;
    }

    @Override
    public void forward(final int[][] weights, final float[] x, final float[] y) {
        sumRows(weights, x, y, SIGNED);
    }

    @Override
    public void forwardMagnitude(final int[][] weights, final float[] x, final float[] y) {
        sumRows(weights, x, y, MAGNITUDE);
    }

    @Override
    public void transposed(final int[][] weights, final float[] x, final float[] y) {
        sumColumns(weights, x, y, SIGNED);
    }

    @Override
    public void transposedMagnitude(final int[][] weights, final float[] x, final float[] y) {
        sumColumns(weights, x, y, MAGNITUDE);
    }

    private void sumRows(final int[][] weights, final float[] x, final float[] y, final int mask) {
        Arrays.fill(y, 0);
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            if (x[i] != 0) {
                picked[count] = weights[i];
                inputs[count++] = x[i];
                if (count == ROWS) {
                    addRows(picked, inputs, y, mask);
                    count = 0;
                }
            }
        }
        if (count > 0) {
            // Rows that are missing add zeros, which change no sum.
            Arrays.fill(picked, count, ROWS, picked[0]);
            Arrays.fill(inputs, count, ROWS, 0);
            addRows(picked, inputs, y, mask);
        }
        for (int j = 0; j < y.length; j++) {
            y[j] *= UNIT;
        }
    }

    private static void addRows(final int[][] rows, final float[] inputs, final float[] y, final int mask) {
        final int[] a = rows[0];
        final int[] b = rows[1];
        final int[] c = rows[2];
        final int[] d = rows[3];
        // Outside the loop: the compiler cannot know that the inputs are not among the sums that it stores.
        final FloatVector xa = FloatVector.broadcast(FLOATS, inputs[0]);
        final FloatVector xb = FloatVector.broadcast(FLOATS, inputs[1]);
        final FloatVector xc = FloatVector.broadcast(FLOATS, inputs[2]);
        final FloatVector xd = FloatVector.broadcast(FLOATS, inputs[3]);
        final int whole = FLOATS.loopBound(a.length);
        for (int j = 0; j < whole; j += LANES) {
            FloatVector.fromArray(FLOATS, y, j)
                    .add(load(a, j, mask).mul(xa))
                    .add(load(b, j, mask).mul(xb))
                    .add(load(c, j, mask).mul(xc))
                    .add(load(d, j, mask).mul(xd))
                    .intoArray(y, j);
        }
        for (int j = whole; j < a.length; j++) {
            for (int r = 0; r < ROWS; r++) {
                y[j] += inputs[r] * value(rows[r][j], mask);
            }
        }
    }

    private static FloatVector load(final int[] row, final int j, final int mask) {
        return ((FloatVector) IntVector.fromArray(INTS, row, j).convert(VectorOperators.I2F, 0))
                .reinterpretAsInts()
                .and(mask)
                .reinterpretAsFloats();
    }

    private static float value(final int weight, final int mask) {
        return Float.intBitsToFloat(Float.floatToRawIntBits((float) weight) & mask);
    }

    private void sumColumns(final int[][] weights, final float[] x, final float[] y, final int mask) {
        for (int i = 0; i < weights.length; i++) {
            y[i] = sumRow(weights[i], x, sums, mask);
        }
    }

    private static float sumRow(final int[] row, final float[] x, final float[] s, final int mask) {
        FloatVector lanes = FloatVector.zero(FLOATS);
        final int whole = FLOATS.loopBound(row.length);
        for (int j = 0; j < whole; j += LANES) {
            lanes = lanes.add(load(row, j, mask).mul(FloatVector.fromArray(FLOATS, x, j)));
        }
        lanes.intoArray(s, 0);
        for (int j = whole; j < row.length; j++) {
            s[j - whole] += x[j] * value(row[j], mask);
        }
        return UNIT * (s[0] + s[4] + (s[2] + s[6]) + (s[1] + s[5] + (s[3] + s[7])));
    }
}
