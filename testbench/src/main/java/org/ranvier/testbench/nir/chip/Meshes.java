package org.ranvier.testbench.nir.chip;

import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.router.MeshSpec;

/** Chips that are as large as a network needs. */
final class Meshes {
    private static final int CORES_A_ROUTER = 4;

    private Meshes() {}

    /**
     * @param spec a chip
     * @param cores cores that are needed
     * @return the chip, if it has so many; else the same with the smallest square of routers of four cores that has
     */
    static ChipSpec fit(final ChipSpec spec, final int cores) {
        if (spec.mesh().localNodes() >= cores) {
            return spec;
        }
        int side = 1;
        while (side * side * CORES_A_ROUTER < cores) {
            side++;
        }
        return spec.withMesh(MeshSpec.parse("cmesh" + side + "x" + side));
    }
}
