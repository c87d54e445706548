package org.ranvier.programs.layered;

import java.util.List;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.isa.PacketKinds;

/** Makes routes between the cores of a mapped network, and from the host to them. */
public final class LayerRoutes {
    private final LayerMapping mapping;
    private final Fabric fabric;
    private final int host;
    private final PacketKinds kinds;

    /**
     * @param mapping where the network sits
     * @param fabric what carries its packets
     * @param host the host's node
     * @param kinds the packet kinds of the programs
     */
    public LayerRoutes(final LayerMapping mapping, final Fabric fabric, final int host, final PacketKinds kinds) {
        this.mapping = mapping;
        this.fabric = fabric;
        this.host = host;
        this.kinds = kinds;
    }

    /** @return the host's route for the label, to every core but the input's */
    public int label() {
        return fabric.route(
                host,
                mapping.placements().stream()
                        .filter(placement -> placement.layer() > 0)
                        .mapToInt(Placement::node)
                        .toArray());
    }

    /** @return the host's route for pixels */
    public int pixels() {
        return fabric.route(host, mapping.layer(0).get(0).node());
    }

    /** @return the host's route for spikes that take the place of the input's, to all cores of the first layer */
    public int spikes() {
        return fabric.route(host, nodes(mapping.layer(1)));
    }

    /** @return the host's node */
    public int host() {
        return host;
    }

    /**
     * Routes a range of keys.
     *
     * @param table the sender's table
     * @param kind the packets' kind
     * @param from the sender
     * @param first the first key, in the sender's terms
     * @param last the last key
     * @param offset what is added to a key on its way
     * @param destinations nodes that get a copy each
     */
    public void add(
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

    /**
     * Routes what a tile sends back, key = neuron of the layer below, to the tiles that hold these neurons, in their own terms.
     *
     * @param table the sender's table
     * @param kind the packets' kind
     * @param from the sender
     */
    public void addBackward(final RouteTable table, final String kind, final Placement from) {
        for (final Placement below : mapping.layer(from.layer() - 1)) {
            add(table, kind, from, below.first(), below.end() - 1, -below.first(), below.node());
        }
    }

    /** @return the nodes of some cores */
    public static int[] nodes(final List<Placement> placements) {
        return placements.stream().mapToInt(Placement::node).toArray();
    }
}
