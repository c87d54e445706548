package org.ranvier.programs.ssnnbp;

import java.util.List;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.isa.PacketKinds;

/**
 * Which packets of a mapped network go where.
 *
 * <p>Forward spikes and winners carry the neuron's index in its layer; gradient spikes go back to the tile that holds the
 * neuron's forward half, in that tile's terms; partial sums go to tile 0.
 */
final class SsnnBpRoutes {
    private final SsnnBpMapping mapping;
    private final Fabric fabric;
    private final int host;
    private final PacketKinds kinds;
    private final int layers;

    SsnnBpRoutes(final SsnnBpMapping mapping, final Fabric fabric, final int host) {
        this.mapping = mapping;
        this.fabric = fabric;
        this.host = host;
        this.kinds = mapping.kinds();
        this.layers = mapping.network().layers();
    }

    RouteTable of(final Placement from) {
        final RouteTable table = new RouteTable();
        final int last = from.neurons() - 1;
        if (from.layer() < layers) {
            add(table, "SPK", from, 0, last, from.first(), nodes(mapping.layer(from.layer() + 1)));
        } else {
            add(table, "RES", from, 0, last, from.first(), host);
            addWinners(table, from);
        }
        if (from.layer() > 1) {
            addBackward(table, from);
        }
        return table;
    }

    /** The host's route for the label, to every core but the input's. */
    int label() {
        return fabric.route(
                host,
                mapping.placements().stream()
                        .filter(placement -> placement.layer() > 0)
                        .mapToInt(Placement::node)
                        .toArray());
    }

    /** The host's route for pixels. */
    int pixels() {
        return fabric.route(host, mapping.layer(0).get(0).node());
    }

    private void addWinners(final RouteTable table, final Placement from) {
        final int[] others = mapping.layer(from.layer()).stream()
                .filter(placement -> placement.tile() != from.tile())
                .mapToInt(Placement::node)
                .toArray();
        if (others.length > 0) {
            add(table, "WIN", from, 0, mapping.network().sizes()[layers] - 1, 0, others);
        }
    }

    private void addBackward(final RouteTable table, final Placement from) {
        if (from.tile() > 0) {
            final int owner = mapping.layer(from.layer()).get(0).node();
            add(table, "PS", from, 0, mapping.network().sizes()[from.layer() - 1] - 1, 0, owner);
            return;
        }
        for (final Placement below : mapping.layer(from.layer() - 1)) {
            add(table, "GP", from, below.first(), below.end() - 1, -below.first(), below.node());
            add(table, "GN", from, below.first(), below.end() - 1, -below.first(), below.node());
        }
    }

    private void add(
            final RouteTable table,
            final String kind,
            final Placement from,
            final int first,
            final int last,
            final int offset,
            final int... destinations) {
        table.add(
                kinds.number(kind), first, last, offset, fabric.route(from.node(), destinations), destinations.length);
    }

    private static int[] nodes(final List<Placement> placements) {
        return placements.stream().mapToInt(Placement::node).toArray();
    }
}
