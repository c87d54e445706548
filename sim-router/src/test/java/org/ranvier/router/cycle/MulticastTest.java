package org.ranvier.router.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.router.AllocatorKind;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.Replication;
import org.ranvier.router.RouterEvents;
import org.ranvier.router.RouterSpec;

class MulticastTest {
    @ParameterizedTest
    @EnumSource(AllocatorKind.class)
    void shouldReachEveryLeafInItsClosedFormWhenTheTreeIsAlone(final AllocatorKind kind) {
        final SplittableRandom random = new SplittableRandom(5);
        for (final String text : new String[] {"4x4", "5x3", "cmesh3x3"}) {
            final MeshSpec mesh = MeshSpec.parse(text);
            for (final int delay : new int[] {0, 1}) {
                for (final boolean speculative : new boolean[] {false, true}) {
                    final RouterSpec router = new RouterSpec(2, 4, delay, 0, speculative, kind, kind);
                    oneTree(mesh, router, Replication.ASYNCHRONOUS, random);
                    oneTree(mesh, router, Replication.SYNCHRONOUS, random);
                }
            }
        }
    }

    private static void oneTree(
            final MeshSpec mesh,
            final RouterSpec router,
            final Replication replication,
            final SplittableRandom random) {
        final Bench bench = new Bench(spec(mesh, router, replication));
        final Ledger ledger = new Ledger();
        bench.fabric.openRows(ledger);
        final int source = random.nextInt(mesh.nodes());
        final int[] goals = random.ints(0, mesh.nodes()).distinct().limit(6).toArray();
        bench.send(bench.fabric.route(source, goals), 1, 0);
        bench.finish();

        final List<String> expected = new ArrayList<>();
        for (final int goal : goals) {
            final int hops = mesh.hops(source, goal);
            final int latency = router.zeroLoadLatency(hops, 1);
            expected.add("0>" + goal + "@" + latency + "/" + hops + " " + latency);
        }
        assertThat(bench.deliveries).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(CycleFabricTest.sum(ledger, RouterEvents.LINK_EAST_WEST)
                        + CycleFabricTest.sum(ledger, RouterEvents.LINK_NORTH_SOUTH))
                .isEqualTo(treeEdges(mesh, source, goals));
        assertThat(CycleFabricTest.sum(ledger, RouterEvents.FORK)).isEqualTo(goals.length - 1);
        assertThat(CycleFabricTest.sum(ledger, RouterEvents.EJECT_LOCAL)
                        + CycleFabricTest.sum(ledger, RouterEvents.EJECT_HOST))
                .isEqualTo(goals.length);
    }

    private static FabricSpec spec(final MeshSpec mesh, final RouterSpec router, final Replication replication) {
        return new FabricSpec(mesh, router, FabricSpec.UNBOUNDED, FabricSpec.NEVER_DROP, replication);
    }

    /** Counts distinct links of the dimension-order paths, independently of the route table. */
    private static int treeEdges(final MeshSpec mesh, final int source, final int[] goals) {
        final Set<List<Integer>> edges = new HashSet<>();
        for (final int goal : goals) {
            int x = mesh.router(source) % mesh.columns();
            int y = mesh.router(source) / mesh.columns();
            final int goalX = mesh.router(goal) % mesh.columns();
            final int goalY = mesh.router(goal) / mesh.columns();
            while (x != goalX) {
                final int next = x + Integer.signum(goalX - x);
                edges.add(List.of(x, y, next, y));
                x = next;
            }
            while (y != goalY) {
                final int next = y + Integer.signum(goalY - y);
                edges.add(List.of(x, y, x, next));
                y = next;
            }
        }
        return edges.size();
    }

    @ParameterizedTest
    @EnumSource(Replication.class)
    void shouldDeliverEveryCopyOnceWhenTreesCrowdTheMesh(final Replication replication) {
        for (int seed = 0; seed < 30; seed++) {
            final SplittableRandom random = new SplittableRandom(seed);
            final MeshSpec mesh = new MeshSpec(2 + random.nextInt(3), 2 + random.nextInt(3), 1);
            final RouterSpec router = new RouterSpec(
                    1 + random.nextInt(2),
                    1 + random.nextInt(3),
                    random.nextInt(2),
                    0,
                    random.nextBoolean(),
                    AllocatorKind.ISLIP,
                    AllocatorKind.values()[random.nextInt(3)]);
            final Bench bench = new Bench(spec(mesh, router, replication));
            int copies = 0;
            for (int packet = 0; packet < 200; packet++) {
                final int source = random.nextInt(mesh.nodes());
                final int[] goals = random.ints(0, mesh.nodes())
                        .distinct()
                        .limit(1 + random.nextInt(mesh.nodes()))
                        .toArray();
                copies += goals.length;
                bench.send(bench.fabric.route(source, goals), packet, packet / 20);
            }
            bench.finish();

            assertThat(bench.deliveries).as("seed %d", seed).hasSize(copies).doesNotHaveDuplicates();
            assertThat(bench.fabric.inFlight()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Replication.class)
    void shouldLetFreeBranchesGoAheadOnlyWhenReplicationIsAsynchronous(final Replication replication) {
        final Bench bench = new Bench(spec(MeshSpec.parse("3x1"), RouterSpec.islip(1, 1, 1, false), replication));
        // Long packets keep the link 1 -> 2 busy; the tree 1 -> {0, 2} reaches node 0 in time only if it does not wait
        // for it.
        bench.fabric.send(0, bench.fabric.route(0, 2), 1, 12, -1);
        bench.send(bench.fabric.route(1, 0, 2), 2, 6);
        bench.finish();

        assertThat(bench.deliveries.stream().anyMatch(text -> text.startsWith("1>0@12/2")))
                .isEqualTo(replication == Replication.ASYNCHRONOUS);
        assertThat(bench.deliveries)
                .noneMatch(text -> text.startsWith("1>2@12/2"))
                .hasSize(3);
    }

    @Test
    void shouldDropBlockedPacketsAndCountCopiesWhenTheyWaitTooLong() {
        final FabricSpec spec = new FabricSpec(
                MeshSpec.parse("3x1"),
                RouterSpec.islip(1, 4, 1, false),
                FabricSpec.UNBOUNDED,
                20,
                Replication.ASYNCHRONOUS);
        final Bench bench = new Bench(spec);
        final List<String> lost = new ArrayList<>();
        bench.fabric.dropListener((packet, copies, router, cycle) -> lost.add(packet + ":" + copies + " at " + router));
        bench.fabric.attach(2, new Refuser());
        final int route = bench.fabric.route(0, 2, 1);
        for (int packet = 0; packet < 12; packet++) {
            bench.send(route, packet, 0);
        }
        bench.finish();

        // Four wait at node 2; the copies for node 1 all arrive; the other eight for node 2 are dropped in routers 1
        // and 2.
        assertThat(bench.fabric.droppedCopies()).isEqualTo(8);
        assertThat(bench.fabric.droppedBranches()).isEqualTo(lost.size()).isEqualTo(8);
        assertThat(lost).allMatch(text -> text.matches("\\d+:1 at [12]"));
        assertThat(bench.deliveries.stream().filter(text -> text.contains(">1@")))
                .hasSize(12);
        assertThat(bench.fabric.inFlight()).isEqualTo(4);
    }

    @Test
    void shouldDropNothingAndKeepTimesWhenNobodyWaitsTooLong() {
        final RouterSpec router = RouterSpec.islip(2, 4, 1, false);
        final MeshSpec mesh = MeshSpec.parse("4x4");
        final Bench lossless = new Bench(CycleFabricTest.unbounded(mesh, router));
        final Bench patient =
                new Bench(new FabricSpec(mesh, router, FabricSpec.UNBOUNDED, 65535, Replication.ASYNCHRONOUS));
        for (final Bench bench : List.of(lossless, patient)) {
            final SplittableRandom random = new SplittableRandom(3);
            for (int packet = 0; packet < 300; packet++) {
                final int[] goals = random.ints(0, 20)
                        .distinct()
                        .limit(1 + random.nextInt(3))
                        .toArray();
                bench.send(bench.fabric.route(random.nextInt(20), goals), packet, packet / 10);
            }
            bench.finish();
        }

        assertThat(patient.fabric.droppedBranches()).isZero();
        assertThat(patient.deliveries).isEqualTo(lossless.deliveries);
    }

    @Test
    void shouldNameTheNodeWhenARouteIsImpossible() {
        final Bench bench =
                new Bench(CycleFabricTest.unbounded(MeshSpec.parse("2x2"), RouterSpec.islip(1, 1, 1, false)));

        assertThatThrownBy(() -> bench.fabric.route(0, 6))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("route destination: 6 is not allowed, expected 0..5");
        assertThatThrownBy(() -> bench.fabric.route(0, 1, 1))
                .hasMessage("route destination: 1 twice is not allowed, expected each node once");
    }

    private static final class Refuser implements Endpoint {
        @Override
        public boolean offer(final long packet, final long cycle) {
            return false;
        }

        @Override
        public void spaceAvailable(final long cycle) {}
    }
}
