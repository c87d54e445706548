package org.ranvier.programs.layered;

import org.ranvier.core.isa.Program;

/**
 * One core of a mapped network.
 *
 * @param layer the layer whose neurons' forward halves it holds; 0 is the input
 * @param tile its place among the tiles of that layer
 * @param first its first neuron in the layer
 * @param neurons how many it holds
 * @param node the fabric node
 * @param program what it runs
 */
public record Placement(int layer, int tile, int first, int neurons, int node, Program program) {
    /** @return rows of its synapse array, a bias row included; 0 for the input */
    public int rows() {
        return layer == 0 ? 0 : program.array().rows();
    }

    /** @return the neuron after its last */
    public int end() {
        return first + neurons;
    }
}
