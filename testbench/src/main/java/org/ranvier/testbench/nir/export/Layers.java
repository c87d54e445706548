package org.ranvier.testbench.nir.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.testbench.nir.graph.Affine;
import org.ranvier.testbench.nir.graph.NirGraph;
import org.ranvier.testbench.nir.graph.NirNode;
import org.ranvier.testbench.nir.graph.Port;
import org.ranvier.testbench.nir.graph.Tensor;

/** Builds a chain from an Input to an Output; weights are turned from our inputs x neurons to NIR's outputs x inputs. */
final class Layers {
    private final Map<String, NirNode> nodes = new LinkedHashMap<>();
    private final List<NirGraph.Edge> edges = new ArrayList<>();
    private String last = "input";

    /**
     * @param inputs elements of the Input
     */
    Layers(final int inputs) {
        nodes.put(last, new Port(true, new int[] {inputs}));
    }

    /** Appends a node. */
    void add(final String name, final NirNode node) {
        nodes.put(name, node);
        edges.add(new NirGraph.Edge(last, name));
        last = name;
    }

    /**
     * Closes the chain.
     *
     * @param outputs elements of the Output
     * @return the graph
     */
    NirGraph graph(final int outputs) {
        add("output", new Port(false, new int[] {outputs}));
        return new NirGraph(nodes, edges);
    }

    /**
     * Makes a Linear, or an Affine of what has a bias row.
     *
     * @param weights integers, inputs x neurons; with a bias the last row is that of an input that is always 1
     * @param bias whether there is one
     * @param unit the integer that stands for a weight of 1
     * @return the layer
     */
    static Affine weights(final int[][] weights, final boolean bias, final double unit) {
        final int inputs = weights.length - (bias ? 1 : 0);
        final int outputs = weights[0].length;
        final double[] turned = new double[inputs * outputs];
        final double[] biases = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                turned[o * inputs + i] = weights[i][o] / unit;
            }
            biases[o] = bias ? weights[inputs][o] / unit : 0;
        }
        return new Affine(new Tensor(new int[] {outputs, inputs}, turned), bias ? Tensor.vector(biases) : null);
    }
}
