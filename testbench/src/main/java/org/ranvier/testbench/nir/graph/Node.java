package org.ranvier.testbench.nir.graph;

import java.util.List;

/**
 * A node of a flat network.
 *
 * @param path the names of the graphs around it and its own, joined with {@code /}
 * @param operation what it computes
 * @param input the shape of the sum of what it gets
 * @param output the shape of what it gives
 * @param feeds whose outputs are summed at its input; none at an Input
 */
public record Node(String path, Operation operation, int[] input, int[] output, List<Feed> feeds) {
    /**
     * An edge, seen from its end.
     *
     * @param from index of the node that feeds, in {@link Network#nodes}
     * @param recurrent whether the edge closes a cycle: then what it brings is of the step before
     */
    public record Feed(int from, boolean recurrent) {}

    /** @return elements of what it gives */
    public int size() {
        return Shapes.size(output);
    }

    /** @return elements of what it gets */
    public int inputSize() {
        return Shapes.size(input);
    }

    /** @return neurons it stands for: its elements if it is a population, else 0 */
    public int neurons() {
        return operation instanceof Neuron ? size() : 0;
    }

    /** @return weights that it multiplies with, each counted as often as a chip would hold it */
    public long synapses() {
        return operation.synapses(output);
    }
}
