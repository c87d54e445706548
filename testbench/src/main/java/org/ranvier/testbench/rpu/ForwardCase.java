package org.ranvier.testbench.rpu;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.read.ReadSpec;

/**
 * A read experiment: one input vector, read again and again from one array of weights.
 *
 * @param spec the periphery
 * @param rows inputs of a forward read: 1..65,536
 * @param columns outputs of a forward read: 1..65,536
 * @param backward whether columns are driven and rows sensed
 * @param inputKind which {@link #input} is read: 0..3
 * @param weightScale factor of all weights: -1000..1000
 * @param repetitions reads: 1 or more
 * @param seed the seed of all noise
 */
public record ForwardCase(
        ReadSpec spec,
        int rows,
        int columns,
        boolean backward,
        int inputKind,
        double weightScale,
        int repetitions,
        long seed) {
    private static final int MOST_LINES = 65_536;
    private static final int INPUT_KINDS = 4;

    /** Checks the ranges. */
    public ForwardCase {
        ConfigurationException.checkRange("--rows", rows, 1, MOST_LINES);
        ConfigurationException.checkRange("--cols", columns, 1, MOST_LINES);
        ConfigurationException.checkRange("--input", inputKind, 0, INPUT_KINDS - 1);
        ConfigurationException.checkRange("--w-scale", weightScale, -1000, 1000);
        ConfigurationException.checkRange("--reps", repetitions, 1, Integer.MAX_VALUE);
    }

    /** @return how many lines are driven */
    public int inputs() {
        return backward ? columns : rows;
    }

    /** @return how many lines are sensed */
    public int outputs() {
        return backward ? rows : columns;
    }

    /**
     * Computes a weight: {@code s 0.5 sin(0.37 i + 0.11 j + 0.0013 i j)} for column i and row j, counted from 1.
     *
     * @param row the row
     * @param column the column
     * @return the weight
     */
    public double weight(final int row, final int column) {
        final double i = column + 1.0;
        final double j = row + 1.0;
        return weightScale * 0.5 * StrictMath.sin(0.37 * i + 0.11 * j + 0.0013 * i * j);
    }

    /** @return all weights in Q20, row then column */
    public int[][] weights() {
        final int[][] weights = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                weights[row][column] = Fixed.of(weight(row, column));
            }
        }
        return weights;
    }

    /**
     * Computes the inputs. With {@code c = cos(0.05 j)} for line j counted from 1, kind 0 is c, kind 1 is 0.02 c, kind 2 is
     * {@code 0.75 + 0.25 c}, and kind 3 is 1 on every tenth line from the first and 0 elsewhere.
     *
     * @return one number per driven line
     */
    public float[] input() {
        final float[] x = new float[inputs()];
        for (int line = 0; line < x.length; line++) {
            final double wave = StrictMath.cos(0.05 * (line + 1));
            x[line] = (float)
                    switch (inputKind) {
                        case 0 -> wave;
                        case 1 -> 0.02 * wave;
                        case 2 -> 0.75 + 0.25 * wave;
                        default -> line % 10 == 0 ? 1 : 0;
                    };
        }
        return x;
    }
}
