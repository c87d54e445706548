package org.ranvier.testbench.nir.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ranvier.core.error.ConfigurationException;

/** Lays nested graphs out flat: paths instead of names, and edges that end at a graph end at its Input or Output. */
final class FlatGraph {
    /** What joins names to a path. */
    static final String SEPARATOR = "/";

    private static final int MOST_NODES = 1 << 16;
    private static final int DEEPEST = 64;

    /** An edge between indices of {@link #paths}. */
    record Link(int from, int to) {}

    /** The indices that edges to and from a path end at: of a graph, its ports; -1 when it has none or several. */
    private record Ends(int entry, int exit) {}

    private final Map<String, String> aliases;
    private final List<String> paths = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Ends> ends = new HashMap<>();
    private final Set<Link> links = new LinkedHashSet<>();

    /**
     * Lays a graph out.
     *
     * @param graph the outermost graph
     * @param aliases other paths of nodes that edges may use, and the paths they stand for
     * @throws ConfigurationException beginning with the path, when an edge leads nowhere
     */
    FlatGraph(final NirGraph graph, final Map<String, String> aliases) {
        this.aliases = aliases;
        addNodes(graph, "", 0);
        addLinks(graph, "");
    }

    /** @return paths of the nodes, in order of their names */
    List<String> paths() {
        return paths;
    }

    /** @return what the nodes compute, in the same order */
    List<Operation> operations() {
        return operations;
    }

    /** @return the edges, each once */
    Set<Link> links() {
        return links;
    }

    private void addNodes(final NirGraph graph, final String prefix, final int depth) {
        if (depth > DEEPEST) {
            throw new ConfigurationException(prefix + ": graphs are nested more than " + DEEPEST + " deep");
        }
        // Sorted, so that the result does not depend on the order in which a tool wrote the nodes.
        new TreeMap<>(graph.nodes()).forEach((name, node) -> {
            final String path = prefix + name;
            if (node instanceof final NirGraph inner) {
                addNodes(inner, path + SEPARATOR, depth + 1);
                ends.put(path, new Ends(port(inner, path, true), port(inner, path, false)));
            } else {
                if (paths.size() == MOST_NODES) {
                    throw new ConfigurationException(path + ": there are more than " + MOST_NODES + " nodes");
                }
                ends.put(path, new Ends(paths.size(), paths.size()));
                paths.add(path);
                operations.add((Operation) node);
            }
        });
    }

    private int port(final NirGraph graph, final String path, final boolean input) {
        int found = -1;
        for (final Map.Entry<String, NirNode> node : graph.nodes().entrySet()) {
            if (node.getValue() instanceof final Port port && port.input() == input) {
                if (found >= 0) {
                    return -1;
                }
                found = ends.get(path + SEPARATOR + node.getKey()).entry();
            }
        }
        return found;
    }

    private void addLinks(final NirGraph graph, final String prefix) {
        for (final NirGraph.Edge edge : graph.edges()) {
            final int from = find(graph, prefix, edge, edge.from()).exit();
            final int to = find(graph, prefix, edge, edge.to()).entry();
            requireOnePort(prefix + edge.from(), from, "Output");
            requireOnePort(prefix + edge.to(), to, "Input");
            links.add(new Link(from, to));
        }
        graph.nodes().forEach((name, node) -> {
            if (node instanceof final NirGraph inner) {
                addLinks(inner, prefix + name + SEPARATOR);
            }
        });
    }

    private static void requireOnePort(final String path, final int index, final String port) {
        if (index < 0) {
            throw new ConfigurationException(
                    path + ": an edge ends at this graph, which has not one " + port + " but none or several");
        }
    }

    private Ends find(final NirGraph graph, final String prefix, final NirGraph.Edge edge, final String name) {
        final String path = prefix + name;
        final Ends found = ends.get(aliases.getOrDefault(path, path));
        if (found == null) {
            throw new ConfigurationException(
                    path + ": edge " + edge.from() + " -> " + edge.to() + " names a node that is not there; there are "
                            + String.join(", ", graph.nodes().keySet()) + hint(graph, prefix, path));
        }
        return found;
    }

    /** The one node that no edge names is probably meant. */
    private static String hint(final NirGraph graph, final String prefix, final String path) {
        final Set<String> unnamed = new HashSet<>(graph.nodes().keySet());
        graph.edges().forEach(edge -> unnamed.removeAll(List.of(edge.from(), edge.to())));
        return unnamed.size() != 1
                ? ""
                : " (--alias " + path + "=" + prefix + unnamed.iterator().next() + " takes the one that no edge names)";
    }
}
