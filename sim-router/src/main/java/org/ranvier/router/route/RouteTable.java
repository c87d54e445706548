package org.ranvier.router.route;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.router.MeshSpec;

/**
 * The routes of a network: a handle stands for one destination, or for a tree with an output mask per router.
 *
 * <p>A tree is the union of the dimension-order paths from its source; since two such paths never meet again after they
 * part, each router is entered once and a mask per router describes the tree completely.
 */
public final class RouteTable {
    /** The value of {@link #tree} for a route to a single node. */
    public static final int UNICAST = -1;

    private final MeshSpec mesh;
    private int[] sources = new int[16];
    private int[] destinations = new int[16];
    private int[] leaves = new int[16];
    private int[] trees = new int[16];
    private int count;
    private int[][] treeMasks = new int[8][];
    private boolean[] keyed = new boolean[8];
    private int treeCount;

    /**
     * @param mesh the mesh
     */
    public RouteTable(final MeshSpec mesh) {
        this.mesh = mesh;
    }

    /**
     * Adds a route; one destination is routed as unicast, several as a tree.
     *
     * @param source the sending node
     * @param goals the receiving nodes, without duplicates
     * @return the handle
     */
    public int add(final int source, final int... goals) {
        check(source, goals);
        return goals.length == 1 ? append(source, goals[0], 1, UNICAST) : addTree(source, goals);
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
        final int[] masks = new int[mesh.routers()];
        for (final int goal : goals) {
            int router = mesh.router(source);
            while (true) {
                final int port = mesh.outputPort(router, goal);
                masks[router] |= 1 << port;
                if (router == mesh.router(goal)) {
                    break;
                }
                router = mesh.neighbour(router, port);
            }
        }
        return append(source, goals[0], goals.length, addMasks(masks, false));
    }

    /**
     * Adds a tree that was found by looking a key up in the routers' tables.
     *
     * @param source the sending node
     * @param masks output mask per router; 0 where a copy is dropped or the tree does not pass
     * @param copies nodes that receive a copy
     * @return the handle
     */
    int addKeyed(final int source, final int[] masks, final int copies) {
        return append(source, source, copies, addMasks(masks, true));
    }

    /** @return the number of handles */
    public int size() {
        return count;
    }

    /** @return the sending node of a route */
    public int source(final int route) {
        return sources[route];
    }

    /** @return the only receiving node of a unicast route */
    public int destination(final int route) {
        return destinations[route];
    }

    /** @return the number of receiving nodes */
    public int leaves(final int route) {
        return leaves[route];
    }

    /** @return the tree's number, or {@link #UNICAST} */
    public int tree(final int route) {
        return trees[route];
    }

    /** @return the output ports of a tree in a router, one bit each */
    public int mask(final int tree, final int router) {
        return treeMasks[tree][router];
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
        for (int rest = treeMasks[tree][next]; rest != 0; rest &= rest - 1) {
            behind += leavesBehind(tree, next, Integer.numberOfTrailingZeros(rest));
        }
        return behind;
    }

    private void check(final int source, final int[] goals) {
        ConfigurationException.checkRange("route source", source, 0, mesh.nodes() - 1);
        if (goals.length == 0) {
            throw ConfigurationException.of("route destinations", "none", "at least one node");
        }
        final boolean[] seen = new boolean[mesh.nodes()];
        for (final int goal : goals) {
            ConfigurationException.checkRange("route destination", goal, 0, mesh.nodes() - 1);
            if (seen[goal]) {
                throw ConfigurationException.of("route destination", goal + " twice", "each node once");
            }
            seen[goal] = true;
        }
    }

    private int addMasks(final int[] masks, final boolean fromTables) {
        if (treeCount == treeMasks.length) {
            treeMasks = Arrays.copyOf(treeMasks, 2 * treeCount);
            keyed = Arrays.copyOf(keyed, 2 * treeCount);
        }
        treeMasks[treeCount] = masks;
        keyed[treeCount] = fromTables;
        return treeCount++;
    }

    private int append(final int source, final int destination, final int copies, final int tree) {
        if (count == sources.length) {
            sources = Arrays.copyOf(sources, 2 * count);
            destinations = Arrays.copyOf(destinations, 2 * count);
            leaves = Arrays.copyOf(leaves, 2 * count);
            trees = Arrays.copyOf(trees, 2 * count);
        }
        sources[count] = source;
        destinations[count] = destination;
        leaves[count] = copies;
        trees[count] = tree;
        return count++;
    }
}
