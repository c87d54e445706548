package org.ranvier.programs.fostdgd;

import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.programs.layered.LayerRoutes;
import org.ranvier.programs.layered.Placement;

/** Which packets go where: spikes to all cores of the next layer, errors to the owners of the neurons, counts to the host. */
final class FoStdgdRoutes {
    private final FoStdgdMapping mapping;
    private final LayerRoutes routes;
    private final Fabric fabric;

    FoStdgdRoutes(final FoStdgdMapping mapping, final Fabric fabric, final int host) {
        this.mapping = mapping;
        this.fabric = fabric;
        this.routes = new LayerRoutes(mapping.layers(), fabric, host, mapping.kinds());
    }

    RouteTable of(final Placement from) {
        final RouteTable table = new RouteTable();
        final int last = from.neurons() - 1;
        if (from.layer() < mapping.network().layers()) {
            final int[] next = LayerRoutes.nodes(mapping.layers().layer(from.layer() + 1));
            routes.add(table, "SPK", from, 0, last, from.first(), next);
        } else {
            routes.add(table, "RES", from, 0, last, from.first(), routes.host());
        }
        if (from.layer() > 1) {
            routes.addBackward(table, "ERR", from);
        }
        return table;
    }

    int label() {
        return routes.label();
    }

    int pixels() {
        return routes.pixels();
    }

    int spikes() {
        return routes.spikes();
    }

    /** The host's route for the tables of a layer. */
    int tables(final int layer) {
        return fabric.route(routes.host(), LayerRoutes.nodes(mapping.layers().layer(layer)));
    }
}
