package org.ranvier.router.parts;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.fabric.FabricMonitors;
import org.ranvier.core.parallel.Coordinator;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.Rows;

/**
 * The parts of a network as one fabric: for building, and for whoever looks at the whole while no part runs.
 *
 * <p>Who sends and receives while parts run does so at its own {@link #part}. A monitor hears of everything at the ends of windows,
 * cycle by cycle, and within a cycle part by part; of a single part it hears at once.
 */
public final class FabricParts implements Fabric, Coordinator, Stateful {
    private final List<? extends Fabric> parts;
    private final Rows rows;
    private final List<FabricLog> logs = new ArrayList<>();
    private FabricMonitor monitor;

    /**
     * Joins parts.
     *
     * @param parts the parts, which know each other
     * @param schedulers the clock of each
     * @param rows what belongs to which
     */
    public FabricParts(final List<? extends Fabric> parts, final List<Scheduler> schedulers, final Rows rows) {
        this.parts = List.copyOf(parts);
        this.rows = rows;
        schedulers.forEach(scheduler -> logs.add(new FabricLog(scheduler)));
    }

    /** @return the part to which a node belongs */
    public Fabric part(final int node) {
        return parts.get(rows.ofNode(node));
    }

    @Override
    public int nodes() {
        return parts.get(0).nodes();
    }

    @Override
    public int hostPorts() {
        return parts.get(0).hostPorts();
    }

    @Override
    public void attach(final int node, final Endpoint endpoint) {
        part(node).attach(node, endpoint);
    }

    /** {@inheritDoc} All parts know it by the same handle. */
    @Override
    public int route(final int source, final int... destinations) {
        return parts.get(0).route(source, destinations);
    }

    @Override
    public int leaves(final int route) {
        return parts.get(0).leaves(route);
    }

    @Override
    public int[] destinations(final int route) {
        return parts.get(0).destinations(route);
    }

    @Override
    public int space(final int node) {
        return part(node).space(node);
    }

    @Override
    public void send(final int node, final int route, final long packet, final long cycle) {
        part(node).send(node, route, packet, cycle);
    }

    @Override
    public void resume(final int node, final long cycle) {
        part(node).resume(node, cycle);
    }

    @Override
    public long inFlight() {
        long copies = 0;
        for (final Fabric part : parts) {
            copies += part.inFlight();
        }
        return copies;
    }

    @Override
    public void addMonitor(final FabricMonitor listener) {
        if (parts.size() == 1) {
            parts.get(0).addMonitor(listener);
        } else {
            monitor(FabricMonitors.with(monitor, listener));
        }
    }

    @Override
    public void removeMonitor(final FabricMonitor listener) {
        if (parts.size() == 1) {
            parts.get(0).removeMonitor(listener);
        } else {
            monitor(FabricMonitors.without(monitor, listener));
        }
    }

    /** Lets the logs of the parts listen, which are told between windows, as long as anybody does. */
    private void monitor(final FabricMonitor listeners) {
        for (int part = 0; part < parts.size(); part++) {
            parts.get(part).removeMonitor(logs.get(part));
            logs.get(part).seesFlits(listeners != null && listeners.seesFlits());
            if (listeners != null) {
                parts.get(part).addMonitor(logs.get(part));
            }
        }
        monitor = listeners;
    }

    @Override
    public int lookahead() {
        return NO_LIMIT;
    }

    /** {@inheritDoc} Tells the monitor what has happened; never acts. */
    @Override
    public long review() {
        if (monitor != null) {
            for (FabricLog log = earliest(); log.nextCycle() != Long.MAX_VALUE; log = earliest()) {
                log.tellNext(monitor);
            }
        }
        return Long.MAX_VALUE;
    }

    private FabricLog earliest() {
        FabricLog earliest = logs.get(0);
        for (final FabricLog log : logs) {
            earliest = log.nextCycle() < earliest.nextCycle() ? log : earliest;
        }
        return earliest;
    }

    @Override
    public void act(final long cycle) {
        throw new IllegalStateException("a fabric never asks to act");
    }

    @Override
    public void save(final StateWriter out) {
        for (final Fabric part : parts) {
            ((Stateful) part).save(out);
        }
    }

    @Override
    public void restore(final StateReader in) {
        for (final Fabric part : parts) {
            ((Stateful) part).restore(in);
        }
    }
}
