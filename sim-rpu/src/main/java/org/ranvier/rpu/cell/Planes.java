package org.ranvier.rpu.cell;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/** Saves and restores planes of numbers, one per device, bit by bit. */
public final class Planes {
    private Planes() {}

    /**
     * Saves a plane.
     *
     * @param plane rows x columns
     * @param out gets it
     */
    public static void save(final double[][] plane, final StateWriter out) {
        for (final double[] row : plane) {
            for (final double value : row) {
                out.putLong(Double.doubleToRawLongBits(value));
            }
        }
    }

    /**
     * Restores a plane of the same shape.
     *
     * @param plane gets the numbers
     * @param in where they were saved
     */
    public static void restore(final double[][] plane, final StateReader in) {
        for (final double[] row : plane) {
            for (int column = 0; column < row.length; column++) {
                row[column] = Double.longBitsToDouble(in.getLong());
            }
        }
    }
}
