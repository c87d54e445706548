package org.ranvier.programs.anytime;

import org.ranvier.core.cpu.RouteTable;
import org.ranvier.programs.layered.LayerRoutes;
import org.ranvier.programs.layered.Placement;

/** Which packets go where: spikes to all tiles of the next layer; the output's answer to the host, its STOP to all others. */
final class AnytimeRoutes {
    private final AnytimeMapping mapping;
    private final LayerRoutes routes;

    AnytimeRoutes(final AnytimeMapping mapping, final LayerRoutes routes) {
        this.mapping = mapping;
        this.routes = routes;
    }

    RouteTable of(final Placement from) {
        final RouteTable table = new RouteTable();
        final int output = mapping.network().layers();
        final int last = from.neurons() - 1;
        if (from.layer() < output) {
            final int[] next = LayerRoutes.nodes(mapping.layers().layer(from.layer() + 1));
            routes.add(table, "SPK", from, 0, last, from.first(), next);
            return table;
        }
        final int[] others = mapping.layers().placements().stream()
                .filter(placement -> placement.layer() < output)
                .mapToInt(Placement::node)
                .toArray();
        routes.add(table, "STOP", from, 0, 0, 0, others);
        routes.add(table, "RES", from, 0, last, 0, routes.host());
        routes.add(table, "GAP", from, 0, last, 0, routes.host());
        return table;
    }
}
