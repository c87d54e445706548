package org.ranvier.programs.layered;

import org.ranvier.core.chip.Chip;

/** A chip that runs a layered network under some learning rule: what meters, reports and saved models need to know about it. */
public interface LayeredChip {
    /** @return the chip itself, for monitors, ledger and clock */
    Chip chip();

    /** @return where everything sits */
    LayerMapping layers();

    /** @return its synapse arrays */
    LayerArrays arrays();

    /**
     * @param layer 0..L
     * @return signals of the layer since the start, spikes or values other than 0; for the output, its answers
     */
    long spikes(int layer);

    /**
     * @param layer 1..L
     * @return gradient signals of the layer since the start, spikes or values other than 0, after the derivative
     */
    long gradientSpikes(int layer);

    /**
     * @param layer 1..L
     * @return weight updates of its synapses since the start: pulses that coincided, for crossbars
     */
    default long updates(final int layer) {
        return arrays().coincidences(layer);
    }
}
