package org.ranvier.testbench.nir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.testbench.nir.graph.Affine;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.NirGraph;
import org.ranvier.testbench.nir.graph.NirNode;
import org.ranvier.testbench.nir.graph.Port;
import org.ranvier.testbench.nir.graph.Shapes;
import org.ranvier.testbench.nir.graph.Tensor;

/** Builds small graphs for tests. */
public final class Graphs {
    private final Map<String, NirNode> nodes = new LinkedHashMap<>();
    private final List<NirGraph.Edge> edges = new ArrayList<>();

    /** Adds a node. */
    public Graphs node(final String name, final NirNode node) {
        nodes.put(name, node);
        return this;
    }

    /** Adds an Input of a shape. */
    public Graphs input(final String name, final int... shape) {
        return node(name, new Port(true, shape));
    }

    /** Adds an Output of a shape. */
    public Graphs output(final String name, final int... shape) {
        return node(name, new Port(false, shape));
    }

    /** Adds edges along a path of names. */
    public Graphs chain(final String... names) {
        for (int i = 1; i < names.length; i++) {
            edges.add(new NirGraph.Edge(names[i - 1], names[i]));
        }
        return this;
    }

    /** @return the graph */
    public NirGraph graph() {
        return new NirGraph(nodes, edges);
    }

    /** @return the graph, flat and checked */
    public Network network() {
        return Network.of("net.nir", graph(), Map.of());
    }

    /** @return a Linear with the rows that are given, one an output */
    public static Affine linear(final double[]... rows) {
        return new Affine(matrix(rows), null);
    }

    /** @return a matrix with the rows that are given */
    public static Tensor matrix(final double[]... rows) {
        final double[] data = new double[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, data, i * rows[0].length, rows[0].length);
        }
        return new Tensor(new int[] {rows.length, rows[0].length}, data);
    }

    /** @return a tensor whose elements count up from 0 by a step */
    public static Tensor ramp(final double step, final int... shape) {
        final double[] data = new double[Shapes.size(shape)];
        for (int i = 0; i < data.length; i++) {
            data[i] = i * step;
        }
        return new Tensor(shape, data);
    }

    /** Two inputs, a linear layer and two leaky neurons of a given name, for steps of a millisecond; ends in {@code out}. */
    public static Graphs twoNeurons(final String neurons) {
        return new Graphs()
                .input("in", 2)
                .node("fc", linear(new double[] {.5, .25}, new double[] {-.5, 1}))
                .node(neurons, lif(2, 1e-3, .5))
                .output("out", 2)
                .chain("in", "fc", neurons, "out");
    }

    /** @return LIF neurons with r 1 and v_leak 0 that are reset to 0 */
    public static Neuron lif(final int count, final double tau, final double threshold) {
        return new Neuron(
                "LIF",
                null,
                null,
                Tensor.filled(count, tau),
                Tensor.filled(count, 1),
                Tensor.filled(count, 0),
                Tensor.filled(count, threshold),
                Tensor.filled(count, 0));
    }
}
