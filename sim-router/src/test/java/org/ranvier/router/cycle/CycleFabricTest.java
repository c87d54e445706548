package org.ranvier.router.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.router.AllocatorKind;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterEvents;
import org.ranvier.router.RouterSpec;
import org.ranvier.router.traffic.BernoulliTraffic;
import org.ranvier.router.traffic.TrafficPattern;

class CycleFabricTest {
    private static final RouterSpec FOUR = RouterSpec.islip(4, 8, 1, false);

    @ParameterizedTest
    @CsvSource({"1,false,5", "0,false,4", "0,true,3", "1,true,4"})
    void shouldTakeTheClosedFormWhenNothingIsInTheWay(final int delay, final boolean speculative, final int perHop) {
        for (final String text : new String[] {"5x3", "2x7", "1x1", "cmesh3x2", "1x4", "4x1"}) {
            final MeshSpec mesh = MeshSpec.parse(text);
            final Bench bench = new Bench(unbounded(mesh, RouterSpec.islip(2, 5, delay, speculative)));
            for (int source = 0; source < mesh.nodes(); source++) {
                for (int goal = 0; goal < mesh.nodes(); goal++) {
                    final long start = 1 + Math.max(0, bench.scheduler.cycle());
                    bench.deliveries.clear();
                    bench.fabric.send(source, bench.fabric.route(source, goal), 9, 3, start - 1);
                    bench.finish();
                    final int hops = mesh.hops(source, goal);
                    final int latency = perHop * hops + 2 + 2;
                    assertThat(bench.deliveries.get(0))
                            .endsWith(">" + goal + "@" + latency + "/" + hops + " " + (start + latency));
                    assertThat(bench.deliveries).hasSize(1);
                }
            }
            assertThat(bench.fabric.inFlight()).isZero();
        }
    }

    @Test
    void shouldAgreeWithAndWithoutSkippingWhenTrafficIsSparse() {
        for (int seed = 0; seed < 40; seed++) {
            final Bench skipping = randomRun(seed, true);
            final Bench visiting = randomRun(seed, false);

            assertThat(skipping.deliveries)
                    .as("seed %d", seed)
                    .hasSizeGreaterThan(100)
                    .isEqualTo(visiting.deliveries);
        }
    }

    @Test
    void shouldContinueIdenticallyWhenRestoredInTheMiddleOfTraffic() {
        for (int seed = 0; seed < 20; seed++) {
            final Bench whole = new Bench(randomSpec(seed));
            final Bench first = new Bench(randomSpec(seed));
            queueRandom(whole, seed);
            queueRandom(first, seed);
            whole.finish();
            first.scheduler.runThrough(60);
            final StateWriter image = new StateWriter();
            first.fabric.save(image);

            final Bench second = new Bench(randomSpec(seed));
            addRoutes(second, seed);
            final StateReader reader = new StateReader(image.toByteArray());
            second.fabric.restore(reader);
            reader.end();
            second.fabric.reschedule();
            second.numberLike(first);
            second.finish();

            final int done = first.deliveries.size();
            assertThat(first.deliveries).isNotEmpty().isEqualTo(whole.deliveries.subList(0, done));
            assertThat(second.deliveries)
                    .isNotEmpty()
                    .isEqualTo(whole.deliveries.subList(done, whole.deliveries.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void shouldAllocateNothingPerCycleWhenWarm(final int channels) {
        final MeshSpec mesh = MeshSpec.parse("4x4");
        final Bench bench = new Bench(unbounded(mesh, RouterSpec.islip(channels, 8, 1, false)));
        bench.fabric.removeMonitor(bench);
        final BernoulliTraffic traffic = new BernoulliTraffic(
                bench.scheduler, bench.fabric, 0, 16, TrafficPattern.parse("uniform", mesh), 0.1, 1);
        traffic.start(0, 1_000_000);
        bench.scheduler.runThrough(60_000);
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long thread = Thread.currentThread().getId();
        // The JIT now and then books a few bytes on the thread; an allocation of the fabric would be in every window.
        long least = Long.MAX_VALUE;
        for (int window = 1; window <= 8; window++) {
            final long before = threads.getThreadAllocatedBytes(thread);
            bench.scheduler.runThrough(60_000 + window * 2500);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }

        assertThat(least).isZero();
        assertThat(bench.fabric.flitHops()).isGreaterThan(400_000);
    }

    @Test
    void shouldCostNoEventsWhenIdle() {
        final Bench bench = new Bench(unbounded(MeshSpec.parse("8x8"), FOUR));
        final int route = bench.fabric.route(0, 63);
        bench.send(route, 1, 0);
        int steps = 0;
        while (bench.scheduler.step()) {
            steps++;
        }
        bench.send(route, 1, 100_000_000L);
        while (bench.scheduler.step()) {
            steps++;
        }

        assertThat(bench.deliveries).containsExactly("0>63@77/15 77", "1>63@77/15 100000077");
        assertThat(steps).isLessThan(80);
    }

    @Test
    void shouldCountEveryEventWhenTwoPacketsTravel() {
        final Bench bench = new Bench(unbounded(MeshSpec.parse("3x2"), FOUR));
        final Ledger ledger = new Ledger();
        bench.fabric.openRows(ledger);
        // 0 -> 5: two links east-west, one north-south; 2 -> host of row 1: two links east-west, one north-south.
        bench.send(bench.fabric.route(0, 5), 1, 0);
        bench.send(bench.fabric.route(2, 7), 1, 0);
        bench.finish();

        assertThat(sum(ledger, RouterEvents.INJECT)).isEqualTo(2);
        assertThat(sum(ledger, RouterEvents.BUFFER_WRITE)).isEqualTo(8);
        assertThat(sum(ledger, RouterEvents.BUFFER_READ)).isEqualTo(8);
        assertThat(sum(ledger, RouterEvents.CROSSBAR)).isEqualTo(8);
        assertThat(sum(ledger, RouterEvents.LINK_EAST_WEST)).isEqualTo(4);
        assertThat(sum(ledger, RouterEvents.LINK_NORTH_SOUTH)).isEqualTo(2);
        assertThat(sum(ledger, RouterEvents.EJECT_LOCAL)).isEqualTo(1);
        assertThat(sum(ledger, RouterEvents.EJECT_HOST)).isEqualTo(1);
        assertThat(sum(ledger, RouterEvents.VC_GRANT)).isEqualTo(8);
        assertThat(sum(ledger, RouterEvents.SWITCH_GRANT)).isEqualTo(8);
        assertThat(sum(ledger, RouterEvents.FORK)).isZero();
        assertThat(bench.fabric.passages(3, 1)).isEqualTo(1);
    }

    @Test
    void shouldRefuseASendWhenTheQueueIsFull() {
        final Bench bench = new Bench(FabricSpec.lossless(MeshSpec.parse("2x2"), FOUR, 2));
        final int route = bench.fabric.route(0, 3);
        assertThat(bench.fabric.space(0)).isEqualTo(2);
        bench.send(route, 1, 0);
        bench.send(route, 2, 0);

        assertThat(bench.fabric.space(0)).isZero();
        assertThatThrownBy(() -> bench.send(route, 3, 0))
                .isInstanceOf(ModelViolationException.class)
                .hasMessage("cycle -1, fabric.node[0]: sent into a full injection queue");
    }

    static long sum(final Ledger ledger, final int column) {
        long sum = 0;
        for (final LedgerRow row : ledger.rows()) {
            sum += row.counts()[column];
        }
        return sum;
    }

    static FabricSpec unbounded(final MeshSpec mesh, final RouterSpec router) {
        return FabricSpec.lossless(mesh, router, FabricSpec.UNBOUNDED);
    }

    private static Bench randomRun(final int seed, final boolean skipping) {
        final Bench bench = new Bench(randomSpec(seed), skipping);
        queueRandom(bench, seed);
        bench.finish();
        assertThat(bench.fabric.inFlight()).isZero();
        return bench;
    }

    private static FabricSpec randomSpec(final int seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final int concentration = random.nextInt(3) == 0 ? 4 : 1;
        final MeshSpec mesh = new MeshSpec(1 + random.nextInt(5), 1 + random.nextInt(5), concentration);
        final AllocatorKind[] kinds = AllocatorKind.values();
        final RouterSpec router = new RouterSpec(
                1 + random.nextInt(8),
                1 + random.nextInt(9),
                random.nextInt(2),
                random.nextInt(4),
                random.nextBoolean(),
                kinds[random.nextInt(3)],
                kinds[random.nextInt(3)]);
        return unbounded(mesh, router);
    }

    private static int[] addRoutes(final Bench bench, final int seed) {
        final SplittableRandom random = new SplittableRandom(seed + 1000);
        final int nodes = bench.fabric.nodes();
        final int[] routes = new int[40];
        for (int i = 0; i < routes.length; i++) {
            final int source = random.nextInt(nodes);
            if (random.nextInt(4) == 0) {
                final int[] goals = random.ints(0, nodes)
                        .distinct()
                        .limit(1 + random.nextInt(nodes))
                        .toArray();
                routes[i] = bench.fabric.route(source, goals);
            } else {
                routes[i] = bench.fabric.route(source, random.nextInt(nodes));
            }
        }
        return routes;
    }

    /** Bursts with long gaps: some cycles are crowded, in others one flit is alone. */
    private static void queueRandom(final Bench bench, final int seed) {
        final SplittableRandom random = new SplittableRandom(seed + 2000);
        final int[] routes = addRoutes(bench, seed);
        long cycle = 0;
        for (int i = 0; i < 150; i++) {
            cycle += random.nextInt(3) == 0 ? random.nextInt(30) : 0;
            final int route = routes[random.nextInt(routes.length)];
            final int flits = bench.fabric.leaves(route) == 1 && random.nextInt(4) == 0 ? 1 + random.nextInt(9) : 1;
            bench.fabric.send(bench.fabric.routes().source(route), route, i, flits, cycle - 1);
        }
    }
}
