package org.ranvier.testbench.nir.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.graph.FlatGraph.Link;

/**
 * A flat network whose shapes fit: what executors run.
 *
 * @param source the file, for messages
 * @param nodes in the order in which they are computed in a step
 * @param inputs indices of the outermost graph's Inputs, by name; a step's values are theirs one after the other
 * @param outputs indices of the outermost graph's Outputs, by name
 */
public record Network(String source, List<Node> nodes, List<Integer> inputs, List<Integer> outputs) {
    private static final long MOST_ELEMENTS = 1L << 26;

    /**
     * Flattens and checks a graph.
     *
     * @param source the file, for messages
     * @param graph the graph
     * @param aliases further paths for nodes that edges may use, and the paths they stand for
     * @return the network
     * @throws ConfigurationException in one line with source and path: an edge that leads nowhere, a node that nothing feeds, shapes that do not
     *     fit, a cycle without a state, no Input or Output
     */
    public static Network of(final String source, final NirGraph graph, final Map<String, String> aliases) {
        try {
            final FlatGraph flat = new FlatGraph(graph, aliases);
            final ExecutionOrder order = new ExecutionOrder(flat);
            return new Network(source, nodes(flat, order), ports(flat, order, true), ports(flat, order, false));
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(source + ": " + e.getMessage(), e);
        }
    }

    /**
     * Refuses what can only be shown.
     *
     * @throws ConfigurationException naming the first node of a type that is not supported
     */
    public void requireSupported() {
        for (final Node node : nodes) {
            if (node.operation() instanceof final Unknown unknown) {
                throw new ConfigurationException(
                        source + ": " + node.path() + ": nodes of type " + unknown.type() + " are not supported");
            }
        }
    }

    /**
     * Finds a node.
     *
     * @param path its path
     * @return its index
     * @throws ConfigurationException naming the paths there are
     */
    public int index(final String path) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).path().equals(path)) {
                return i;
            }
        }
        throw new ConfigurationException(source + ": no node " + path + ", expected one of "
                + String.join(", ", nodes.stream().map(Node::path).toList()));
    }

    /** @return values that enter in a step */
    public int inputSize() {
        return inputs.stream().mapToInt(i -> nodes.get(i).size()).sum();
    }

    private static List<Integer> ports(final FlatGraph flat, final ExecutionOrder order, final boolean input) {
        final int[] sorted = order.order();
        final List<Integer> found = IntStream.range(0, sorted.length)
                .filter(i -> outermost(flat, sorted[i], input))
                .boxed()
                .sorted(Comparator.comparing(i -> flat.paths().get(sorted[i])))
                .toList();
        if (found.isEmpty()) {
            throw new ConfigurationException("node: the graph has no " + (input ? "Input" : "Output"));
        }
        return found;
    }

    private static boolean outermost(final FlatGraph flat, final int index, final boolean input) {
        return flat.operations().get(index) instanceof final Port port
                && port.input() == input
                && !flat.paths().get(index).contains(FlatGraph.SEPARATOR);
    }

    private static List<Node> nodes(final FlatGraph flat, final ExecutionOrder order) {
        final int[] sorted = order.order();
        final int[] position = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            position[sorted[i]] = i;
        }
        final List<List<Node.Feed>> feeds = new ArrayList<>();
        for (int i = 0; i < sorted.length; i++) {
            feeds.add(new ArrayList<>());
        }
        for (final Link link : flat.links()) {
            feeds.get(position[link.to()])
                    .add(new Node.Feed(position[link.from()], order.recurrent().contains(link)));
        }
        final List<Node> nodes = new ArrayList<>();
        long elements = 0;
        for (int i = 0; i < sorted.length; i++) {
            feeds.get(i).sort(Comparator.comparingInt(Node.Feed::from));
            final String path = flat.paths().get(sorted[i]);
            final Node node = node(path, flat.operations().get(sorted[i]), feeds.get(i), nodes);
            elements += node.size();
            if (elements > MOST_ELEMENTS) {
                throw new ConfigurationException(
                        path + ": the nodes up to this one have more than " + MOST_ELEMENTS + " elements");
            }
            nodes.add(node);
        }
        nodes.forEach(node -> checkRecurrent(node, nodes));
        return List.copyOf(nodes);
    }

    private static Node node(
            final String path, final Operation operation, final List<Node.Feed> feeds, final List<Node> earlier) {
        final boolean source =
                operation instanceof final Port port && port.input() && !path.contains(FlatGraph.SEPARATOR);
        if (source != feeds.isEmpty()) {
            throw new ConfigurationException(
                    path + (source ? ": an edge leads to the Input of the outermost graph" : ": no edge leads to it"));
        }
        int[] input = null;
        String first = null;
        for (final Node.Feed feed : feeds) {
            if (!feed.recurrent()) {
                final Node from = earlier.get(feed.from());
                if (input != null && !Shapes.same(input, from.output())) {
                    throw new ConfigurationException(path + ": it gets " + Shapes.text(input) + " from " + first
                            + " and " + Shapes.text(from.output()) + " from " + from.path());
                }
                input = from.output();
                first = from.path();
            }
        }
        final int[] output = fit(path, operation, input);
        return new Node(path, operation, input == null ? output : input, output, List.copyOf(feeds));
    }

    private static int[] fit(final String path, final Operation operation, final int[] input) {
        try {
            final int[] output = operation.outputShape(input);
            if (output == null) {
                throw new ConfigurationException("nothing tells its shape");
            }
            Shapes.size(output);
            return output;
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(path + ": " + e.getMessage(), e);
        }
    }

    /** What comes back is checked when all shapes are known. */
    private static void checkRecurrent(final Node node, final List<Node> nodes) {
        for (final Node.Feed feed : node.feeds()) {
            final Node from = nodes.get(feed.from());
            if (feed.recurrent() && !Shapes.same(from.output(), node.input())) {
                // The operation's own message is better, when it has one.
                fit(node.path(), node.operation(), from.output());
                throw new ConfigurationException(node.path() + ": it gets " + Shapes.text(node.input())
                        + ", but the recurrent edge from " + from.path() + " brings " + Shapes.text(from.output()));
            }
        }
    }

    /** @return whether any edge closes a cycle */
    public boolean recurrent() {
        return nodes.stream().flatMap(node -> node.feeds().stream()).anyMatch(Node.Feed::recurrent);
    }

    /** @return the nodes with a time constant or a delay: without any, a step has no length */
    public boolean timed() {
        return nodes.stream()
                .map(Node::operation)
                .anyMatch(op -> op instanceof Delay || op instanceof final Neuron neuron && neuron.leaks());
    }
}
