package org.ranvier.router.route;

import java.util.Arrays;
import org.ranvier.core.error.MappingException;
import org.ranvier.router.MeshSpec;

/**
 * Routing by source key: one table per router, and straight on where no entry matches.
 *
 * <p>A key that no entry matches in the router of its own source is dropped; so is a copy that would go straight on over the
 * edge of the mesh. Tables do not change while packets travel, so the tree of a (source, key) pair is found once, by the
 * same look-ups that the routers would do; the routers still count one look-up per packet and router.
 */
public final class KeyedRoutes {
    private static final int LOCAL = -1;

    private final MeshSpec mesh;
    private final KeyTable[] tables;

    /**
     * Builds empty tables.
     *
     * @param mesh the mesh
     * @param capacity entries that fit into each table
     */
    public KeyedRoutes(final MeshSpec mesh, final int capacity) {
        this.mesh = mesh;
        tables = new KeyTable[mesh.routers()];
        for (int router = 0; router < tables.length; router++) {
            tables[router] = new KeyTable("router[" + router + "]", capacity);
        }
    }

    /** @return the table of a router */
    public KeyTable table(final int router) {
        return tables[router];
    }

    /** @return table entries in use on the whole mesh */
    public int entries() {
        return Arrays.stream(tables).mapToInt(KeyTable::size).sum();
    }

    /**
     * Follows a key through the tables and makes a route of where it goes.
     *
     * @param routes where the route is added
     * @param source the sending node
     * @param key the key
     * @return the handle; it may have no leaves, then its packets are dropped
     * @throws MappingException when a table names a port that leads nowhere, or a packet would enter a router twice
     */
    public int route(final RouteTable routes, final int source, final int key) {
        final int[] masks = new int[mesh.routers()];
        final boolean[] entered = new boolean[mesh.routers()];
        final int copies = follow(mesh.router(source), LOCAL, key, masks, entered);
        return routes.addKeyed(source, masks, copies);
    }

    private int follow(
            final int router, final int inputPort, final int key, final int[] masks, final boolean[] entered) {
        if (entered[router]) {
            throw new MappingException("router[" + router + "]: a packet with key 0x" + Integer.toHexString(key)
                    + " would enter it twice");
        }
        entered[router] = true;
        masks[router] = outputs(router, inputPort, key);
        int copies = 0;
        for (int rest = masks[router]; rest != 0; rest &= rest - 1) {
            final int port = Integer.numberOfTrailingZeros(rest);
            final int next = mesh.neighbour(router, port);
            copies += next < 0 ? 1 : follow(next, mesh.opposite(port), key, masks, entered);
        }
        return copies;
    }

    private int outputs(final int router, final int inputPort, final int key) {
        final int found = tables[router].lookUp(key);
        if (found == KeyTable.NO_MATCH) {
            final boolean straightOn = inputPort != LOCAL && mesh.neighbour(router, mesh.opposite(inputPort)) >= 0;
            return straightOn ? 1 << mesh.opposite(inputPort) : 0;
        }
        for (int rest = found; rest != 0; rest &= rest - 1) {
            final int port = Integer.numberOfTrailingZeros(rest);
            if (!leadsSomewhere(router, port)) {
                throw new MappingException("router[" + router + "]: port " + port + " leads nowhere");
            }
        }
        return found;
    }

    private boolean leadsSomewhere(final int router, final int port) {
        final boolean host = port == mesh.eastPort() + 1 && router % mesh.columns() == 0;
        return port < mesh.ports() && (!mesh.isDirection(port) || host || mesh.neighbour(router, port) >= 0);
    }
}
