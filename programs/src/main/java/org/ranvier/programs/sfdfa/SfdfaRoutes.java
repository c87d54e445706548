package org.ranvier.programs.sfdfa;

import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.programs.layered.LayerRoutes;
import org.ranvier.programs.layered.Placement;

/** Which packets go where: spikes to all cores of the next layer, errors and derivatives to all hidden cores, counts to the host. */
final class SfdfaRoutes {
    private final SfdfaMapping mapping;
    private final LayerRoutes routes;
    private final int outputLayer;

    SfdfaRoutes(final SfdfaMapping mapping, final Fabric fabric, final int host) {
        this.mapping = mapping;
        this.routes = new LayerRoutes(mapping.layers(), fabric, host, mapping.kinds());
        this.outputLayer = mapping.network().layers();
    }

    RouteTable of(final Placement from) {
        final RouteTable table = new RouteTable();
        if (from.layer() == outputLayer) {
            add(table, "RES", from, routes.host());
            add(table, "ERR", from, hidden());
            if (mapping.network().rule().learnedFeedback()) {
                add(table, "DER", from, hidden());
            }
        } else {
            final int[] next = LayerRoutes.nodes(mapping.layers().layer(from.layer() + 1));
            add(table, "SPK", from, next);
            if (from.layer() > 0) {
                add(table, "SPV", from, next);
            }
        }
        return table;
    }

    private void add(final RouteTable table, final String kind, final Placement from, final int... destinations) {
        routes.add(table, kind, from, 0, from.neurons() - 1, from.first(), destinations);
    }

    private int[] hidden() {
        return mapping.placements().stream()
                .filter(placement -> placement.layer() > 0 && placement.layer() < outputLayer)
                .mapToInt(Placement::node)
                .toArray();
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
}
