package org.ranvier.core.doubles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.fabric.FabricMonitors;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;
import org.ranvier.core.time.Scheduler;

/**
 * Every packet that leaves an injection queue in cycle c reaches its destinations in cycle c + latency; one leaves a node a
 * cycle, as long as no destination has {@code window} packets on their way or waiting. One packet a cycle is offered to a node.
 */
public final class FixedLatencyFabric implements Fabric, Component {
    private final Scheduler scheduler;
    private final int id;
    private final int latency;
    private final int window;
    private final int depth;
    private final LongQueue[] queued;
    private final LongQueue[] arriving;
    private final Endpoint[] endpoints;
    private static final long NEVER = Long.MAX_VALUE;

    /** The cycle from which a node may be offered packets; NEVER while it has refused one and has not said when. */
    private final long[] resumeAt;

    private final List<int[]> routes = new ArrayList<>();
    private long inFlight;
    private long nextVisit = Long.MAX_VALUE;
    private int refusals;
    private FabricMonitor listener;
    private long packets;

    public FixedLatencyFabric(
            final Scheduler scheduler, final int nodes, final int latency, final int depth, final int window) {
        this.scheduler = scheduler;
        this.latency = latency;
        this.depth = depth;
        this.window = window;
        id = scheduler.register(this);
        queued = new LongQueue[nodes];
        arriving = new LongQueue[nodes];
        for (int i = 0; i < nodes; i++) {
            queued[i] = new LongQueue();
            arriving[i] = new LongQueue();
        }
        endpoints = new Endpoint[nodes];
        resumeAt = new long[nodes];
    }

    /** @return packets that an endpoint has refused, each time counted */
    public int refusals() {
        return refusals;
    }

    @Override
    public int nodes() {
        return queued.length;
    }

    @Override
    public int hostPorts() {
        return 1;
    }

    @Override
    public void attach(final int node, final Endpoint endpoint) {
        endpoints[node] = endpoint;
    }

    @Override
    public int route(final int source, final int... destinations) {
        routes.add(destinations.clone());
        return routes.size() - 1;
    }

    @Override
    public int leaves(final int route) {
        return routes.get(route).length;
    }

    @Override
    public int space(final int node) {
        return depth - queued[node].size() / 3;
    }

    @Override
    public void send(final int node, final int route, final long packet, final long cycle) {
        if (space(node) == 0) {
            throw new IllegalStateException("sent into a full queue");
        }
        queued[node].add(packet);
        queued[node].add(route);
        queued[node].add(cycle + 1);
        inFlight += leaves(route);
        if (listener != null) {
            listener.queued(packets, node, route, packet, cycle + 1);
        }
        packets++;
        visit(cycle + 1);
    }

    @Override
    public void resume(final int node, final long cycle) {
        resumeAt[node] = cycle + 1;
        visit(cycle + 1);
    }

    @Override
    public long inFlight() {
        return inFlight;
    }

    @Override
    public int[] destinations(final int route) {
        return Arrays.stream(routes.get(route)).sorted().toArray();
    }

    @Override
    public void addMonitor(final FabricMonitor monitor) {
        listener = FabricMonitors.with(listener, monitor);
    }

    @Override
    public void removeMonitor(final FabricMonitor monitor) {
        listener = FabricMonitors.without(listener, monitor);
    }

    @Override
    public void onEvent(final long cycle, final int phase) {
        if (cycle != nextVisit) {
            return;
        }
        nextVisit = Long.MAX_VALUE;
        for (int node = 0; node < queued.length; node++) {
            deliver(node, cycle);
        }
        for (int node = 0; node < queued.length; node++) {
            inject(node, cycle);
        }
    }

    private void deliver(final int node, final long cycle) {
        final LongQueue due = arriving[node];
        if (due.size() > 0 && resumeAt[node] <= cycle && due.peek() <= cycle) {
            final long at = due.remove();
            final long packet = due.remove();
            resumeAt[node] = NEVER;
            if (endpoints[node].offer(packet, cycle)) {
                resumeAt[node] = 0;
                inFlight--;
            } else {
                refusals++;
                rotateBack(due, at, packet);
            }
        }
        if (due.size() > 0) {
            visit(Math.max(Math.max(cycle + 1, due.peek()), resumeAt[node]));
        }
    }

    private static void rotateBack(final LongQueue due, final long at, final long packet) {
        final int others = due.size();
        due.add(at);
        due.add(packet);
        for (int i = 0; i < others; i++) {
            due.add(due.remove());
        }
    }

    private void inject(final int node, final long cycle) {
        final LongQueue queue = queued[node];
        if (queue.size() == 0) {
            return;
        }
        final boolean wasFull = space(node) == 0;
        final long packet = queue.remove();
        final int route = (int) queue.remove();
        final long visible = queue.remove();
        if (visible > cycle || !hasRoom(routes.get(route))) {
            final int others = queue.size();
            queue.add(packet);
            queue.add(route);
            queue.add(visible);
            for (int i = 0; i < others; i++) {
                queue.add(queue.remove());
            }
        } else {
            for (final int destination : routes.get(route)) {
                arriving[destination].add(cycle + latency);
                arriving[destination].add(packet);
                if (resumeAt[destination] <= cycle) {
                    visit(Math.max(cycle + 1, arriving[destination].peek()));
                }
            }
            if (wasFull) {
                endpoints[node].spaceAvailable(cycle);
            }
        }
        // A node that finds no room at its destination is looked at again when that takes a packet.
        if (queue.size() > 0 && hasRoom(routes.get((int) route(queue)))) {
            visit(cycle + 1);
        }
    }

    private static long route(final LongQueue queue) {
        queue.add(queue.remove());
        final long route = queue.peek();
        for (int i = 1; i < queue.size(); i++) {
            queue.add(queue.remove());
        }
        return route;
    }

    private boolean hasRoom(final int[] destinations) {
        for (final int destination : destinations) {
            if (arriving[destination].size() / 2 >= window) {
                return false;
            }
        }
        return true;
    }

    private void visit(final long cycle) {
        if (cycle < nextVisit && cycle != NEVER) {
            nextVisit = cycle;
            scheduler.schedule(cycle, Phase.ARRIVE, id);
        }
    }
}
