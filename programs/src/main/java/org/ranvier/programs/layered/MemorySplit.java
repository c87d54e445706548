package org.ranvier.programs.layered;

import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.Program;

/** Splits layers by what fits a core's local memory: code, regions, and the SRAM words of its synapse array. */
public final class MemorySplit implements LayerSplit {
    private final int[] sizes;
    private final int capacity;
    private final LayerPrograms programs;

    /**
     * @param sizes neurons of layers 0..L, the input first
     * @param capacity bytes of local memory of a core
     * @param programs what the cores run
     */
    public MemorySplit(final int[] sizes, final int capacity, final LayerPrograms programs) {
        this.sizes = sizes.clone();
        this.capacity = capacity;
        this.programs = programs;
    }

    @Override
    public int tiles(final int layer) {
        final int most = mostNeurons(layer);
        if (most == 0) {
            throw new MappingException("one neuron of layer " + layer + " with its " + sizes[layer - 1]
                    + " synapses needs " + bytes(layer, 1) + " bytes, " + (bytes(layer, 1) - capacity)
                    + " more than the core's " + capacity + ": use a larger core memory, or fewer neurons in layer "
                    + (layer - 1));
        }
        return (sizes[layer] + most - 1) / most;
    }

    /** The largest number of neurons whose program fits, by halving: a program grows with its neurons. */
    private int mostNeurons(final int layer) {
        int fits = 0;
        int tooMany = sizes[layer] + 1;
        while (tooMany - fits > 1) {
            final int middle = (fits + tooMany) >>> 1;
            if (bytes(layer, middle) <= capacity) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits;
    }

    private int bytes(final int layer, final int neurons) {
        return bytes(programs.layer(new LayerTile(layer, 0, 2, 0, neurons)));
    }

    @Override
    public String limit() {
        final StringBuilder text = new StringBuilder("of " + capacity + " bytes (");
        for (int layer = 1; layer < sizes.length; layer++) {
            text.append(layer > 1 ? ", " : "")
                    .append(mostNeurons(layer))
                    .append(" neurons of layer ")
                    .append(layer);
        }
        return text.append(" fit a core)").toString();
    }

    @Override
    public String remedy() {
        return "use a larger mesh or core memory, or fewer neurons";
    }

    @Override
    public int bytes(final Program program) {
        return program.memoryMap().used()
                + (program.array() == null ? 0 : program.array().size());
    }
}
