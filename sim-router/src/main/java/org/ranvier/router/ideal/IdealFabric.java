package org.ranvier.router.ideal;

import java.util.Arrays;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.RouterEvents;
import org.ranvier.router.route.RouteTable;

/**
 * A network in which every packet takes the time that an exact router needs when nobody is in its way.
 *
 * <p>Links, switches and injection queues have no limit: a packet queued in cycle c leaves its node in c + 1, and
 * {@link #space} never ends. Copies of a multicast packet arrive independently. A node's packets are delivered in the order of
 * arrival, then of sending; what an endpoint refuses waits, and all behind it, until it resumes. Ledger rows are per source
 * router: events of a packet are counted where it was sent.
 */
public final class IdealFabric implements Fabric, Component, Stateful {
    private static final int NONE = -1;

    private final Scheduler scheduler;
    private final FabricSpec spec;
    private final RouteTable routes;
    private final Endpoint[] endpoints;
    private final Deliveries deliveries;
    private final int[] refusedHead;
    private final int[] refusedTail;
    private final long[] retryAt;
    private final int wheelMask;
    private final int[] wheelHead;
    private final int[] wheelTail;
    private final long[][] counts;
    private final int id;
    private int[][] destinations = new int[16][];
    private int retries;
    private FabricMonitor monitor;
    private long nextId;
    private long inFlight;

    /**
     * Builds a network and registers it with the scheduler.
     *
     * @param scheduler the clock
     * @param spec the network that it idealises; the injection depth is not used
     */
    public IdealFabric(final Scheduler scheduler, final FabricSpec spec) {
        this.scheduler = scheduler;
        this.spec = spec;
        routes = new RouteTable(spec.mesh());
        final int nodes = spec.mesh().nodes();
        endpoints = new Endpoint[nodes];
        deliveries = new Deliveries();
        refusedHead = filled(nodes);
        refusedTail = filled(nodes);
        retryAt = new long[nodes];
        Arrays.fill(retryAt, NONE);
        final int farthest = spec.mesh().columns() + spec.mesh().rows();
        final int slots = Integer.highestOneBit(spec.router().zeroLoadLatency(farthest, 1) + Fabric.AHEAD + 2) << 1;
        wheelMask = slots - 1;
        wheelHead = filled(slots);
        wheelTail = filled(slots);
        counts = new long[spec.mesh().routers()][RouterEvents.all().length];
        id = scheduler.register(this);
    }

    private static int[] filled(final int size) {
        final int[] values = new int[size];
        Arrays.fill(values, NONE);
        return values;
    }

    @Override
    public int nodes() {
        return spec.mesh().nodes();
    }

    @Override
    public int hostPorts() {
        return spec.mesh().hostPorts();
    }

    @Override
    public void attach(final int node, final Endpoint endpoint) {
        assert endpoints[node] == null : "node " + node + " has an endpoint already";
        endpoints[node] = endpoint;
    }

    @Override
    public int route(final int source, final int... goals) {
        final int route = routes.add(source, goals);
        if (route == destinations.length) {
            destinations = Arrays.copyOf(destinations, 2 * route);
        }
        destinations[route] = goals.clone();
        return route;
    }

    @Override
    public int leaves(final int route) {
        return routes.leaves(route);
    }

    @Override
    public int space(final int node) {
        return Integer.MAX_VALUE;
    }

    @Override
    public void send(final int node, final int route, final long packet, final long cycle) {
        assert routes.source(route) == node : "route " + route + " does not start at node " + node;
        final long number = nextId++;
        if (monitor != null) {
            monitor.queued(number, node, route, packet, cycle + 1);
        }
        for (final int goal : destinations[route]) {
            final int hops = spec.mesh().hops(node, goal);
            final int latency = spec.router().zeroLoadLatency(hops, 1);
            arriveAt(cycle + 1 + latency, deliveries.add(goal, hops, number, packet, cycle + 1));
        }
        inFlight += destinations[route].length;
        count(node, route);
    }

    private void arriveAt(final long due, final int delivery) {
        final int slot = (int) due & wheelMask;
        if (wheelHead[slot] == NONE) {
            wheelHead[slot] = delivery;
            scheduler.schedule(due, Phase.ARRIVE, id);
        } else {
            deliveries.next[wheelTail[slot]] = delivery;
        }
        wheelTail[slot] = delivery;
    }

    @Override
    public void resume(final int node, final long cycle) {
        if (refusedHead[node] != NONE && retryAt[node] == NONE) {
            retryAt[node] = cycle + 1;
            retries++;
            scheduler.schedule(cycle + 1, Phase.ARRIVE, id);
        }
    }

    @Override
    public long inFlight() {
        return inFlight;
    }

    @Override
    public void monitor(final FabricMonitor listener) {
        monitor = listener;
    }

    @Override
    public void onEvent(final long cycle, final int phase) {
        if (retries > 0) {
            retryAll(cycle);
        }
        final int slot = (int) cycle & wheelMask;
        int delivery = wheelHead[slot];
        wheelHead[slot] = NONE;
        while (delivery != NONE) {
            final int following = deliveries.next[delivery];
            deliveries.next[delivery] = NONE;
            deliver(delivery, cycle);
            delivery = following;
        }
    }

    private void deliver(final int delivery, final long cycle) {
        final int node = deliveries.node[delivery];
        if (monitor != null) {
            monitor.delivered(
                    deliveries.id[delivery], node, deliveries.sent[delivery], cycle, deliveries.hops[delivery]);
        }
        if (refusedHead[node] == NONE && offer(delivery, cycle)) {
            return;
        }
        if (refusedHead[node] == NONE) {
            refusedHead[node] = delivery;
        } else {
            deliveries.next[refusedTail[node]] = delivery;
        }
        refusedTail[node] = delivery;
    }

    private void retryAll(final long cycle) {
        for (int node = 0; node < retryAt.length; node++) {
            if (retryAt[node] == cycle) {
                retryAt[node] = NONE;
                retries--;
                retry(node, cycle);
            }
        }
    }

    private void retry(final int node, final long cycle) {
        while (refusedHead[node] != NONE) {
            final int delivery = refusedHead[node];
            final int following = deliveries.next[delivery];
            if (!offer(delivery, cycle)) {
                return;
            }
            refusedHead[node] = following;
        }
    }

    private boolean offer(final int delivery, final long cycle) {
        final Endpoint endpoint = endpoints[deliveries.node[delivery]];
        if (endpoint != null && !endpoint.offer(deliveries.packet[delivery], cycle)) {
            return false;
        }
        inFlight--;
        deliveries.release(delivery);
        return true;
    }

    /** Counts what the exact routers would count for this packet. */
    private void count(final int node, final int route) {
        final long[] row = counts[spec.mesh().router(node)];
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
        int router = spec.mesh().router(source);
        while (true) {
            final int port = spec.mesh().outputPort(router, goal);
            countPassage(row, router, port);
            router = spec.mesh().neighbour(router, port);
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
        if (spec.mesh().neighbour(router, port) < 0) {
            row[spec.mesh().isDirection(port) ? RouterEvents.EJECT_HOST : RouterEvents.EJECT_LOCAL]++;
        } else {
            row[RouterEvents.BUFFER_WRITE]++;
            final boolean eastWest = port < spec.mesh().eastPort() + 2;
            row[eastWest ? RouterEvents.LINK_EAST_WEST : RouterEvents.LINK_NORTH_SOUTH]++;
        }
    }

    /**
     * Opens one row per router, brought up to date when the ledger is read.
     *
     * @param ledger the chip's ledger
     */
    public void openRows(final Ledger ledger) {
        final LedgerRow[] rows = new LedgerRow[counts.length];
        for (int router = 0; router < rows.length; router++) {
            rows[router] = ledger.open("router[" + router + "]", EnergyPhase.COMMUNICATION, RouterEvents.all());
        }
        ledger.contributor(ignored -> {
            for (int router = 0; router < rows.length; router++) {
                System.arraycopy(counts[router], 0, rows[router].counts(), 0, counts[router].length);
            }
        });
    }

    @Override
    public void save(final StateWriter out) {
        if (inFlight != 0) {
            throw new IllegalStateException("packets are under way; an ideal fabric is saved between samples");
        }
        out.section("ideal").putLong(nextId);
        for (final long[] row : counts) {
            out.putLongs(row);
        }
    }

    @Override
    public void restore(final StateReader in) {
        nextId = in.section("ideal").getLong();
        for (final long[] row : counts) {
            in.getLongs(row);
        }
    }
}
