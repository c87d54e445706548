package org.ranvier.testbench.nir.graph;

import org.ranvier.core.error.ConfigurationException;

/** Shapes of operations that treat every element alone. */
final class Elementwise {
    private Elementwise() {}

    /**
     * Finds the shape of input and output.
     *
     * @param name of the parameter, for the message
     * @param parameter one element for all, or one for each
     * @param input the shape of what comes in; {@code null} when unknown
     * @return the shape
     * @throws ConfigurationException when the two do not fit
     */
    static int[] shape(final String name, final Tensor parameter, final int[] input) {
        if (input == null || Shapes.same(input, parameter.shape())) {
            return parameter.shape();
        }
        if (parameter.size() != 1) {
            throw new ConfigurationException(
                    name + " has shape " + Shapes.text(parameter.shape()) + ", but it gets " + Shapes.text(input));
        }
        return input;
    }
}
