package org.ranvier.programs.layered;

import org.ranvier.core.isa.Program;

/** Decides over how many cores a layer is split, by whatever limits what a core can hold. */
public interface LayerSplit {
    /**
     * Counts the tiles of a layer.
     *
     * @param layer the layer, 1..L
     * @return cores that it takes, 1 or more
     * @throws org.ranvier.core.error.MappingException when not even one neuron fits a core
     */
    int tiles(int layer);

    /** @return what limits a core, as in "the network needs 7 cores WITH TILES OF 256 COLUMNS" */
    String limit();

    /** @return what the user may change when there are too few cores */
    String remedy();

    /**
     * Counts the bytes of local memory that a program takes.
     *
     * @param program the program of a core
     * @return its bytes, weights included where they lie in the core's memory
     */
    int bytes(Program program);
}
