package org.ranvier.programs.fostdgd;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/** How a synapse's share in the rate of its neuron is estimated; the ordinal is the program's parameter. */
public enum Eligibility {
    /** Presynaptic spikes of the sample times the mean of 1/u: nothing per synapse but weight and last step. */
    RANK1("rank1"),
    /** The sum of 1/u over the presynaptic spikes, u the potential that ended the interval of each. */
    EXACT("exact"),
    /** The outer product to which the steps of {@link #RANK1} tend, in one update of a crossbar: nothing per synapse but the weight. */
    SEPARABLE("separable");

    private final String label;

    Eligibility(final String label) {
        this.label = label;
    }

    /** @return its name on the command line */
    public String label() {
        return label;
    }

    /**
     * Reads a name.
     *
     * @param option what the message calls it
     * @param name the name
     * @return the eligibility
     */
    public static Eligibility parse(final String option, final String name) {
        for (final Eligibility eligibility : values()) {
            if (eligibility.label.equals(name)) {
                return eligibility;
            }
        }
        throw ConfigurationException.of(
                option, name, Arrays.stream(values()).map(Eligibility::label).collect(Collectors.joining(", ")));
    }
}
