package org.ranvier.programs.population;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.HostPort;

/** Sends the input: a packet for every spike, or for every value that is not 0, to each tile with a synapse of the element. */
final class InputPort {
    private final List<Outlet> outlets = new ArrayList<>();
    private final int[] values;
    private InputFrames frames;
    private int steps;

    /** Packets of one kind. */
    private record Outlet(int kind, boolean values, Fan fan, int[] routes) {}

    InputPort(final PopulationMapping mapping, final Chip chip, final int[] nodes) {
        final PopulationNetwork network = mapping.network();
        values = new int[network.inputs()];
        for (final String kind : network.kinds(Projection.INPUT)) {
            final int k = Integer.parseInt(kind.substring(1));
            final Fan fan = Fan.of(mapping, Projection.INPUT, k, 0, values.length);
            final int[] routes = new int[mapping.cores()];
            for (final int tile : fan.tiles()) {
                routes[tile] = chip.fabric().route(chip.host().node(), nodes[tile]);
            }
            outlets.add(new Outlet(mapping.kinds().number(kind), values(network), fan, routes));
        }
    }

    /** All projections of a source carry the same. */
    private static boolean values(final PopulationNetwork network) {
        return network.projections().stream()
                .anyMatch(projection -> projection.source() == Projection.INPUT && projection.values());
    }

    void frames(final InputFrames next, final int count) {
        frames = next;
        steps = count;
    }

    /** Queues the packets of a step; nothing after the last. */
    void send(final int step, final HostPort port) {
        if (step >= steps) {
            return;
        }
        frames.frame(step, values);
        for (final Outlet outlet : outlets) {
            for (int element = 0; element < values.length; element++) {
                if (values[element] != 0) {
                    send(outlet, element, port);
                }
            }
        }
    }

    private void send(final Outlet outlet, final int element, final HostPort port) {
        final int packets = outlet.values() ? 1 : values[element];
        final int payload = outlet.values() ? values[element] : 0;
        final int start = outlet.fan().rows().start(element);
        for (int i = start; i < start + outlet.fan().rows().length(element); i++) {
            for (int packet = 0; packet < packets; packet++) {
                port.queue(outlet.routes()[outlet.fan().tiles()[i]], outlet.kind(), element, payload);
            }
        }
    }
}
