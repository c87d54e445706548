package org.ranvier.programs.rules;

import org.ranvier.core.cpu.RouteTable;
import org.ranvier.programs.layered.LayerMapping;
import org.ranvier.programs.layered.LayerRoutes;
import org.ranvier.programs.layered.Placement;

/** Which packets go where: spikes to the next layer, errors to the owners of the neurons or to all, answers to the host. */
final class OnlineRoutes {
    private final LayerMapping mapping;
    private final LayerRoutes routes;
    private final boolean symmetric;

    OnlineRoutes(final LayerMapping mapping, final LayerRoutes routes, final boolean symmetric) {
        this.mapping = mapping;
        this.routes = routes;
        this.symmetric = symmetric;
    }

    RouteTable of(final Placement from) {
        final RouteTable table = new RouteTable();
        final int last = from.neurons() - 1;
        if (from.layer() < mapping.layers()) {
            routes.add(table, "SPK", from, 0, last, from.first(), LayerRoutes.nodes(mapping.layer(from.layer() + 1)));
            return table;
        }
        routes.add(table, "RES", from, 0, last, 0, routes.host());
        if (symmetric) {
            routes.addBackward(table, "ERR", from);
        } else {
            routes.add(table, "ERR", from, 0, last, 0, LayerRoutes.nodes(mapping.layer(from.layer() - 1)));
        }
        return table;
    }
}
