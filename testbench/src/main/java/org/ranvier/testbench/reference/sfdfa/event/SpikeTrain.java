package org.ranvier.testbench.reference.sfdfa.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The spikes of a layer in the order in which the next layer receives them: by time, then by neuron. */
public final class SpikeTrain {
    /**
     * One spike.
     *
     * @param time in seconds from the start of the sample, 0 or more
     * @param neuron that fired, from 0
     * @param value of the directional derivative that travels with it; 0 for inputs
     */
    public record Spike(double time, int neuron, double value) {}

    private final List<Spike> spikes;

    private SpikeTrain(final List<Spike> spikes) {
        this.spikes = spikes;
    }

    /**
     * @param spikes in any order
     * @return the train of them
     */
    public static SpikeTrain of(final List<Spike> spikes) {
        final List<Spike> sorted = new ArrayList<>(spikes);
        sorted.sort(Comparator.comparingDouble(Spike::time).thenComparingInt(Spike::neuron));
        return new SpikeTrain(Collections.unmodifiableList(sorted));
    }

    /** @return all spikes, in order; cannot be changed */
    public List<Spike> spikes() {
        return spikes;
    }
}
