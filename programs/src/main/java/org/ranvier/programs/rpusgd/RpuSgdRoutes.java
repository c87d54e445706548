package org.ranvier.programs.rpusgd;

import org.ranvier.core.cpu.RouteTable;
import org.ranvier.programs.layered.LayerMapping;
import org.ranvier.programs.layered.LayerRoutes;
import org.ranvier.programs.layered.Placement;

/** Which packets go where: activations to all tiles of the next layer, errors to the owners of the neurons, answers to the host. */
final class RpuSgdRoutes {
    private final LayerMapping mapping;
    private final LayerRoutes routes;

    RpuSgdRoutes(final LayerMapping mapping, final LayerRoutes routes) {
        this.mapping = mapping;
        this.routes = routes;
    }

    RouteTable of(final Placement from) {
        final RouteTable table = new RouteTable();
        final int last = from.neurons() - 1;
        if (from.layer() < mapping.layers()) {
            routes.add(table, "ACT", from, 0, last, from.first(), LayerRoutes.nodes(mapping.layer(from.layer() + 1)));
        } else {
            routes.add(table, "RES", from, 0, last, 0, routes.host());
        }
        if (from.layer() > 1) {
            routes.addBackward(table, "ERR", from);
        }
        return table;
    }
}
