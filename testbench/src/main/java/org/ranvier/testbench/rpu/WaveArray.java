package org.ranvier.testbench.rpu;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.Fixed;

/**
 * An array of weights by formula, which any simulator can make: {@code s 0.5 sin(0.37 i + 0.11 j + 0.0013 i j)} for column i and
 * row j, counted from 1; and inputs by formula to read it with.
 */
public final class WaveArray {
    private static final int MOST_LINES = 65_536;

    private final double scale;
    private final double[][] exact;
    private final int[][] weights;

    /**
     * @param rows row lines: 1..65,536
     * @param columns column lines: 1..65,536
     * @param scale the factor s: -1000..1000
     */
    public WaveArray(final int rows, final int columns, final double scale) {
        ConfigurationException.checkRange("--rows", rows, 1, MOST_LINES);
        ConfigurationException.checkRange("--cols", columns, 1, MOST_LINES);
        this.scale = ConfigurationException.checkRange("--w-scale", scale, -1000, 1000);
        exact = new double[rows][columns];
        weights = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                final double i = column + 1.0;
                final double j = row + 1.0;
                exact[row][column] = scale * 0.5 * StrictMath.sin(0.37 * i + 0.11 * j + 0.0013 * i * j);
                weights[row][column] = Fixed.of(exact[row][column]);
            }
        }
    }

    /** @return row lines */
    public int rows() {
        return weights.length;
    }

    /** @return column lines */
    public int columns() {
        return weights[0].length;
    }

    /** @return the factor of the weights */
    public double scale() {
        return scale;
    }

    /** @return the weights in Q20, row then column */
    int[][] weights() {
        return weights;
    }

    /**
     * Computes inputs. With {@code c = cos(0.05 j)} for line j counted from 1, kind 0 is c, kind 1 is 0.02 c, kind 2 is
     * {@code 0.75 + 0.25 c}, and kind 3 is 1 on every tenth line from the first and 0 elsewhere.
     *
     * @param kind which: 0..3
     * @param backward whether columns are driven, not rows
     * @return one number per driven line
     */
    public float[] input(final int kind, final boolean backward) {
        final float[] x = new float[backward ? columns() : rows()];
        for (int line = 0; line < x.length; line++) {
            final double wave = StrictMath.cos(0.05 * (line + 1));
            x[line] = (float)
                    switch (kind) {
                        case 0 -> wave;
                        case 1 -> 0.02 * wave;
                        case 2 -> 0.75 + 0.25 * wave;
                        default -> line % 10 == 0 ? 1 : 0;
                    };
        }
        return x;
    }

    /**
     * Multiplies exactly.
     *
     * @param x one input per driven line
     * @param backward whether columns are driven, not rows
     * @return one product per sensed line, of the weights before they were rounded to Q20
     */
    double[] product(final float[] x, final boolean backward) {
        final double[] y = new double[backward ? rows() : columns()];
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                y[backward ? row : column] += exact[row][column] * x[backward ? column : row];
            }
        }
        return y;
    }
}
