package org.ranvier.router.cycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.fabric.FabricMonitors;
import org.ranvier.core.hook.Listening;
import org.ranvier.core.parallel.Inlet;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.RouterEvents;
import org.ranvier.router.Rows;
import org.ranvier.router.route.RouteTable;

/**
 * The exact network: every flit moves as in BookSim2's input-queued router, cycle by cycle.
 *
 * <p>One event of the scheduler runs one cycle of the whole network, in the arrive phase; with nothing under way there is no
 * event, and cycles in which flits are only on links are skipped. A run restored from a saved state continues identically,
 * provided the same routes were added in the same order and the scheduler is given {@link #reschedule}.
 */
public final class CycleFabric implements Fabric, Component, Inlet, Stateful {
    private static final long NEVER = Long.MAX_VALUE;

    private final Scheduler scheduler;
    private final int id;
    private final FabricSpec spec;
    private final Wiring wiring;
    private final RouteTable routes;
    private final Links links;
    private final Routers routers;
    private final PacketPool packets;
    private final DropCounter drops;
    private final Cut cut;
    private final Endpoint[] endpoints;
    private final Injectors injectors;
    private final Ejectors ejectors;
    private final Pipeline pipeline;
    private final boolean skipping;
    private FabricMonitor monitor;
    private long lastCycle = -1;
    private long nextVisit = NEVER;

    /**
     * Builds a network and registers it with the scheduler.
     *
     * @param scheduler the clock
     * @param spec the network
     */
    public CycleFabric(final Scheduler scheduler, final FabricSpec spec) {
        this(scheduler, spec, true);
    }

    /** Builds a network that visits every cycle while a packet is alive, unless {@code skipping}; for tests. */
    CycleFabric(final Scheduler scheduler, final FabricSpec spec, final boolean skipping) {
        this(scheduler, spec, new Wiring(spec), new RouteTable(spec.mesh()), skipping);
    }

    private CycleFabric(
            final Scheduler scheduler,
            final FabricSpec spec,
            final Wiring wiring,
            final RouteTable routes,
            final boolean skipping) {
        this.scheduler = scheduler;
        this.spec = spec;
        this.skipping = skipping;
        this.wiring = wiring;
        this.routes = routes;
        packets = new PacketPool(wiring.nodes);
        drops = new DropCounter(packets);
        links = new Links(wiring, spec);
        routers = new Routers(wiring, spec.router().bufferFlits());
        endpoints = new Endpoint[wiring.nodes];
        injectors = new Injectors(spec, wiring, links, packets, routes, endpoints);
        ejectors = new Ejectors(spec, wiring, links, packets, endpoints);
        cut = new Cut(wiring, links, packets);
        pipeline = new Pipeline(spec, routers, links, routes, packets, drops, cut);
        id = scheduler.register(this);
    }

    /**
     * Builds the parts of a network; each knows its own rows, its nodes and the routes of all.
     *
     * @param schedulers the clock of each part
     * @param spec the whole network
     * @param rows what belongs to which part
     * @return the parts
     */
    public static List<CycleFabric> parts(final List<Scheduler> schedulers, final FabricSpec spec, final Rows rows) {
        final Wiring whole = new Wiring(spec);
        final RouteTable routes = new RouteTable(spec.mesh());
        final List<CycleFabric> parts = new ArrayList<>();
        for (int part = 0; part < rows.parts(); part++) {
            final Wiring wiring = rows.parts() == 1 ? whole : new Wiring(whole, rows, part);
            parts.add(new CycleFabric(schedulers.get(part), spec, wiring, routes, true));
        }
        for (int part = 1; part < rows.parts(); part++) {
            Cut.join(
                    parts.get(part - 1).cut,
                    parts.get(part).cut,
                    rows.firstRow(part) * spec.mesh().columns());
        }
        return parts;
    }

    /** @return what the network was built from */
    public FabricSpec spec() {
        return spec;
    }

    /** @return the routes, to which keyed trees can be added */
    public RouteTable routes() {
        return routes;
    }

    @Override
    public int nodes() {
        return wiring.nodes;
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
    public int route(final int source, final int... destinations) {
        return routes.add(source, destinations);
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
        return injectors.space(node);
    }

    @Override
    public void send(final int node, final int route, final long packet, final long cycle) {
        send(node, route, packet, 1, cycle);
    }

    /**
     * Queues a packet of several flits; only unicast routes carry more than one.
     *
     * @param node the sending node
     * @param route a handle
     * @param packet the packet's word, handed to the endpoint with the tail
     * @param flits the length, at least 1
     * @param cycle the current cycle; the injector sees the packet in the next one
     */
    public void send(final int node, final int route, final long packet, final int flits, final long cycle) {
        if (injectors.space(node) <= 0) {
            throw new ModelViolationException(cycle, "fabric.node[" + node + "]", "sent into a full injection queue");
        }
        assert routes.source(route) == node : "route " + route + " does not start at node " + node;
        assert flits == 1 || routes.tree(route) == RouteTable.UNICAST : "trees carry one-flit packets only";
        final int place = packets.add(node, route, routes.leaves(route), packet, flits, cycle + 1);
        if (Listening.hasBegun() && monitor != null) {
            monitor.queued(packets.id[place], node, route, packet, cycle + 1);
        }
        injectors.enqueue(node, place);
        visit(cycle + 1);
    }

    @Override
    public void resume(final int node, final long cycle) {
        if (ejectors.resume(node, cycle + 1)) {
            visit(cycle + 1);
        }
    }

    @Override
    public long inFlight() {
        return packets.outstanding;
    }

    @Override
    public void addMonitor(final FabricMonitor listener) {
        monitor(FabricMonitors.with(monitor, listener));
    }

    @Override
    public void removeMonitor(final FabricMonitor listener) {
        monitor(FabricMonitors.without(monitor, listener));
    }

    private void monitor(final FabricMonitor listeners) {
        monitor = listeners;
        final FabricMonitor flits = listeners != null && listeners.seesFlits() ? listeners : null;
        ejectors.monitor(listeners, flits);
        injectors.monitor(flits);
        pipeline.monitor(flits);
    }

    /**
     * Listens to dropped packets; null switches it off.
     *
     * @param listener the listener
     */
    public void dropListener(final DropListener listener) {
        drops.listener(listener);
    }

    /** @return packets and branches of packets that were dropped */
    public long droppedBranches() {
        return drops.branches();
    }

    /** @return deliveries that did not happen because of drops */
    public long droppedCopies() {
        return drops.copies();
    }

    /** @return flits that have passed an output of a router since the start: flit-hops */
    public long flitHops() {
        long hops = 0;
        for (final long passages : routers.passages) {
            hops += passages;
        }
        return hops;
    }

    /**
     * Says how busy an output was.
     *
     * @param router the router
     * @param port its output port
     * @return flits that have left by it since the start
     */
    public long passages(final int router, final int port) {
        return routers.passages[router << Wiring.SHIFT | port];
    }

    @Override
    public void onEvent(final long cycle, final int phase) {
        if (cycle == nextVisit) {
            nextVisit = NEVER;
        }
        if (cycle == lastCycle) {
            return;
        }
        countCredits(cycle);
        lastCycle = cycle;
        ejectors.run(cycle);
        receive(cycle);
        injectors.run(cycle);
        decide(cycle);
        visit(nextCycle(cycle));
    }

    /** {@inheritDoc} That of credits: flits take a cycle more, in which a router may already count on knowing them. */
    @Override
    public int lookahead() {
        return Links.CREDIT;
    }

    @Override
    public long exchange() {
        return cut.exchange();
    }

    @Override
    public void takeIn(final long done) {
        if (!cut.hasMail()) {
            return;
        }
        // Slots of credits that are due and not counted yet would be used again.
        if (lastCycle < done) {
            countCredits(done);
            lastCycle = done;
        }
        cut.takeIn();
        visit(links.nextDue(lastCycle, routers.fullCount > 0, injectors.anyBlocked()));
    }

    private void countCredits(final long cycle) {
        for (long rest = links.dueNodeCredits(lastCycle, cycle); rest != 0; rest &= rest - 1) {
            final int slot = Long.numberOfTrailingZeros(rest);
            final int[] targets = links.nodeCredit[slot];
            for (int i = 0; i < links.nodeCreditCount[slot]; i++) {
                injectors.credit(targets[i]);
            }
            links.clearNodeCredits(slot);
        }
        for (long rest = links.dueCredits(lastCycle, cycle); rest != 0; rest &= rest - 1) {
            final int slot = Long.numberOfTrailingZeros(rest);
            final int first = links.creditPlace(slot);
            for (int i = first; i < first + links.creditCount[slot]; i++) {
                routers.credit(links.credit[i]);
            }
            links.clearCredits(slot);
        }
    }

    private void receive(final long cycle) {
        final int slot = Links.slot(cycle);
        final int due = links.flitCount[slot];
        links.clearFlits(slot);
        if (due == 0) {
            return;
        }
        links.wake(slot, routers.awake);
        final int first = links.place(slot);
        for (int i = first; i < first + due; i++) {
            pipeline.receive(links.flitTarget[i], links.flitWord[i], cycle);
        }
    }

    private void decide(final long cycle) {
        final long[] awake = routers.awake;
        for (int word = 0; word < awake.length; word++) {
            long stay = awake[word];
            for (long rest = stay; rest != 0; rest &= rest - 1) {
                final long bit = rest & -rest;
                if (!pipeline.decide((word << 6) + Long.numberOfTrailingZeros(bit), cycle)) {
                    stay &= ~bit;
                }
            }
            awake[word] = stay;
        }
    }

    private long nextCycle(final long cycle) {
        if (Bits.any(routers.awake)
                || injectors.anyReady()
                || ejectors.anyResumed()
                || !skipping && packets.live() > 0) {
            return cycle + 1;
        }
        return links.nextDue(cycle, routers.fullCount > 0, injectors.anyBlocked());
    }

    private void visit(final long cycle) {
        if (cycle < nextVisit) {
            nextVisit = cycle;
            scheduler.schedule(cycle, Phase.ARRIVE, id);
        }
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
    public static void openRows(final Ledger ledger, final List<CycleFabric> parts) {
        final LedgerRow[] rows = RouterEvents.open(ledger, parts.get(0).wiring.routers);
        ledger.contributor(ignored -> {
            for (final LedgerRow row : rows) {
                Arrays.fill(row.counts(), 0);
            }
            for (final CycleFabric part : parts) {
                new FabricCounts(part.routers, part.injectors.injected).addTo(rows);
            }
        });
    }

    @Override
    public void save(final StateWriter out) {
        out.section("fabric").putLong(lastCycle).putLong(nextVisit);
        packets.save(out);
        drops.save(out);
        links.save(out);
        routers.save(out);
        injectors.save(out);
        ejectors.save(out);
        pipeline.save(out);
        cut.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        lastCycle = in.section("fabric").getLong();
        nextVisit = in.getLong();
        packets.restore(in);
        drops.restore(in);
        links.restore(in);
        routers.restore(in);
        injectors.restore(in);
        ejectors.restore(in);
        pipeline.restore(in);
        cut.restore(in);
    }

    /** Asks a new scheduler for the visit that was pending when the state was saved; to be called after {@link #restore}. */
    public void reschedule() {
        final long due = nextVisit;
        nextVisit = NEVER;
        if (due != NEVER) {
            visit(due);
        }
    }
}
