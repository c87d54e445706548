package org.ranvier.router.ideal;

import java.util.Arrays;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterEvents;
import org.ranvier.router.route.RouteTable;

/**
 * What exact routers would have counted for the packets that were sent, at the router of each packet's source.
 *
 * <p>Sending counts packets by route; the events along a route are counted once and multiplied when somebody asks.
 */
final class Passages implements Stateful {
    private final MeshSpec mesh;
    private final RouteTable routes;

    /** Events by router. */
    private final long[][] counts;

    /** Packets sent on a route since {@link #counts} was last brought up to date. */
    private long[] sentOn = new long[16];

    Passages(final MeshSpec mesh, final RouteTable routes) {
        this.mesh = mesh;
        this.routes = routes;
        counts = new long[mesh.routers()][RouterEvents.all().length];
    }

    void sent(final int route) {
        if (route >= sentOn.length) {
            sentOn = Arrays.copyOf(sentOn, 2 * route);
        }
        sentOn[route]++;
    }

    /** @return the events of a router, as of the last {@link #book} */
    long[] of(final int router) {
        return counts[router];
    }

    /** Brings the counts up to date: what the exact routers would have counted for the packets of a route, times those. */
    void book() {
        final long[] passed = new long[RouterEvents.all().length];
        for (int route = 0; route < sentOn.length; route++) {
            if (sentOn[route] > 0) {
                Arrays.fill(passed, 0);
                count(passed, route);
                final long[] row = counts[mesh.router(routes.source(route))];
                for (int event = 0; event < row.length; event++) {
                    row[event] += sentOn[route] * passed[event];
                }
                sentOn[route] = 0;
            }
        }
    }

    /** Counts what the exact routers would count for one packet. */
    private void count(final long[] row, final int route) {
        row[RouterEvents.INJECT]++;
        row[RouterEvents.BUFFER_WRITE]++;
        final int tree = routes.tree(route);
        if (tree == RouteTable.UNICAST) {
            countPath(row, routes.source(route), routes.destination(route));
        } else {
            for (int router = 0; router < counts.length; router++) {
                countFork(row, router, routes.mask(tree, router));
            }
        }
    }

    private void countPath(final long[] row, final int source, final int goal) {
        int router = mesh.router(source);
        while (true) {
            final int port = mesh.outputPort(router, goal);
            countPassage(row, router, port);
            router = mesh.neighbour(router, port);
            if (router < 0) {
                return;
            }
        }
    }

    private void countFork(final long[] row, final int router, final int mask) {
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            countPassage(row, router, Integer.numberOfTrailingZeros(rest));
        }
        row[RouterEvents.FORK] += Math.max(0, Integer.bitCount(mask) - 1);
    }

    private void countPassage(final long[] row, final int router, final int port) {
        row[RouterEvents.CROSSBAR]++;
        row[RouterEvents.SWITCH_GRANT]++;
        row[RouterEvents.VC_GRANT]++;
        row[RouterEvents.BUFFER_READ]++;
        if (mesh.neighbour(router, port) < 0) {
            row[mesh.isDirection(port) ? RouterEvents.EJECT_HOST : RouterEvents.EJECT_LOCAL]++;
        } else {
            row[RouterEvents.BUFFER_WRITE]++;
            final boolean eastWest = port < mesh.eastPort() + 2;
            row[eastWest ? RouterEvents.LINK_EAST_WEST : RouterEvents.LINK_NORTH_SOUTH]++;
        }
    }

    @Override
    public void save(final StateWriter out) {
        book();
        for (final long[] row : counts) {
            out.putLongs(row);
        }
    }

    @Override
    public void restore(final StateReader in) {
        Arrays.fill(sentOn, 0);
        for (final long[] row : counts) {
            in.getLongs(row);
        }
    }
}
