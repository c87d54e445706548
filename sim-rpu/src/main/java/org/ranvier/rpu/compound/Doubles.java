package org.ranvier.rpu.compound;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/** Saves and restores planes of real numbers, bit by bit. */
final class Doubles {
    private Doubles() {}

    static void save(final double[][] plane, final StateWriter out) {
        for (final double[] row : plane) {
            for (final double value : row) {
                out.putLong(Double.doubleToRawLongBits(value));
            }
        }
    }

    static void restore(final double[][] plane, final StateReader in) {
        for (final double[] row : plane) {
            for (int column = 0; column < row.length; column++) {
                row[column] = Double.longBitsToDouble(in.getLong());
            }
        }
    }
}
