package org.ranvier.testbench.report;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.layered.LayerMapping;
import org.ranvier.programs.layered.Placement;

/**
 * What a core is for.
 *
 * @param role in words
 * @param label in a few letters, for the floor plan
 * @param neurons that it holds; 0 when that means nothing
 * @param rows of its synapse array
 * @param bytes of local memory that are used
 */
public record CorePlace(String role, String label, int neurons, int rows, int bytes) {
    /**
     * Names a core.
     *
     * @param core the core, with its program
     * @param role in words
     * @param label in a few letters
     * @param neurons that it holds; 0 when that means nothing
     * @return its place
     */
    public static CorePlace of(final Core core, final String role, final String label, final int neurons) {
        final Program program = core.program();
        return new CorePlace(
                role,
                label,
                neurons,
                program.array() == null ? 0 : program.array().rows(),
                program.memoryMap().used());
    }

    /**
     * Names the cores of a layered network.
     *
     * @param mapping where everything sits
     * @return a place a core, in the order of the chip
     */
    public static List<CorePlace> of(final LayerMapping mapping) {
        final List<CorePlace> places = new ArrayList<>();
        for (final Placement placement : mapping.placements()) {
            final int tiles = mapping.layer(placement.layer()).size();
            places.add(new CorePlace(
                    LayerMapping.roleName(placement.layer(), placement.tile(), tiles),
                    placement.layer() == 0 ? "IN" : "L" + placement.layer() + "." + placement.tile(),
                    placement.neurons(),
                    placement.rows(),
                    mapping.bytes(placement)));
        }
        return places;
    }
}
