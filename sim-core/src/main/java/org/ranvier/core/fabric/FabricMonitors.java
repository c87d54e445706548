package org.ranvier.core.fabric;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.hook.Listening;

/** Several monitors of one fabric: each hears everything, in the order in which they were added. Never changes. */
public final class FabricMonitors implements FabricMonitor {
    private final FabricMonitor[] all;
    private final boolean seesFlits;

    private FabricMonitors(final List<FabricMonitor> all) {
        this.all = all.toArray(FabricMonitor[]::new);
        seesFlits = all.stream().anyMatch(FabricMonitor::seesFlits);
    }

    /**
     * Adds a listener. Every fabric does it here, so that {@link Listening} knows.
     *
     * @param present who listens so far, or null
     * @param added who else does
     * @return both as one
     */
    public static FabricMonitor with(final FabricMonitor present, final FabricMonitor added) {
        Listening.begin();
        final List<FabricMonitor> all = members(present);
        all.add(added);
        return of(all);
    }

    /**
     * Takes a listener out.
     *
     * @param present who listens so far, or null
     * @param removed who no longer does; one that did not is no error
     * @return who is left, or null
     */
    public static FabricMonitor without(final FabricMonitor present, final FabricMonitor removed) {
        final List<FabricMonitor> all = members(present);
        all.remove(removed);
        return of(all);
    }

    private static List<FabricMonitor> members(final FabricMonitor present) {
        if (present == null) {
            return new ArrayList<>();
        }
        return new ArrayList<>(present instanceof FabricMonitors several ? List.of(several.all) : List.of(present));
    }

    private static FabricMonitor of(final List<FabricMonitor> all) {
        return switch (all.size()) {
            case 0 -> null;
            case 1 -> all.get(0);
            default -> new FabricMonitors(all);
        };
    }

    @Override
    public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
        for (final FabricMonitor monitor : all) {
            monitor.queued(id, source, route, packet, cycle);
        }
    }

    @Override
    public void delivered(
            final long id, final int destination, final long injected, final long arrived, final int hops) {
        for (final FabricMonitor monitor : all) {
            monitor.delivered(id, destination, injected, arrived, hops);
        }
    }

    @Override
    public boolean seesFlits() {
        return seesFlits;
    }

    @Override
    public void headArrived(final long id, final int destination, final long cycle) {
        for (final FabricMonitor monitor : all) {
            monitor.headArrived(id, destination, cycle);
        }
    }

    @Override
    public void injected(final long id, final int source, final boolean last, final long cycle) {
        for (final FabricMonitor monitor : all) {
            monitor.injected(id, source, last, cycle);
        }
    }

    @Override
    public void buffered(final int router, final int port, final int change, final long cycle) {
        for (final FabricMonitor monitor : all) {
            monitor.buffered(router, port, change, cycle);
        }
    }

    @Override
    public void passed(final long id, final int router, final int port, final long cycle) {
        for (final FabricMonitor monitor : all) {
            monitor.passed(id, router, port, cycle);
        }
    }
}
