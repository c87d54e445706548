package org.ranvier.testbench.nir.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph as files hold it, possibly with graphs as nodes.
 *
 * @param nodes the nodes by name, in the file's order
 * @param edges who feeds whom
 */
public record NirGraph(Map<String, NirNode> nodes, List<Edge> edges) implements NirNode {
    /** What NIR calls a graph. */
    public static final String TYPE = "NIRGraph";

    /**
     * An edge of one graph.
     *
     * @param from the name of the node that feeds
     * @param to the name of the node that is fed
     */
    public record Edge(String from, String to) {}

    /** Copies what it is given. */
    public NirGraph {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        edges = List.copyOf(edges);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
