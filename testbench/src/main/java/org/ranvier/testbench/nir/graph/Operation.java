package org.ranvier.testbench.nir.graph;

import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/** What a node that is not a graph computes. */
public interface Operation extends NirNode {
    /**
     * Calls the visitor's method for this kind of operation.
     *
     * @param visitor distinguishes the kinds
     * @param <R> its result
     * @return its result
     */
    <R> R accept(OperationVisitor<R> visitor);

    /**
     * Finds the shape of what the node gives.
     *
     * @param input the shape of what it gets; {@code null} when no edge that could tell leads to it
     * @return the shape of its output
     * @throws ConfigurationException when the two do not fit, naming the parameter and both shapes
     */
    int[] outputShape(int[] input);

    /** @return the parameters by their names in NIR, in a fixed order; those that are missing are left out */
    Map<String, Tensor> parameters();

    /** @return the settings that are whole numbers, by their names in NIR, in a fixed order */
    default Map<String, int[]> settings() {
        return Map.of();
    }

    /** @return whether its output depends on earlier steps, so that a cycle through it can be computed */
    default boolean stateful() {
        return false;
    }

    /** @return synapses: weights that a chip would hold, given the output's shape */
    default long synapses(final int[] output) {
        return 0;
    }
}
