package org.ranvier.router.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.hook.Listening;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;
import org.ranvier.router.traffic.BernoulliTraffic;
import org.ranvier.router.traffic.TrafficPattern;

/** What a monitor hears of flits agrees with the routers' own counts, and with itself. */
class FlitEventsTest {
    private static final long LIMIT = 2_000;

    private final Map<Integer, Long> passed = new HashMap<>();
    private final Map<Integer, TreeMap<Long, Integer>> buffered = new HashMap<>();
    private final Map<Long, Long> injected = new HashMap<>();
    private final Map<Long, Long> delivered = new HashMap<>();

    private final class Listener implements FabricMonitor {
        @Override
        public boolean seesFlits() {
            return true;
        }

        @Override
        public void queued(final long id, final int source, final int route, final long packet, final long cycle) {}

        @Override
        public void delivered(
                final long id, final int destination, final long left, final long arrived, final int hops) {
            delivered.put(id, left);
        }

        @Override
        public void injected(final long id, final int source, final boolean last, final long cycle) {
            assertThat(last).isTrue();
            injected.put(id, cycle);
        }

        @Override
        public void buffered(final int router, final int port, final int change, final long cycle) {
            buffered.computeIfAbsent(router << 3 | port, key -> new TreeMap<>()).merge(cycle, change, Integer::sum);
        }

        @Override
        public void passed(final long id, final int router, final int port, final long cycle) {
            passed.merge(router << 3 | port, 1L, Long::sum);
        }
    }

    @ParameterizedTest
    @CsvSource({"4x4,4,8,0,0.3", "4x4,1,2,1,0.2", "cmesh2x2,4,4,0,0.05"})
    void shouldAgreeWithTheRouters(
            final String name, final int channels, final int flits, final int routing, final double rate) {
        final MeshSpec mesh = MeshSpec.parse(name);
        final RouterSpec router = RouterSpec.islip(channels, flits, routing, false);
        final Scheduler scheduler = new Scheduler();
        final CycleFabric fabric = new CycleFabric(scheduler, FabricSpec.lossless(mesh, router, FabricSpec.UNBOUNDED));
        fabric.addMonitor(new Listener());
        new BernoulliTraffic(scheduler, fabric, 0, mesh.localNodes(), TrafficPattern.parse("uniform", mesh), rate, 7)
                .start(0, LIMIT);
        scheduler.runThrough(Long.MAX_VALUE - 1);

        assertThat(delivered).hasSizeGreaterThan(100).isEqualTo(injected);
        for (int port = 0; port < mesh.routers() << 3; port++) {
            if ((port & 7) < mesh.ports()) {
                assertThat(passed.getOrDefault(port, 0L)).isEqualTo(fabric.passages(port >> 3, port & 7));
            }
        }
        buffered.values().forEach(changes -> assertOccupancy(changes, channels * flits));
    }

    /** By then the network is compiled, and when it was the first of the process, for a world without listeners. */
    @Test
    void shouldHearEverythingAfterALongSilence() {
        final MeshSpec mesh = MeshSpec.parse("4x4");
        final Scheduler scheduler = new Scheduler();
        final CycleFabric fabric = new CycleFabric(
                scheduler, FabricSpec.lossless(mesh, RouterSpec.islip(4, 8, 0, false), FabricSpec.UNBOUNDED));
        final BernoulliTraffic traffic = new BernoulliTraffic(
                scheduler, fabric, 0, mesh.localNodes(), TrafficPattern.parse("uniform", mesh), 0.3, 7);
        traffic.start(0, 20_000);
        scheduler.runThrough(30_000);
        assertThat(fabric.inFlight()).isZero();
        final long before = fabric.flitHops();

        fabric.addMonitor(new Listener());
        traffic.start(40_000, 40_000 + LIMIT);
        scheduler.runThrough(Long.MAX_VALUE - 1);

        assertThat(Listening.hasBegun()).isTrue();
        assertThat(delivered).hasSizeGreaterThan(100).isEqualTo(injected);
        assertThat(passed.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(fabric.flitHops() - before);
        buffered.values().forEach(changes -> assertOccupancy(changes, 32));
    }

    private static void assertOccupancy(final TreeMap<Long, Integer> changes, final int most) {
        int sum = 0;
        for (final int change : changes.values()) {
            sum += change;
            assertThat(sum).isBetween(0, most);
        }
        assertThat(sum).isZero();
    }
}
