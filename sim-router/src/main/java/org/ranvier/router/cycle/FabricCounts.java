package org.ranvier.router.cycle;

import org.ranvier.core.energy.LedgerRow;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterEvents;

/** Derives the energy events of routers from the few counters that the pipeline keeps. */
final class FabricCounts {
    private final Routers routers;
    private final Wiring wiring;
    private final long[] injected;

    FabricCounts(final Routers routers, final long[] injected) {
        this.routers = routers;
        this.injected = injected;
        wiring = routers.wiring;
    }

    /** Adds them to the rows of all routers. */
    void addTo(final LedgerRow[] rows) {
        for (int node = 0; node < wiring.nodes; node++) {
            final long[] counts = rows[wiring.mesh.router(node)].counts();
            counts[RouterEvents.INJECT] += injected[node];
            counts[RouterEvents.BUFFER_WRITE] += injected[node];
        }
        for (int router = 0; router < rows.length; router++) {
            final long[] counts = rows[router].counts();
            counts[RouterEvents.TABLE_LOOKUP] += routers.lookups[router];
            counts[RouterEvents.FORK] += routers.forks[router];
            for (int port = 0; port < wiring.ports; port++) {
                countPassages(rows, router, port);
            }
        }
    }

    private void countPassages(final LedgerRow[] rows, final int router, final int port) {
        final MeshSpec mesh = wiring.mesh;
        final long[] counts = rows[router].counts();
        final int index = router << Wiring.SHIFT | port;
        final long passages = routers.passages[index];
        counts[RouterEvents.CROSSBAR] += passages;
        counts[RouterEvents.SWITCH_GRANT] += passages;
        counts[RouterEvents.BUFFER_READ] += passages;
        counts[RouterEvents.VC_GRANT] += passages - routers.followers[index];
        final int next = mesh.neighbour(router, port);
        if (next >= 0) {
            final boolean eastWest = port < mesh.eastPort() + 2;
            counts[eastWest ? RouterEvents.LINK_EAST_WEST : RouterEvents.LINK_NORTH_SOUTH] += passages;
            rows[next].counts()[RouterEvents.BUFFER_WRITE] += passages;
        } else {
            counts[mesh.isDirection(port) ? RouterEvents.EJECT_HOST : RouterEvents.EJECT_LOCAL] += passages;
        }
    }
}
