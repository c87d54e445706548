package org.ranvier.router.traffic;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.router.MeshSpec;

/**
 * To which node a node sends; host ports take no part.
 *
 * <p>With nodes at (x, y) of a grid of k columns and l rows: {@code uniform} picks any node, the sender included;
 * {@code transpose} goes to (y, x) of a square grid; {@code tornado} to (x + ceil(k/2) - 1 mod k, y + ceil(l/2) - 1 mod l);
 * {@code bitcomp} to the node whose number has all bits inverted, that is {@code n - 1 - node}; {@code hotspot} picks one of a
 * list. These are the definitions of BookSim2.
 */
public final class TrafficPattern {
    private static final String HOTSPOT = "hotspot:";

    /** What every node sends to, or null when it is drawn. */
    private final int[] fixed;

    /** What is drawn from: a list of nodes, or all nodes when null. */
    private final int[] choices;

    private final int nodes;

    private TrafficPattern(final int nodes, final int[] fixed, final int[] choices) {
        this.nodes = nodes;
        this.fixed = fixed;
        this.choices = choices;
    }

    /**
     * Builds a pattern by its name.
     *
     * @param text {@code uniform}, {@code transpose}, {@code tornado}, {@code bitcomp} or {@code hotspot:a+b+c}
     * @param mesh the mesh
     * @return the pattern
     * @throws ConfigurationException when the name is unknown or does not suit the mesh
     */
    public static TrafficPattern parse(final String text, final MeshSpec mesh) {
        final int nodes = mesh.localNodes();
        if (text.startsWith(HOTSPOT)) {
            return new TrafficPattern(nodes, null, hotspots(text.substring(HOTSPOT.length()), nodes));
        }
        final int side = mesh.concentration() == 1 ? 1 : 2;
        final int columns = side * mesh.columns();
        final int rows = side * mesh.rows();
        final int[] fixed = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            final int x = node % columns;
            final int y = node / columns;
            switch (text) {
                case "uniform" -> {
                    return new TrafficPattern(nodes, null, null);
                }
                case "transpose" -> {
                    if (columns != rows) {
                        throw ConfigurationException.of("traffic", text, "a pattern other than transpose on " + mesh);
                    }
                    fixed[node] = x * columns + y;
                }
                case "tornado" -> fixed[node] = shifted(y, rows) * columns + shifted(x, columns);
                case "bitcomp" -> fixed[node] = nodes - 1 - node;
                default ->
                    throw ConfigurationException.of(
                            "traffic", text, "uniform, transpose, tornado, bitcomp or hotspot:NODE+NODE");
            }
        }
        return new TrafficPattern(nodes, fixed, null);
    }

    /** Gives the destination of a node's next packet, drawn from its stream where the pattern leaves a choice. */
    int destination(final int source, final NodeRandom random) {
        if (fixed != null) {
            return fixed[source];
        }
        return choices == null ? random.below(source, nodes) : choices[random.below(source, choices.length)];
    }

    private static int shifted(final int at, final int size) {
        return (at + (size + 1) / 2 - 1) % size;
    }

    private static int[] hotspots(final String list, final int nodes) {
        final List<Integer> spots = new ArrayList<>();
        for (final String part : list.split("\\+", -1)) {
            if (!part.matches("\\d{1,6}")) {
                throw ConfigurationException.of("traffic hotspot", part, "nodes joined by +");
            }
            spots.add(ConfigurationException.checkRange("traffic hotspot", Integer.parseInt(part), 0, nodes - 1));
        }
        return spots.stream().mapToInt(Integer::intValue).toArray();
    }
}
