package org.ranvier.testbench.nir.graph;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;

/**
 * A parameter of a node.
 *
 * @param shape sizes of its dimensions, outermost first; empty for a scalar
 * @param data elements in row-major order, as many as the product of {@code shape}
 */
public record Tensor(int[] shape, double[] data) {
    /** Checks that there is an element for every index. */
    public Tensor {
        if (Shapes.size(shape) != data.length) {
            throw new IllegalArgumentException(Shapes.text(shape) + " with " + data.length + " elements");
        }
    }

    /**
     * Makes a vector.
     *
     * @param data its elements
     * @return a tensor of one dimension
     */
    public static Tensor vector(final double... data) {
        return new Tensor(new int[] {data.length}, data);
    }

    /**
     * Makes a vector of equal elements.
     *
     * @param length how many
     * @param value each of them
     * @return a tensor of one dimension
     */
    public static Tensor filled(final int length, final double value) {
        final double[] data = new double[length];
        Arrays.fill(data, value);
        return vector(data);
    }

    /** @return elements */
    public int size() {
        return data.length;
    }

    /** @return the smallest element; NaN of an empty tensor */
    public double min() {
        return Arrays.stream(data).min().orElse(Double.NaN);
    }

    /** @return the largest element; NaN of an empty tensor */
    public double max() {
        return Arrays.stream(data).max().orElse(Double.NaN);
    }

    /**
     * Takes the elements for a population: a single one counts for all.
     *
     * @param name the parameter's name, for the message
     * @param size members of the population
     * @return {@code size} elements; not to be changed
     * @throws ConfigurationException when there are neither one nor {@code size} elements
     */
    public double[] spread(final String name, final int size) {
        if (data.length == size) {
            return data;
        }
        if (data.length != 1) {
            throw new ConfigurationException(
                    name + " has shape " + Shapes.text(shape) + " for a population of " + size);
        }
        final double[] all = new double[size];
        Arrays.fill(all, data[0]);
        return all;
    }
}
