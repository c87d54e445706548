package org.ranvier.router.traffic;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;
import org.ranvier.core.time.Scheduler;

/**
 * Every node of a range queues a one-flit packet in each cycle with the same probability; packets carry no data. What a node sends
 * does not depend on the range.
 */
public final class BernoulliTraffic implements Component {
    private static final int NO_ROUTE = -1;

    private final Scheduler scheduler;
    private final Fabric fabric;
    private final TrafficPattern pattern;
    private final NodeRandom random;
    private final int first;
    private final int end;
    private final int nodes;
    private final long threshold;
    private final int id;

    /** Routes by source and destination, added when first used. */
    private final int[][] routes;

    private long lastCycle = -1;

    /**
     * Registers the traffic; it starts with {@link #start}.
     *
     * @param scheduler the clock
     * @param fabric the network, with unbounded injection queues
     * @param first the first node that sends
     * @param end the node after the last one that sends
     * @param pattern who sends to whom
     * @param rate packets per node and cycle, 0..1
     * @param seed of all streams
     */
    public BernoulliTraffic(
            final Scheduler scheduler,
            final Fabric fabric,
            final int first,
            final int end,
            final TrafficPattern pattern,
            final double rate,
            final long seed) {
        this.scheduler = scheduler;
        this.fabric = fabric;
        this.first = first;
        this.end = end;
        nodes = fabric.nodes() - fabric.hostPorts();
        this.pattern = pattern;
        random = new NodeRandom(seed, nodes);
        routes = new int[nodes][];
        threshold = (long) (ConfigurationException.checkRange("rate", rate, 0.0, 1.0) * 0x1p53);
        id = scheduler.register(this);
    }

    /**
     * Creates packets in a range of cycles; may be called again to go on.
     *
     * @param first the first cycle, from which the injectors see packets
     * @param last the last cycle
     */
    public void start(final long first, final long last) {
        lastCycle = last;
        if (first == 0) {
            create(-1);
        }
        scheduler.schedule(Math.max(0, first - 1), Phase.COMPUTE, id);
    }

    @Override
    public void onEvent(final long cycle, final int phase) {
        if (cycle + 1 <= lastCycle) {
            create(cycle);
            scheduler.schedule(cycle + 1, Phase.COMPUTE, id);
        }
    }

    private void create(final long cycle) {
        for (int node = first; node < end; node++) {
            if (random.next(node) >>> 11 < threshold) {
                fabric.send(node, route(node, pattern.destination(node, random)), 0, cycle);
            }
        }
    }

    private int route(final int source, final int destination) {
        if (routes[source] == null) {
            routes[source] = new int[nodes];
            Arrays.fill(routes[source], NO_ROUTE);
        }
        if (routes[source][destination] == NO_ROUTE) {
            routes[source][destination] = fabric.route(source, destination);
        }
        return routes[source][destination];
    }
}
