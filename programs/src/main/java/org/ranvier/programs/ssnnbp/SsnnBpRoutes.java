package org.ranvier.programs.ssnnbp;

import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.programs.layered.LayerRoutes;
import org.ranvier.programs.layered.Placement;

/**
 * Which packets of a mapped network go where.
 *
 * <p>Forward spikes and winners carry the neuron's index in its layer; gradient spikes go back to the tile that holds the
 * neuron's forward half, in that tile's terms; partial sums go to tile 0.
 */
final class SsnnBpRoutes {
    private final SsnnBpMapping mapping;
    private final LayerRoutes routes;
    private final int layers;

    SsnnBpRoutes(final SsnnBpMapping mapping, final Fabric fabric, final int host) {
        this.mapping = mapping;
        this.routes = new LayerRoutes(mapping.layers(), fabric, host, mapping.kinds());
        this.layers = mapping.network().layers();
    }

    RouteTable of(final Placement from) {
        final RouteTable table = new RouteTable();
        final int last = from.neurons() - 1;
        if (from.layer() < layers) {
            routes.add(table, "SPK", from, 0, last, from.first(), LayerRoutes.nodes(mapping.layer(from.layer() + 1)));
        } else {
            routes.add(table, "RES", from, 0, last, from.first(), routes.host());
            addWinners(table, from);
        }
        if (from.layer() > 1) {
            addBackward(table, from);
        }
        return table;
    }

    int label() {
        return routes.label();
    }

    int pixels() {
        return routes.pixels();
    }

    private void addWinners(final RouteTable table, final Placement from) {
        final int[] others = mapping.layer(from.layer()).stream()
                .filter(placement -> placement.tile() != from.tile())
                .mapToInt(Placement::node)
                .toArray();
        if (others.length > 0) {
            routes.add(table, "WIN", from, 0, mapping.network().sizes()[layers] - 1, 0, others);
        }
    }

    private void addBackward(final RouteTable table, final Placement from) {
        if (from.tile() > 0) {
            final int owner = mapping.layer(from.layer()).get(0).node();
            routes.add(table, "PS", from, 0, mapping.network().sizes()[from.layer() - 1] - 1, 0, owner);
            return;
        }
        routes.addBackward(table, "GP", from);
        routes.addBackward(table, "GN", from);
    }
}
