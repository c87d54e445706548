package org.ranvier.testbench.nir.graph;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/** Arithmetic of shapes: sizes of dimensions, outermost first, each 1 or more. */
public final class Shapes {
    /** The most elements that one node may have: what a declared shape can ask for is bounded, whatever the file's size. */
    public static final int MOST_ELEMENTS = 1 << 24;

    private Shapes() {}

    /**
     * Counts elements.
     *
     * @param shape sizes of dimensions; none means a scalar
     * @return their product, 0..{@value #MOST_ELEMENTS}
     * @throws ConfigurationException when a size is negative or there are more elements
     */
    public static int size(final int... shape) {
        long size = 1;
        for (final int length : shape) {
            if (length < 0) {
                throw new ConfigurationException("shape " + text(shape) + " has a negative size");
            }
            size *= length;
            if (size > MOST_ELEMENTS) {
                throw new ConfigurationException(
                        "shape " + text(shape) + " has more than " + MOST_ELEMENTS + " elements");
            }
        }
        return (int) size;
    }

    /**
     * Compares shapes as tools write them: some keep dimensions of one element, as in (1, 1, 10), others drop them.
     *
     * @param a a shape
     * @param b another
     * @return whether they are equal without the dimensions of size 1
     */
    public static boolean same(final int[] a, final int[] b) {
        return Arrays.equals(squeezed(a), squeezed(b));
    }

    private static int[] squeezed(final int[] shape) {
        return Arrays.stream(shape).filter(length -> length != 1).toArray();
    }

    /**
     * Writes a shape.
     *
     * @param shape sizes of dimensions
     * @return e.g. {@code (2, 34, 34)}
     */
    public static String text(final int... shape) {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
