package org.ranvier.testbench.bench;

import java.util.List;
import java.util.function.Consumer;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.cycle.CycleFabric;
import org.ranvier.router.traffic.BernoulliTraffic;
import org.ranvier.router.traffic.TrafficPattern;
import org.ranvier.testbench.noc.RouterConfig;

/** Speed of the exact network: flit-hops a second on an 8x8 mesh under uniform traffic, and the cost of an idle gap. */
public final class FabricBench {
    private static final int WARM_UP = 40_000;
    private static final int CYCLES = 10_000;
    private static final int GAPS = 1000;
    private static final long GAP = 1_000_000;
    private static final double NANOSECOND = 1e-9;

    private final int repeats;

    /**
     * @param repeats measurements of which the median is taken, at least 1
     */
    public FabricBench(final int repeats) {
        this.repeats = repeats;
    }

    /**
     * Measures.
     *
     * @param results gets every figure as soon as it is known
     */
    public void run(final Consumer<Figure> results) {
        for (final String config : List.of("c4", "l4")) {
            for (final double rate : new double[] {0.1, 0.3}) {
                results.accept(loaded(config, rate));
            }
        }
        results.accept(gap());
    }

    private Figure loaded(final String config, final double rate) {
        final MeshSpec mesh = MeshSpec.parse("8x8");
        final Scheduler scheduler = new Scheduler();
        final CycleFabric fabric =
                new CycleFabric(scheduler, FabricSpec.lossless(mesh, RouterConfig.load(config), FabricSpec.UNBOUNDED));
        new BernoulliTraffic(scheduler, fabric, 0, mesh.localNodes(), TrafficPattern.parse("uniform", mesh), rate, 1)
                .start(0, Long.MAX_VALUE / 8);
        scheduler.runThrough(WARM_UP);
        return Figure.of("fabric 8x8 " + config + " uniform " + rate, "flit-hops/s", repeats, () -> {
            final long hops = fabric.flitHops();
            final long start = System.nanoTime();
            scheduler.runThrough(scheduler.cycle() + CYCLES);
            return (fabric.flitHops() - hops) / ((System.nanoTime() - start) * NANOSECOND);
        });
    }

    /** One packet after a million empty cycles, its own journey of seven routers included. */
    private Figure gap() {
        final Scheduler scheduler = new Scheduler();
        final CycleFabric fabric =
                new CycleFabric(scheduler, FabricSpec.lossless(MeshSpec.parse("4x4"), RouterConfig.load("c4"), 16));
        final int route = fabric.route(0, 15);
        gaps(scheduler, fabric, route);
        return Figure.of("idle gap of a million cycles and one packet", "s", repeats, () -> {
            final long start = System.nanoTime();
            gaps(scheduler, fabric, route);
            return (System.nanoTime() - start) * NANOSECOND / GAPS;
        });
    }

    private static void gaps(final Scheduler scheduler, final CycleFabric fabric, final int route) {
        for (int i = 0; i < GAPS; i++) {
            fabric.send(0, route, 1, Math.max(0, scheduler.cycle()) + GAP);
            scheduler.runThrough(Long.MAX_VALUE - 1);
        }
    }
}
