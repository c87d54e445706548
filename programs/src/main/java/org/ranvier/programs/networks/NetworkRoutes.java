package org.ranvier.programs.networks;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import java.util.function.IntUnaryOperator;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.memory.RowPointers;

/** The routes of spikes: by key, one packet to every core that has a synapse of the neuron. */
final class NetworkRoutes {
    private final NetworkSpec network;
    private final CoreSynapses synapses;
    private final Fabric fabric;
    private final IntUnaryOperator nodes;

    /**
     * @param network the network
     * @param synapses where its synapses are
     * @param fabric where routes are made
     * @param nodes the node of a core
     */
    NetworkRoutes(
            final NetworkSpec network, final CoreSynapses synapses, final Fabric fabric, final IntUnaryOperator nodes) {
        this.network = network;
        this.synapses = synapses;
        this.fabric = fabric;
        this.nodes = nodes;
    }

    /** @return the table of a core, whose neurons send their number in the network */
    RouteTable of(final int core, final int kind) {
        final int first = core * network.perCore();
        final int[][] receivers = new int[network.neuronsOf(core)][];
        final int[] lengths = new int[receivers.length];
        for (int neuron = 0; neuron < receivers.length; neuron++) {
            receivers[neuron] = synapses.receivers(first + neuron);
            lengths[neuron] = receivers[neuron].length;
        }
        final RowPointers rows = RowPointers.ofLengths(lengths);
        final char[] routes = new char[rows.elements()];
        final int[] handles = new int[network.cores()];
        int next = 0;
        for (final int[] row : receivers) {
            for (final int receiver : row) {
                if (handles[receiver] == 0) {
                    final int handle = fabric.route(nodes.applyAsInt(core), nodes.applyAsInt(receiver));
                    handles[receiver] = 1 + checkRange("routes between cores", handle, 0, Character.MAX_VALUE);
                }
                routes[next++] = (char) (handles[receiver] - 1);
            }
        }
        return new RouteTable().addEach(kind, rows, routes, first);
    }
}
