package org.ranvier.testbench.noc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.agrona.collections.Long2LongHashMap;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;
import org.ranvier.router.parts.CycleNetwork;
import org.ranvier.router.traffic.BernoulliTraffic;
import org.ranvier.router.traffic.TrafficPattern;

/**
 * Mean latency and accepted rate over offered load, measured as BookSim2 does: warm-up, then the packets created in a window,
 * while traffic goes on until the last of them has arrived.
 *
 * <p>A point is unstable when packets of the window have not arrived after a drain time of {@value #DRAIN_WINDOWS} windows, or
 * when their mean latency exceeds {@value #UNSTABLE_LATENCY} cycles. Deterministic: the same arguments give the same bits.
 */
public final class LatencySweep {
    private static final int DRAIN_WINDOWS = 4;
    private static final int UNSTABLE_LATENCY = 500;
    private static final int DRAIN_STEP = 64;

    private final MeshSpec mesh;
    private final RouterSpec router;
    private final String traffic;
    private final long warmUp;
    private final long window;
    private final long seed;
    private final int threads;
    private BiConsumer<Fabric, MeshSpec> observer = (fabric, mesh) -> {};

    /**
     * One point of the curve.
     *
     * @param rate offered packets per node and cycle
     * @param stable whether the network keeps up
     * @param packets packets measured
     * @param meanPacketLatency mean of arrival minus creation, cycles
     * @param meanNetworkLatency mean of arrival minus injection, cycles
     * @param maxPacketLatency largest arrival minus creation, cycles
     * @param meanHops mean number of routers passed
     * @param acceptedRate packets per node and cycle that arrived during the window
     */
    public record Point(
            double rate,
            boolean stable,
            long packets,
            double meanPacketLatency,
            double meanNetworkLatency,
            long maxPacketLatency,
            double meanHops,
            double acceptedRate) {}

    /**
     * Prepares a sweep.
     *
     * @param mesh the mesh
     * @param router what every router is like
     * @param traffic a name for {@link TrafficPattern#parse}
     * @param warmUp cycles before the window, 0..10000000
     * @param window cycles of the window, 1..10000000
     * @param seed of the traffic
     * @param threads that simulate it, at least 1; no influence on results
     * @throws ConfigurationException when a value is out of range or the pattern does not suit the mesh
     */
    public LatencySweep(
            final MeshSpec mesh,
            final RouterSpec router,
            final String traffic,
            final int warmUp,
            final int window,
            final long seed,
            final int threads) {
        this.mesh = mesh;
        this.router = router;
        this.traffic = traffic;
        this.warmUp = ConfigurationException.checkRange("warm-up", warmUp, 0, 10_000_000);
        this.window = ConfigurationException.checkRange("window", window, 1, 10_000_000);
        this.seed = seed;
        this.threads = threads;
        TrafficPattern.parse(traffic, mesh);
    }

    /**
     * Shows its networks to an observer from now on, before they carry anything.
     *
     * @param listener the observer
     */
    public void observer(final BiConsumer<Fabric, MeshSpec> listener) {
        observer = listener;
    }

    /**
     * Measures a list of rates.
     *
     * @param rates offered packets per node and cycle, each 0..1
     * @return one point per rate, in order
     */
    public List<Point> run(final List<Double> rates) {
        final List<Point> points = new ArrayList<>();
        for (final double rate : rates) {
            points.add(point(rate));
        }
        return points;
    }

    /**
     * Measures one rate.
     *
     * @param rate offered packets per node and cycle, 0..1
     * @return the point
     */
    public Point point(final double rate) {
        final CycleNetwork network = new CycleNetwork(FabricSpec.lossless(mesh, router, FabricSpec.UNBOUNDED), threads);
        final Window measured = new Window(warmUp, warmUp + window);
        network.fabric().addMonitor(measured);
        observer.accept(network.fabric(), mesh);
        final long limit = warmUp + (1 + DRAIN_WINDOWS) * window;
        for (int part = 0; part < network.parts(); part++) {
            final BernoulliTraffic packets = new BernoulliTraffic(
                    network.scheduler(part),
                    network.part(part),
                    network.firstNode(part),
                    network.firstNode(part + 1),
                    TrafficPattern.parse(traffic, mesh),
                    rate,
                    seed);
            packets.start(0, limit);
        }
        long through = warmUp + window - 1;
        network.timeline().runThrough(through);
        while (!measured.created.isEmpty() && through < limit) {
            through = Math.min(limit, through + DRAIN_STEP);
            network.timeline().runThrough(through);
        }
        return measured.point(rate, mesh.localNodes());
    }

    /** Adds up the packets created in the window, and those delivered in it. */
    private static final class Window implements FabricMonitor {
        private static final long NOT_MEASURED = -1;

        private final long first;
        private final long end;

        /** Creation cycles of the packets that have not arrived, by number. */
        private final Long2LongHashMap created = new Long2LongHashMap(NOT_MEASURED);

        private long measured;
        private long accepted;
        private long sumPacket;
        private long sumNetwork;
        private long sumHops;
        private long max;

        Window(final long first, final long end) {
            this.first = first;
            this.end = end;
        }

        @Override
        public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
            if (cycle >= first && cycle < end) {
                created.put(id, cycle);
            }
        }

        @Override
        public void delivered(
                final long id, final int destination, final long injected, final long arrived, final int hops) {
            if (arrived >= first && arrived < end) {
                accepted++;
            }
            final long creation = created.remove(id);
            if (creation == NOT_MEASURED) {
                return;
            }
            final long latency = arrived - creation;
            measured++;
            sumPacket += latency;
            sumNetwork += arrived - injected;
            sumHops += hops;
            max = Math.max(max, latency);
        }

        Point point(final double rate, final int nodes) {
            final double n = Math.max(1, measured);
            return new Point(
                    rate,
                    created.isEmpty() && sumPacket / n <= UNSTABLE_LATENCY,
                    measured,
                    sumPacket / n,
                    sumNetwork / n,
                    max,
                    sumHops / n,
                    (double) accepted / nodes / (end - first));
        }
    }
}
