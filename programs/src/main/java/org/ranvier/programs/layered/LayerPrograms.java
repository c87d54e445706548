package org.ranvier.programs.layered;

import org.ranvier.core.isa.Program;

/** Assembles the programs of a rule for the cores of a layered network. */
public interface LayerPrograms {
    /** @return the program of the core that takes the pixels; null when spikes come from outside, and there is no such core */
    Program input();

    /**
     * Assembles the program of a tile.
     *
     * @param tile the tile
     * @return its program
     * @throws org.ranvier.core.error.MappingException when the rule cannot cut the layer like that
     */
    Program layer(LayerTile tile);
}
