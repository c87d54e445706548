package org.ranvier.router.route;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.router.MeshSpec;

/**
 * The routes of a network: a handle stands for one destination, or for a tree with an output mask per router.
 *
 * <p>A handle to one destination is the number of the (source, destination) pair: nothing is stored, so it may be made at any time
 * by any thread. A tree is the union of the dimension-order paths from its source; since two such paths never meet again after
 * they part, each router is entered once and a mask per router describes the tree completely. Trees are numbered from 0, added
 * before packets travel, and have the handles after those of all pairs.
 */
public final class RouteTable {
    /** The value of {@link #tree} for a route to a single node. */
    public static final int UNICAST = -1;

    private final MeshSpec mesh;

    /** Bits of a destination in the handle of a pair. */
    private final int nodeBits;

    private final int firstTree;
    private int[] sources = new int[8];
    private int[] leaves = new int[8];
    private int[][] masks = new int[8][];
    private boolean[] keyed = new boolean[8];
    private int count;

    /**
     * @param mesh the mesh
     */
    public RouteTable(final MeshSpec mesh) {
        this.mesh = mesh;
        nodeBits = Integer.SIZE - Integer.numberOfLeadingZeros(mesh.nodes() - 1);
        firstTree = mesh.nodes() << nodeBits;
    }

    /**
     * Adds a route; one destination is routed as unicast, several as a tree.
     *
     * @param source the sending node
     * @param goals the receiving nodes, without duplicates
     * @return the handle
     */
    public int add(final int source, final int... goals) {
        if (goals.length != 1) {
            return addTree(source, goals);
        }
        checkNode("route source", source);
        checkNode("route destination", goals[0]);
        return source << nodeBits | goals[0];
    }

    /**
     * Adds a route that uses the replication path of the routers even for one destination.
     *
     * @param source the sending node
     * @param goals the receiving nodes, without duplicates
     * @return the handle
     */
    public int addTree(final int source, final int... goals) {
        check(source, goals);
        final int[] outputs = new int[mesh.routers()];
        for (final int goal : goals) {
            int router = mesh.router(source);
            while (true) {
                final int port = mesh.outputPort(router, goal);
                outputs[router] |= 1 << port;
                if (router == mesh.router(goal)) {
                    break;
                }
                router = mesh.neighbour(router, port);
            }
        }
        return append(source, goals.length, outputs, false);
    }

    /**
     * Adds a tree that was found by looking a key up in the routers' tables.
     *
     * @param source the sending node
     * @param outputs output mask per router; 0 where a copy is dropped or the tree does not pass
     * @param copies nodes that receive a copy
     * @return the handle
     */
    int addKeyed(final int source, final int[] outputs, final int copies) {
        return append(source, copies, outputs, true);
    }

    /** @return the sending node of a route */
    public int source(final int route) {
        return route < firstTree ? route >> nodeBits : sources[route - firstTree];
    }

    /** @return the only receiving node of a unicast route */
    public int destination(final int route) {
        return route & (1 << nodeBits) - 1;
    }

    /** @return the number of receiving nodes */
    public int leaves(final int route) {
        return route < firstTree ? 1 : leaves[route - firstTree];
    }

    /** @return the receiving nodes of a route, in ascending order */
    public int[] destinations(final int route) {
        final int tree = tree(route);
        if (tree == UNICAST) {
            return new int[] {destination(route)};
        }
        return IntStream.range(0, mesh.nodes())
                .filter(node -> (masks[tree][mesh.router(node)] >>> mesh.port(node) & 1) != 0)
                .toArray();
    }

    /** @return the tree's number, or {@link #UNICAST} */
    public int tree(final int route) {
        return route < firstTree ? UNICAST : route - firstTree;
    }

    /** @return the output ports of a tree in a router, one bit each */
    public int mask(final int tree, final int router) {
        return masks[tree][router];
    }

    /** @return whether a tree came from keyed tables, so that each router it passes looks the key up */
    public boolean isKeyed(final int tree) {
        return keyed[tree];
    }

    /**
     * Counts the nodes that a copy sent through a port would reach.
     *
     * @param tree the tree
     * @param router the router
     * @param port one of its output ports in the tree
     * @return leaves behind the port
     */
    public int leavesBehind(final int tree, final int router, final int port) {
        final int next = mesh.neighbour(router, port);
        if (next < 0) {
            return 1;
        }
        int behind = 0;
        for (int rest = masks[tree][next]; rest != 0; rest &= rest - 1) {
            behind += leavesBehind(tree, next, Integer.numberOfTrailingZeros(rest));
        }
        return behind;
    }

    private void check(final int source, final int[] goals) {
        checkNode("route source", source);
        if (goals.length == 0) {
            throw ConfigurationException.of("route destinations", "none", "at least one node");
        }
        final boolean[] seen = new boolean[mesh.nodes()];
        for (final int goal : goals) {
            checkNode("route destination", goal);
            if (seen[goal]) {
                throw ConfigurationException.of("route destination", goal + " twice", "each node once");
            }
            seen[goal] = true;
        }
    }

    private void checkNode(final String name, final int node) {
        ConfigurationException.checkRange(name, node, 0, mesh.nodes() - 1);
    }

    private int append(final int source, final int copies, final int[] outputs, final boolean fromTables) {
        if (count == sources.length) {
            sources = Arrays.copyOf(sources, 2 * count);
            leaves = Arrays.copyOf(leaves, 2 * count);
            masks = Arrays.copyOf(masks, 2 * count);
            keyed = Arrays.copyOf(keyed, 2 * count);
        }
        sources[count] = source;
        leaves[count] = copies;
        masks[count] = outputs;
        keyed[count] = fromTables;
        return firstTree + count++;
    }
}
