package org.ranvier.router;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranvier.core.error.ConfigurationException;

/**
 * A mesh of routers, its nodes and its ports.
 *
 * <p>Concentration 1: ports 0..3 lead to x+1, x-1, y+1, y-1 and port 4 to the local node. Concentration 4: ports 0..3 lead to
 * the local nodes and 4..7 to x+1, x-1, y+1, y-1; nodes form a grid of twice the routers' columns and rows. Input port p is
 * the link that comes from the neighbour to which output port p leads. Host port y is node {@code localNodes() + y} and uses
 * the x-1 port of router (0, y), which leads nowhere otherwise.
 *
 * @param columns routers per row, 1..64
 * @param rows routers per column, 1..64
 * @param concentration local nodes per router, 1 or 4
 */
public record MeshSpec(int columns, int rows, int concentration) {
    /** The longest side. */
    public static final int MAX_SIDE = 64;

    private static final Pattern SYNTAX = Pattern.compile("(cmesh)?(\\d{1,6})x(\\d{1,6})");
    private static final String ALLOWED = "KxL or cmeshKxL with K columns and L rows of routers, each 1.." + MAX_SIDE;

    /** Checks the ranges. */
    public MeshSpec {
        ConfigurationException.checkRange("mesh.columns", columns, 1, MAX_SIDE);
        ConfigurationException.checkRange("mesh.rows", rows, 1, MAX_SIDE);
        if (concentration != 1 && concentration != 4) {
            throw ConfigurationException.of("mesh.concentration", concentration, "1 or 4");
        }
    }

    /**
     * Reads {@code KxL} (one node per router) or {@code cmeshKxL} (four).
     *
     * @param text as the user wrote it
     * @return the mesh
     * @throws ConfigurationException when it cannot be read or is impossible
     */
    public static MeshSpec parse(final String text) {
        final Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw ConfigurationException.of("mesh", text, ALLOWED);
        }
        final int columns = Integer.parseInt(matcher.group(2));
        final int rows = Integer.parseInt(matcher.group(3));
        if (columns < 1 || columns > MAX_SIDE || rows < 1 || rows > MAX_SIDE) {
            throw ConfigurationException.of("mesh", text, ALLOWED);
        }
        return new MeshSpec(columns, rows, matcher.group(1) == null ? 1 : 4);
    }

    /** @return the number of routers */
    public int routers() {
        return columns * rows;
    }

    /** @return ports per router, links and local nodes */
    public int ports() {
        return 4 + concentration;
    }

    /** @return nodes without the host ports */
    public int localNodes() {
        return routers() * concentration;
    }

    /** @return the number of host ports, one per row of routers */
    public int hostPorts() {
        return rows;
    }

    /** @return nodes, host ports included; they are the last ones */
    public int nodes() {
        return localNodes() + rows;
    }

    /** @return whether a node is a host port */
    public boolean isHost(final int node) {
        return node >= localNodes();
    }

    /** @return the port that leads to x+1; the next ones lead to x-1, y+1 and y-1 */
    public int eastPort() {
        return concentration == 1 ? 0 : 4;
    }

    /** @return the router to which a node is attached, {@code y * columns + x} */
    public int router(final int node) {
        if (isHost(node)) {
            return (node - localNodes()) * columns;
        }
        if (concentration == 1) {
            return node;
        }
        final int x = node % (2 * columns);
        final int y = node / (2 * columns);
        return (y / 2) * columns + x / 2;
    }

    /** @return the port of {@link #router} to which a node is attached */
    public int port(final int node) {
        if (isHost(node)) {
            return eastPort() + 1;
        }
        if (concentration == 1) {
            return 4;
        }
        final int x = node % (2 * columns);
        final int y = node / (2 * columns);
        return 2 * (y & 1) + (x & 1);
    }

    /** @return whether a port leads to another router's row or column, whether or not one is there */
    public boolean isDirection(final int port) {
        return port >= eastPort() && port < eastPort() + 4;
    }

    /** @return the port on the other side of a router: where a packet that came in by {@code port} leaves straight on */
    public int opposite(final int port) {
        return eastPort() + ((port - eastPort()) ^ 1);
    }

    /**
     * Finds the neighbour behind a port.
     *
     * @param router a router
     * @param port a port
     * @return the neighbour, or -1 at an edge or for a local port
     */
    public int neighbour(final int router, final int port) {
        final int x = router % columns;
        final int y = router / columns;
        return switch (port - eastPort()) {
            case 0 -> x + 1 < columns ? router + 1 : -1;
            case 1 -> x > 0 ? router - 1 : -1;
            case 2 -> y + 1 < rows ? router + columns : -1;
            case 3 -> y > 0 ? router - columns : -1;
            default -> -1;
        };
    }

    /**
     * Dimension-order routing: x first, then y, then the node's own port.
     *
     * @param router where the packet is
     * @param node where it goes
     * @return the output port
     */
    public int outputPort(final int router, final int node) {
        final int goal = router(node);
        final int dx = goal % columns - router % columns;
        final int dy = goal / columns - router / columns;
        if (dx != 0) {
            return eastPort() + (dx > 0 ? 0 : 1);
        }
        if (dy != 0) {
            return eastPort() + (dy > 0 ? 2 : 3);
        }
        return port(node);
    }

    /** @return links between two routers on the shortest path */
    public int distance(final int routerA, final int routerB) {
        return Math.abs(routerA % columns - routerB % columns) + Math.abs(routerA / columns - routerB / columns);
    }

    /** @return routers that a packet passes, source and destination included; 1 to itself */
    public int hops(final int source, final int destination) {
        return distance(router(source), router(destination)) + 1;
    }

    @Override
    public String toString() {
        return (concentration == 1 ? "" : "cmesh") + columns + "x" + rows;
    }
}
