package org.ranvier.testbench.compare;

import org.ranvier.core.array.SramArray;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.programs.layered.Placement;

/**
 * What a network takes of a chip.
 *
 * @param cores cores with a program, the input's included
 * @param synapses crossings of all synapse arrays, bias rows included
 * @param arrayBytes bytes of the arrays that are SRAM; a crossbar's devices are no bytes
 * @param dataBytes bytes of local memory that cores with synapses fill with data: everything but code and constants
 */
public record Footprint(int cores, long synapses, long arrayBytes, long dataBytes) {
    /**
     * Measures a mapped network.
     *
     * @param chip the chip
     * @return what it takes
     */
    public static Footprint of(final LayeredChip chip) {
        long synapses = 0;
        long arrays = 0;
        long data = 0;
        int cores = 0;
        for (final Placement placement : chip.layers().placements()) {
            if (placement.rows() > 0) {
                synapses += (long) placement.rows() * placement.neurons();
                final SynapseArray array = chip.chip().array(cores);
                arrays += array != null && array.physical() instanceof SramArray
                        ? placement.program().array().size()
                        : 0;
                data += placement.program().memoryMap().used()
                        - placement.program().codeBytes();
            }
            cores++;
        }
        return new Footprint(cores, synapses, arrays, data);
    }

    /** @return bytes of arrays and data that a synapse takes, its share of its neurons' and tables' included */
    public double bytesPerSynapse() {
        return (double) (arrayBytes + dataBytes) / synapses;
    }
}
