package org.ranvier.testbench.nir.file;

import io.jhdf.api.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.graph.NirGraph;
import org.ranvier.testbench.nir.graph.NirNode;

/**
 * Reads the layout of NIR files: {@code /version}, {@code /node/type}, {@code /node/edges}, {@code /node/nodes/NAME/type} and
 * parameters beside it; a graph within a graph has {@code edges} and {@code nodes} again.
 */
final class NirReader {
    /** A group may contain itself. */
    private static final int DEEPEST = 64;

    private static final int MOST_NODES = 1 << 16;

    private final Hdf5File hdf;
    private final OperationReader operations;
    private int nodes;

    /**
     * @param hdf the open file
     */
    NirReader(final Hdf5File hdf) {
        this.hdf = hdf;
        operations = new OperationReader(hdf);
    }

    /**
     * Reads everything.
     *
     * @param source the file's name
     * @param root its outermost group
     * @return its content
     */
    NirFile read(final String source, final Group root) {
        final String version = hdf.has(root, "version") ? hdf.string(root, "version") : "";
        final Group outermost = hdf.group(root, "node");
        if (!(node("node", outermost, 0) instanceof final NirGraph graph)) {
            throw new ConfigurationException(
                    "node: type " + hdf.string(outermost, "type") + ", expected " + NirGraph.TYPE);
        }
        return new NirFile(source, version, graph);
    }

    private NirNode node(final String path, final Group group, final int depth) {
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            throw new ConfigurationException(
                    path + ": more than " + DEEPEST + " graphs within each other or " + MOST_NODES + " nodes");
        }
        final String type = at(path, () -> hdf.string(group, "type"));
        return type.equals(NirGraph.TYPE) ? graph(path, group, depth) : at(path, () -> operations.read(type, group));
    }

    private NirGraph graph(final String path, final Group group, final int depth) {
        final Map<String, NirNode> members = new LinkedHashMap<>();
        final Group inner = at(path, () -> hdf.group(group, "nodes"));
        for (final String name : at(path, () -> hdf.names(inner))) {
            final String innerPath = depth == 0 ? name : path + "/" + name;
            members.put(name, node(innerPath, at(innerPath, () -> hdf.group(inner, name)), depth + 1));
        }
        return new NirGraph(members, at(path, () -> edges(group)));
    }

    private List<NirGraph.Edge> edges(final Group group) {
        final List<String> names = hdf.strings(group, "edges", 2);
        final List<NirGraph.Edge> edges = new ArrayList<>();
        for (int i = 0; i < names.size(); i += 2) {
            edges.add(new NirGraph.Edge(names.get(i), names.get(i + 1)));
        }
        return edges;
    }

    /** Something that is read. */
    private interface Part<T> {
        T read();
    }

    /** Puts the node's path before the message of what is wrong with it. */
    private static <T> T at(final String path, final Part<T> part) {
        try {
            return part.read();
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(path + ": " + e.getMessage(), e);
        }
    }
}
