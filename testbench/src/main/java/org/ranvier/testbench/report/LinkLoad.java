package org.ranvier.testbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.cycle.CycleFabric;
import org.ranvier.router.parts.FabricParts;

/** Flits that left routers by their links while it was open; the ideal fabric has no links. */
final class LinkLoad implements Stateful {
    private final Fabric fabric;
    private final MeshSpec mesh;
    private final long[][] flits;

    LinkLoad(final Fabric fabric, final MeshSpec mesh) {
        this.fabric = fabric;
        this.mesh = mesh;
        flits = new long[mesh.routers()][mesh.ports()];
    }

    void open() {
        add(-1);
    }

    void close() {
        add(1);
    }

    private void add(final int sign) {
        for (int node = 0; node < mesh.localNodes(); node++) {
            final Fabric part = fabric instanceof FabricParts parts ? parts.part(node) : fabric;
            final int router = mesh.router(node);
            // One visit a router: by the first of its nodes.
            if (part instanceof CycleFabric cycles && mesh.port(node) % mesh.concentration() == 0) {
                for (int port = 0; port < mesh.ports(); port++) {
                    flits[router][port] += sign * cycles.passages(router, port);
                }
            }
        }
    }

    @Override
    public void save(final StateWriter out) {
        for (final long[] router : flits) {
            out.putLongs(router);
        }
    }

    @Override
    public void restore(final StateReader in) {
        for (final long[] router : flits) {
            in.getLongs(router);
        }
    }

    /** @return a map a link between routers: from, to, flits */
    List<Map<String, Object>> describe() {
        final List<Map<String, Object>> links = new ArrayList<>();
        for (int router = 0; router < mesh.routers(); router++) {
            for (int port = 0; port < mesh.ports(); port++) {
                if (mesh.neighbour(router, port) >= 0) {
                    final Map<String, Object> link = new LinkedHashMap<>();
                    link.put("from", router);
                    link.put("to", mesh.neighbour(router, port));
                    link.put("flits", flits[router][port]);
                    links.add(link);
                }
            }
        }
        return links;
    }
}
