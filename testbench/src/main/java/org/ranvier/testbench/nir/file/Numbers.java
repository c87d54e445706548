package org.ranvier.testbench.nir.file;

import java.lang.reflect.Array;

/** Numbers of any HDF5 type as doubles. */
final class Numbers {
    private Numbers() {}

    /**
     * Converts.
     *
     * @param data what the library reads: a number, or an array of numbers, primitive or not
     * @return doubles; {@code null} when there is something else among them
     */
    static double[] of(final Object data) {
        if (data instanceof final double[] doubles) {
            return doubles;
        }
        if (data instanceof final Number number) {
            return new double[] {number.doubleValue()};
        }
        if (data == null || !data.getClass().isArray()) {
            return null;
        }
        final double[] doubles = new double[Array.getLength(data)];
        if (data.getClass().getComponentType().isPrimitive() && data.getClass().getComponentType() != boolean.class) {
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] = Array.getDouble(data, i);
            }
            return doubles;
        }
        for (int i = 0; i < doubles.length; i++) {
            if (!(Array.get(data, i) instanceof final Number number)) {
                return null;
            }
            doubles[i] = number.doubleValue();
        }
        return doubles;
    }
}
