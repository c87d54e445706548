package org.ranvier.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.cycle.CycleFabric;
import org.ranvier.router.traffic.BernoulliTraffic;
import org.ranvier.router.traffic.TrafficPattern;
import org.ranvier.testbench.noc.RouterConfig;

/** Speed of the exact network: flit-hops per second under load, and the cost of a packet on an almost empty mesh. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class FabricBenchmark {
    private static final int CYCLES = 1000;

    /** An 8x8 mesh under uniform Bernoulli traffic. */
    @State(Scope.Thread)
    public static class Loaded {
        /** The router. */
        @Param({"c4", "l4", "s4"})
        public String config;

        /** Packets per node and cycle. */
        @Param({"0.1", "0.3"})
        public double rate;

        private final Scheduler scheduler = new Scheduler();
        private CycleFabric fabric;
        private long cycle;

        /** Starts endless traffic and lets it settle. */
        @Setup(Level.Trial)
        public void start() {
            final MeshSpec mesh = MeshSpec.parse("8x8");
            fabric = new CycleFabric(
                    scheduler, FabricSpec.lossless(mesh, RouterConfig.load(config), FabricSpec.UNBOUNDED));
            new BernoulliTraffic(scheduler, fabric, 0, 64, TrafficPattern.parse("uniform", mesh), rate, 1)
                    .start(0, Long.MAX_VALUE / 8);
            scheduler.runThrough(cycle);
        }
    }

    /** Flit-hops of a run. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Hops {
        /** Flits that passed a router. */
        public long flitHops;
    }

    /** A 4x4 mesh with one packet at a time, corner to corner: seven routers. */
    @State(Scope.Thread)
    public static class Empty {
        private final Scheduler scheduler = new Scheduler();
        private final CycleFabric fabric =
                new CycleFabric(scheduler, FabricSpec.lossless(MeshSpec.parse("4x4"), RouterConfig.load("c4"), 16));
        private final int route = fabric.route(0, 15);
    }

    /** A thousand cycles under load. */
    @Benchmark
    public long loaded(final Loaded state, final Hops hops) {
        final long before = state.fabric.flitHops();
        state.cycle += CYCLES;
        state.scheduler.runThrough(state.cycle);
        hops.flitHops += state.fabric.flitHops() - before;
        return before;
    }

    /** One packet after an idle gap of a million cycles. */
    @Benchmark
    public long packetAfterGap(final Empty state) {
        final long start = Math.max(0, state.scheduler.cycle()) + 1_000_000;
        state.fabric.send(0, state.route, 1, start);
        state.scheduler.runThrough(Long.MAX_VALUE - 1);
        return state.scheduler.cycle();
    }
}
