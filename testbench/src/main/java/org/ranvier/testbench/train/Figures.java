package org.ranvier.testbench.train;

import java.util.Arrays;
import java.util.Map;
import org.ranvier.testbench.energy.EnergyReport;

/**
 * What a number of samples took.
 *
 * @param samples how many were presented
 * @param cycles the chip's cycles
 * @param seconds these cycles at the chip's clock
 * @param spikes forward spikes (values other than 0) of layers 0..L; for the output, winners (answers)
 * @param gradientSpikes gradient spikes (errors other than 0) of layers 1..L
 * @param updates weight updates of layers 1..L: for crossbars, device pulses that coincided
 * @param packets packets injected into the fabric, the host's included
 * @param arrayEvents what the synapse arrays counted, by event without its component, zeros left out
 * @param energy what the events cost
 */
public record Figures(
        long samples,
        long cycles,
        double seconds,
        long[] spikes,
        long[] gradientSpikes,
        long[] updates,
        long packets,
        Map<String, Long> arrayEvents,
        EnergyReport energy) {

    /** @return weight updates of all crossbars */
    public long allUpdates() {
        return Arrays.stream(updates).sum();
    }

    /** @return forward and gradient spikes of all layers */
    public long allSpikes() {
        return Arrays.stream(spikes).sum() + Arrays.stream(gradientSpikes).sum();
    }

    /**
     * Divides by the weight updates.
     *
     * @param quantity anything that was added up over the samples
     * @return it per weight update; 0 when there was none
     */
    public double perUpdate(final double quantity) {
        return allUpdates() == 0 ? 0 : quantity / allUpdates();
    }
}
