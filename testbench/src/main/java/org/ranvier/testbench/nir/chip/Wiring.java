package org.ranvier.testbench.nir.chip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.graph.Delay;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.Node;
import org.ranvier.testbench.nir.graph.Threshold;
import org.ranvier.testbench.nir.run.LinearMap;

/**
 * A network as populations and wires. Everything between two populations is linear, or a delay: an element's share is followed through
 * it to the populations that it reaches.
 */
final class Wiring {
    private final Network network;
    private final double dt;
    private final List<Integer> populations = new ArrayList<>();
    private final int[] place;
    private final List<List<Edge>> consumers = new ArrayList<>();
    private final Map<Integer, LinearMap> maps = new HashMap<>();
    private final List<Wire> wires = new ArrayList<>();
    private final double[][] biases;

    /** An edge seen from its beginning. */
    private record Edge(int to, boolean recurrent) {}

    /** What arrives together: a wire's target and delay. */
    private record Arrival(int target, int steps) {}

    /**
     * Follows all edges.
     *
     * @param network the network, all of whose nodes are supported
     * @param dt length of a step, seconds
     * @throws ConfigurationException naming the node that cannot be brought to the chip
     */
    Wiring(final Network network, final double dt) {
        this.network = network;
        this.dt = dt;
        place = new int[network.nodes().size()];
        Arrays.fill(place, -1);
        for (int i = 0; i < place.length; i++) {
            consumers.add(new ArrayList<>());
            if (isPopulation(i)) {
                place[i] = populations.size();
                populations.add(i);
            }
        }
        for (int i = 0; i < place.length; i++) {
            for (final Node.Feed feed : network.nodes().get(i).feeds()) {
                consumers.get(feed.from()).add(new Edge(i, feed.recurrent()));
            }
        }
        biases = populations.stream()
                .map(p -> new double[network.nodes().get(p).inputSize()])
                .toArray(double[][]::new);
        addInputs();
        for (int p = 0; p < populations.size(); p++) {
            final Map<Arrival, List<Map<Integer, Double>>> reached = new HashMap<>();
            follow(populations.get(p), 0, size(p), reached);
            add(p, size(p), reached);
        }
        addBiases();
    }

    /** An Output that does not just show populations is one that sums what it gets. */
    private boolean isPopulation(final int index) {
        final Node node = network.nodes().get(index);
        return node.operation() instanceof Neuron
                || node.operation() instanceof Threshold
                || network.outputs().contains(index) && !shows(node);
    }

    /** @return whether an Output is the sum of populations of the same step */
    private boolean shows(final Node node) {
        return node.feeds().stream()
                .noneMatch(feed -> feed.recurrent()
                        || !(network.nodes().get(feed.from()).operation() instanceof Neuron)
                                && !(network.nodes().get(feed.from()).operation() instanceof Threshold));
    }

    private int size(final int population) {
        return network.nodes().get(populations.get(population)).size();
    }

    private void addInputs() {
        final Map<Arrival, List<Map<Integer, Double>>> reached = new HashMap<>();
        int first = 0;
        for (final int input : network.inputs()) {
            follow(input, first, network.inputSize(), reached);
            first += network.nodes().get(input).size();
        }
        add(Wire.INPUT, network.inputSize(), reached);
    }

    private void follow(
            final int node, final int first, final int rows, final Map<Arrival, List<Map<Integer, Double>>> reached) {
        for (int element = 0; element < network.nodes().get(node).size(); element++) {
            for (final Edge edge : consumers.get(node)) {
                follow(edge, element, 1, 0, first + element, rows, reached);
            }
        }
    }

    /** Adds the share that an element of a node has in the populations behind an edge. */
    private void follow(
            final Edge edge,
            final int element,
            final double weight,
            final int steps,
            final int row,
            final int rows,
            final Map<Arrival, List<Map<Integer, Double>>> reached) {
        final int later = steps + (edge.recurrent() ? 1 : 0);
        if (place[edge.to()] >= 0) {
            reached.computeIfAbsent(new Arrival(place[edge.to()], later), unused -> emptyRows(rows))
                    .get(row)
                    .merge(element, weight, Double::sum);
            return;
        }
        final Node node = network.nodes().get(edge.to());
        if (node.operation() instanceof final Delay delay) {
            final int delayed = later + (int) Math.round(delay.delay().spread("delay", node.size())[element] / dt);
            for (final Edge next : consumers.get(edge.to())) {
                follow(next, element, weight, delayed, row, rows, reached);
            }
            return;
        }
        final LinearMap.Column column = map(edge.to()).column(element);
        for (int i = 0; i < column.elements().length; i++) {
            for (final Edge next : consumers.get(edge.to())) {
                follow(next, column.elements()[i], weight * column.weights()[i], later, row, rows, reached);
            }
        }
    }

    private static List<Map<Integer, Double>> emptyRows(final int rows) {
        final List<Map<Integer, Double>> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            all.add(new TreeMap<>());
        }
        return all;
    }

    private LinearMap map(final int node) {
        return maps.computeIfAbsent(
                node, unused -> new LinearMap(network.nodes().get(node)));
    }

    private void add(final int source, final int rows, final Map<Arrival, List<Map<Integer, Double>>> reached) {
        reached.entrySet().stream()
                .sorted((a, b) -> a.getKey().target() != b.getKey().target()
                        ? Integer.compare(a.getKey().target(), b.getKey().target())
                        : Integer.compare(a.getKey().steps(), b.getKey().steps()))
                .forEach(entry -> {
                    final List<Wire.Row> list = new ArrayList<>(rows);
                    entry.getValue()
                            .forEach(row -> list.add(new Wire.Row(
                                    row.keySet().stream()
                                            .mapToInt(Integer::intValue)
                                            .toArray(),
                                    row.values().stream()
                                            .mapToDouble(Double::doubleValue)
                                            .toArray())));
                    wires.add(new Wire(
                            source, entry.getKey().target(), entry.getKey().steps(), list));
                });
    }

    /** Sends what every node gives of itself, when nothing enters it, to the populations behind it. */
    private void addBiases() {
        for (int node = 0; node < place.length; node++) {
            final Node at = network.nodes().get(node);
            if (place[node] >= 0
                    || at.operation() instanceof Delay
                    || network.inputs().contains(node)) {
                continue;
            }
            final double[] bias = map(node).bias();
            for (int element = 0; element < bias.length; element++) {
                if (bias[element] != 0) {
                    for (final Edge edge : consumers.get(node)) {
                        addBias(edge, element, bias[element], at.path());
                    }
                }
            }
        }
    }

    private void addBias(final Edge edge, final int element, final double value, final String origin) {
        if (place[edge.to()] >= 0) {
            biases[place[edge.to()]][element] += value;
            return;
        }
        final Node node = network.nodes().get(edge.to());
        if (node.operation() instanceof Delay) {
            throw new ConfigurationException(network.source() + ": " + origin + ": its bias reaches the Delay "
                    + node.path() + ", which the chip cannot hold back (--precision float can)");
        }
        final LinearMap.Column column = map(edge.to()).column(element);
        for (int i = 0; i < column.elements().length; i++) {
            for (final Edge next : consumers.get(edge.to())) {
                addBias(next, column.elements()[i], value * column.weights()[i], origin);
            }
        }
    }

    /** @return indices of the nodes that become populations, in the order in which a step computes them */
    List<Integer> populations() {
        return populations;
    }

    /** @return the place of a node among the populations; -1 when it is none */
    int place(final int node) {
        return place[node];
    }

    /** @return the wires, by source, target and steps */
    List<Wire> wires() {
        return wires;
    }

    /** @return what enters a population in every step besides what its wires bring, by element */
    double[] bias(final int population) {
        return biases[population];
    }
}
