package org.ranvier.programs.chip;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.core.cpu.CoreSpec;
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
 */
public record ChipSpec(
        MeshSpec mesh,
        RouterSpec router,
        FabricKind fabric,
        CoreSpec core,
        TileSpec tile,
        int barrierHopCycles,
        double clockHz) {
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
    }

    /** @return the same chip with another fabric */
    public ChipSpec withFabric(final FabricKind other) {
        return new ChipSpec(mesh, router, other, core, tile, barrierHopCycles, clockHz);
    }

    /** @return the same chip with other cores */
    public ChipSpec withCore(final CoreSpec other) {
        return new ChipSpec(mesh, router, fabric, other, tile, barrierHopCycles, clockHz);
    }

    /** @return the same chip with other crossbars */
    public ChipSpec withTile(final TileSpec other) {
        return new ChipSpec(mesh, router, fabric, core, other, barrierHopCycles, clockHz);
    }

    /** @return the same chip with another clock */
    public ChipSpec withClock(final double hertz) {
        return new ChipSpec(mesh, router, fabric, core, tile, barrierHopCycles, hertz);
    }
}
