package org.ranvier.programs.chip;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.core.fault.FaultPlan;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;

/**
 * A chip: what is on it, whatever it runs.
 *
 * @param mesh routers and nodes
 * @param router what every router is like
 * @param fabric exact or ideal
 * @param core parameters of every core
 * @param tile the crossbar of every core
 * @param barrierHopCycles cycles of a barrier token from router to router
 * @param clockHz cycles a second
 * @param threads threads that simulate it, 1..1024; no influence on any result, and no more than the mesh has rows of routers work
 * @param faults what goes wrong on it
 */
public record ChipSpec(
        MeshSpec mesh,
        RouterSpec router,
        FabricKind fabric,
        CoreSpec core,
        TileSpec tile,
        int barrierHopCycles,
        double clockHz,
        int threads,
        FaultPlan faults) {
    /** The largest number of threads that may be asked for. */
    public static final int MAX_THREADS = 1024;

    /**
     * Sixteen cores, four to a router, on a 2 x 2 mesh of routers with four virtual channels and lookahead routing, 1 GHz.
     */
    public static final ChipSpec DEFAULT = new ChipSpec(
            MeshSpec.parse("cmesh2x2"),
            RouterSpec.islip(4, 8, 0, false),
            FabricKind.CYCLE,
            CoreSpec.DEFAULT,
            TileSpec.DEFAULT,
            1,
            1e9);

    /** Checks the ranges. */
    public ChipSpec {
        checkRange("barrierHopCycles", barrierHopCycles, 1, 1000);
        checkRange("clockHz", clockHz, 1, 1e12);
        checkRange("threads", threads, 1, MAX_THREADS);
    }

    /**
     * Describes a sound chip that one thread simulates.
     *
     * @param mesh routers and nodes
     * @param router what every router is like
     * @param fabric exact or ideal
     * @param core parameters of every core
     * @param tile the crossbar of every core
     * @param barrierHopCycles cycles of a barrier token from router to router
     * @param clockHz cycles a second
     */
    public ChipSpec(
            final MeshSpec mesh,
            final RouterSpec router,
            final FabricKind fabric,
            final CoreSpec core,
            final TileSpec tile,
            final int barrierHopCycles,
            final double clockHz) {
        this(mesh, router, fabric, core, tile, barrierHopCycles, clockHz, 1, FaultPlan.NONE);
    }

    /** @return the same chip with another mesh */
    public ChipSpec withMesh(final MeshSpec other) {
        return new ChipSpec(other, router, fabric, core, tile, barrierHopCycles, clockHz, threads, faults);
    }

    /** @return the same chip with another fabric */
    public ChipSpec withFabric(final FabricKind other) {
        return new ChipSpec(mesh, router, other, core, tile, barrierHopCycles, clockHz, threads, faults);
    }

    /** @return the same chip with other cores */
    public ChipSpec withCore(final CoreSpec other) {
        return new ChipSpec(mesh, router, fabric, other, tile, barrierHopCycles, clockHz, threads, faults);
    }

    /** @return the same chip with other crossbars */
    public ChipSpec withTile(final TileSpec other) {
        return new ChipSpec(mesh, router, fabric, core, other, barrierHopCycles, clockHz, threads, faults);
    }

    /** @return the same chip with another clock */
    public ChipSpec withClock(final double hertz) {
        return new ChipSpec(mesh, router, fabric, core, tile, barrierHopCycles, hertz, threads, faults);
    }

    /** @return the same chip, simulated by another number of threads */
    public ChipSpec withThreads(final int number) {
        return new ChipSpec(mesh, router, fabric, core, tile, barrierHopCycles, clockHz, number, faults);
    }

    /** @return the same chip with other faults */
    public ChipSpec withFaults(final FaultPlan plan) {
        return new ChipSpec(mesh, router, fabric, core, tile, barrierHopCycles, clockHz, threads, plan);
    }
}
