package org.ranvier.rpu.device;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/** Saves planes of numbers, one per device. */
final class Planes {
    private Planes() {}

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
