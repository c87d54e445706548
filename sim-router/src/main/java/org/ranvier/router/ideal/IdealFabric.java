package org.ranvier.router.ideal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.fabric.FabricMonitors;
import org.ranvier.core.parallel.Inlet;
import org.ranvier.core.parallel.Mailbox;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.PacketNumber;
import org.ranvier.router.RouterEvents;
import org.ranvier.router.Rows;
import org.ranvier.router.route.RouteTable;

/**
 * A network in which every packet takes the time that an exact router needs when nobody is in its way.
 *
 * <p>Links, switches and injection queues have no limit: a packet queued in cycle c leaves its node in c + 1, and
 * {@link #space} never ends. Copies of a multicast packet arrive independently. A node's packets are delivered in the order of
 * arrival, then of the events that sent them; what an endpoint refuses waits, and all behind it, until it resumes. Ledger rows are per source
 * router: events of a packet are counted where it was sent.
 */
public final class IdealFabric implements Fabric, Component, Inlet, Stateful {
    private static final int NONE = -1;
    private static final int RANK_BITS = 16;
    private static final int MESSAGE_WORDS = 6;

    private final Scheduler scheduler;
    private final FabricSpec spec;
    private final RouteTable routes;
    private final Endpoint[] endpoints;
    private final Deliveries deliveries;
    private final int[] refusedHead;
    private final int[] refusedTail;
    private final long[] retryAt;
    private final int wheelMask;

    /** Per slot and sending part: copies in the order in which they were sent. */
    private final int[] wheelHead;

    private final int[] wheelTail;
    private final Passages passages;
    private final int id;
    private final Rows rows;
    private final int part;
    private final Shared shared;
    private final long[] nextId;

    /** Nodes that are offered a refused packet again in {@link #retryAt}, one bit each. */
    private final long[] retrying;

    /** The node that is being offered a packet. */
    private int offering = NONE;

    private FabricMonitor monitor;
    private long inFlight;

    /**
     * Builds a network and registers it with the scheduler.
     *
     * @param scheduler the clock
     * @param spec the network that it idealises; the injection depth is not used
     */
    public IdealFabric(final Scheduler scheduler, final FabricSpec spec) {
        this(scheduler, spec, new Rows(spec.mesh(), 1), 0, new Shared(spec.mesh(), 1));
    }

    private IdealFabric(
            final Scheduler scheduler, final FabricSpec spec, final Rows rows, final int part, final Shared shared) {
        this.scheduler = scheduler;
        this.spec = spec;
        this.rows = rows;
        this.part = part;
        this.shared = shared;
        routes = shared.routes;
        final int nodes = spec.mesh().nodes();
        nextId = PacketNumber.firsts(nodes);
        endpoints = new Endpoint[nodes];
        deliveries = new Deliveries();
        refusedHead = filled(nodes);
        refusedTail = filled(nodes);
        retryAt = new long[nodes];
        retrying = new long[(nodes + Long.SIZE - 1) / Long.SIZE];
        Arrays.fill(retryAt, NONE);
        final int farthest = spec.mesh().columns() + spec.mesh().rows();
        final int slots = Integer.highestOneBit(spec.router().zeroLoadLatency(farthest, 1) + Fabric.AHEAD + 2) << 1;
        wheelMask = slots - 1;
        wheelHead = filled(slots * rows.parts());
        wheelTail = filled(slots * rows.parts());
        passages = new Passages(spec.mesh(), routes);
        id = scheduler.register(this);
    }

    /**
     * Builds the parts of a network; each knows its nodes and the routes of all.
     *
     * @param schedulers the clock of each part
     * @param spec the whole network
     * @param rows what belongs to which part
     * @return the parts
     */
    public static List<IdealFabric> parts(final List<Scheduler> schedulers, final FabricSpec spec, final Rows rows) {
        final Shared shared = new Shared(spec.mesh(), rows.parts());
        final List<IdealFabric> parts = new ArrayList<>();
        for (int part = 0; part < rows.parts(); part++) {
            parts.add(new IdealFabric(schedulers.get(part), spec, rows, part, shared));
        }
        return parts;
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
        shared.attach(node);
    }

    @Override
    public int route(final int source, final int... goals) {
        return shared.route(source, goals);
    }

    @Override
    public int leaves(final int route) {
        return routes.leaves(route);
    }

    @Override
    public int[] destinations(final int route) {
        return routes.destinations(route);
    }

    @Override
    public int space(final int node) {
        return Integer.MAX_VALUE;
    }

    @Override
    public void send(final int node, final int route, final long packet, final long cycle) {
        assert routes.source(route) == node : "route " + route + " does not start at node " + node;
        final long number = nextId[node]++;
        if (monitor != null) {
            monitor.queued(number, node, route, packet, cycle + 1);
        }
        final int tree = routes.tree(route);
        if (tree == RouteTable.UNICAST) {
            sendTo(routes.destination(route), node, number, packet, cycle + 1);
        } else {
            for (final int goal : shared.goals(tree)) {
                sendTo(goal, node, number, packet, cycle + 1);
            }
        }
        inFlight += routes.leaves(route);
        passages.sent(route);
    }

    private void sendTo(final int goal, final int node, final long number, final long packet, final long cycle) {
        final long due = cycle + spec.router().zeroLoadLatency(spec.mesh().hops(node, goal), 1);
        final long order = scheduler.cycle() << RANK_BITS | shared.ranks[node];
        final int goalPart = rows.ofNode(goal);
        if (goalPart == part) {
            arriveAt(due, part, deliveries.add(goal, number, packet, cycle, order));
        } else {
            post(shared.boxes[part][goalPart], due, goal, number, packet, cycle, order);
        }
    }

    private static void post(
            final Mailbox box,
            final long due,
            final int goal,
            final long number,
            final long packet,
            final long cycle,
            final long order) {
        final int at = box.append(due, MESSAGE_WORDS);
        final long[] words = box.outgoing();
        words[at] = due;
        words[at + 1] = goal;
        words[at + 2] = number;
        words[at + 3] = packet;
        words[at + 4] = cycle;
        words[at + 5] = order;
    }

    /** {@inheritDoc} A packet that goes to another row passes two routers at least. */
    @Override
    public int lookahead() {
        return 1 + spec.router().zeroLoadLatency(2, 1);
    }

    @Override
    public long exchange() {
        long first = Long.MAX_VALUE;
        for (int from = 0; from < rows.parts(); from++) {
            first = Math.min(first, shared.boxes[from][part].exchange());
        }
        return first;
    }

    @Override
    public void takeIn(final long done) {
        for (int from = 0; from < rows.parts(); from++) {
            final Mailbox box = shared.boxes[from][part];
            final long[] words = box.incoming();
            for (int at = 0; at < box.received(); at += MESSAGE_WORDS) {
                arriveAt(
                        words[at],
                        from,
                        deliveries.add(
                                (int) words[at + 1], words[at + 2], words[at + 3], words[at + 4], words[at + 5]));
            }
            box.clear();
        }
    }

    private void arriveAt(final long due, final int from, final int delivery) {
        final int list = ((int) due & wheelMask) * rows.parts() + from;
        if (wheelHead[list] == NONE) {
            wheelHead[list] = delivery;
            scheduler.schedule(due, Phase.ARRIVE, id);
        } else {
            deliveries.next[wheelTail[list]] = delivery;
        }
        wheelTail[list] = delivery;
    }

    @Override
    public void resume(final int node, final long cycle) {
        if ((refusedHead[node] != NONE || offering == node) && retryAt[node] == NONE) {
            retryAt[node] = cycle + 1;
            retrying[node >> 6] |= 1L << node;
            scheduler.schedule(cycle + 1, Phase.ARRIVE, id);
        }
    }

    @Override
    public long inFlight() {
        return inFlight;
    }

    @Override
    public void addMonitor(final FabricMonitor listener) {
        monitor = FabricMonitors.with(monitor, listener);
    }

    @Override
    public void removeMonitor(final FabricMonitor listener) {
        monitor = FabricMonitors.without(monitor, listener);
    }

    @Override
    public void onEvent(final long cycle, final int phase) {
        retryAll(cycle);
        final int lists = ((int) cycle & wheelMask) * rows.parts();
        for (int delivery = takeFirst(lists); delivery != NONE; delivery = takeFirst(lists)) {
            deliveries.next[delivery] = NONE;
            deliver(delivery, cycle);
        }
    }

    /** Takes the copy that was sent first from the lists of a slot. */
    private int takeFirst(final int lists) {
        int list = lists;
        for (int other = lists + 1; other < lists + rows.parts(); other++) {
            if (precedes(wheelHead[other], wheelHead[list])) {
                list = other;
            }
        }
        final int delivery = wheelHead[list];
        if (delivery != NONE) {
            wheelHead[list] = deliveries.next[delivery];
        }
        return delivery;
    }

    private boolean precedes(final int delivery, final int other) {
        return delivery != NONE && (other == NONE || deliveries.order[delivery] < deliveries.order[other]);
    }

    private void deliver(final int delivery, final long cycle) {
        final int node = deliveries.node[delivery];
        if (monitor != null) {
            final long number = deliveries.id[delivery];
            final int hops = spec.mesh().hops(PacketNumber.source(number), node);
            monitor.delivered(number, node, deliveries.sent[delivery], cycle, hops);
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
        for (int word = 0; word < retrying.length; word++) {
            for (long rest = retrying[word]; rest != 0; rest &= rest - 1) {
                final int node = (word << 6) + Long.numberOfTrailingZeros(rest);
                if (retryAt[node] == cycle) {
                    retryAt[node] = NONE;
                    retrying[word] &= ~(1L << node);
                    retry(node, cycle);
                }
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
        final int node = deliveries.node[delivery];
        final Endpoint endpoint = endpoints[node];
        offering = node;
        final boolean taken = endpoint == null || endpoint.offer(deliveries.packet[delivery], cycle);
        offering = NONE;
        if (!taken) {
            return false;
        }
        inFlight--;
        deliveries.release(delivery);
        return true;
    }

    /**
     * Opens one row per router, brought up to date when the ledger is read.
     *
     * @param ledger the chip's ledger
     */
    public void openRows(final Ledger ledger) {
        openRows(ledger, List.of(this));
    }

    /**
     * Opens one row per router of a network in parts.
     *
     * @param ledger the chip's ledger
     * @param parts all parts
     */
    public static void openRows(final Ledger ledger, final List<IdealFabric> parts) {
        final LedgerRow[] rows =
                RouterEvents.open(ledger, parts.get(0).spec.mesh().routers());
        ledger.contributor(ignored -> {
            parts.forEach(part -> part.passages.book());
            for (int router = 0; router < rows.length; router++) {
                final long[] counts =
                        parts.get(parts.get(0).rows.ofRouter(router)).passages.of(router);
                System.arraycopy(counts, 0, rows[router].counts(), 0, counts.length);
            }
        });
    }

    @Override
    public void save(final StateWriter out) {
        if (inFlight != 0) {
            throw new IllegalStateException("packets are under way; an ideal fabric is saved between samples");
        }
        out.section("ideal").putLongs(nextId);
        passages.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        in.section("ideal").getLongs(nextId);
        passages.restore(in);
    }
}
