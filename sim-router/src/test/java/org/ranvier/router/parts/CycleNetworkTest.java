package org.ranvier.router.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.ranvier.core.parallel.Partitions;
import org.ranvier.core.parallel.RoundRunner;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;
import org.ranvier.router.traffic.BernoulliTraffic;
import org.ranvier.router.traffic.TrafficPattern;

/** A network in parts costs nothing while it waits, and allocates nothing. */
class CycleNetworkTest {
    private static final MeshSpec MESH = MeshSpec.parse("4x4");

    private final CycleNetwork network = new CycleNetwork(
            FabricSpec.lossless(MESH, RouterSpec.islip(4, 8, 1, false), FabricSpec.UNBOUNDED), 3, RoundRunner.IN_TURN);

    @Test
    void shouldNeedFewWindowsWhenIdleForLong() {
        network.part(0).send(0, network.fabric().route(0, 15), 1, 0);
        network.part(2).send(15, network.fabric().route(15, 0), 1, 50);
        network.timeline().runThrough(1_000_000_000);
        final int last = network.ofNode(15);
        network.part(last).send(15, network.fabric().route(15, 3), 1, 900_000_000);
        network.timeline().runThrough(2_000_000_000);
        assertThat(network.fabric().inFlight()).isZero();
        assertThat(network.timeline().isIdle()).isTrue();
        assertThat(((Partitions) network.timeline()).windows()).isLessThan(200);
    }

    @Test
    void shouldAllocateNothingPerWindowWhenWarm() {
        for (int part = 0; part < network.parts(); part++) {
            final TrafficPattern uniform = TrafficPattern.parse("uniform", MESH);
            new BernoulliTraffic(
                            network.scheduler(part),
                            network.part(part),
                            network.firstNode(part),
                            network.firstNode(part + 1),
                            uniform,
                            0.1,
                            1)
                    .start(0, 1_000_000);
        }
        network.timeline().runThrough(60_000);
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long thread = Thread.currentThread().getId();
        // The JIT now and then books a few bytes on the thread; an allocation per window would be in every stretch.
        long least = Long.MAX_VALUE;
        for (int stretch = 1; stretch <= 8; stretch++) {
            final long before = threads.getThreadAllocatedBytes(thread);
            network.timeline().runThrough(60_000 + stretch * 2500);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(least).isLessThan(1000);
    }
}
