package org.ranvier.rpu.update;

import org.ranvier.core.error.ConfigurationException;

/** How two vectors become pulse counts: the pulse types of IBM aihwkit. */
public enum PulseType {
    /**
     * Random trains, one per line, the sign as a tag: a device gets a pulse in every slot in which both of its lines have one.
     */
    STOCHASTIC_COMPRESSED("StochasticCompressed", true),
    /** Random trains, positive and negative lines apart; the same statistics as {@link #STOCHASTIC_COMPRESSED}. */
    STOCHASTIC("Stochastic", true),
    /** The expected pulses of either line, rounded, and their product, rounded again; nothing is random. */
    MEAN_COUNT("MeanCount", false),
    /** The product of both probabilities, rounded to pulses once; nothing but DAC rounding is random. */
    DETERMINISTIC_IMPLICIT("DeterministicImplicit", false);

    private final String reference;
    private final boolean random;

    PulseType(final String reference, final boolean random) {
        this.reference = reference;
        this.random = random;
    }

    /** @return whether lines carry random trains */
    public boolean random() {
        return random;
    }

    /** @return the type's name in aihwkit, e.g. {@code MeanCount} */
    public String reference() {
        return reference;
    }

    /**
     * Finds a type by the name that aihwkit or this program gives it, in any case, with or without separators.
     *
     * @param option the option that asks for it, for the message
     * @param name e.g. {@code MeanCount} or {@code mean-count}
     * @return the type
     * @throws ConfigurationException when there is none
     */
    public static PulseType named(final String option, final String name) {
        for (final PulseType type : values()) {
            if (type.reference.equalsIgnoreCase(name.replace("-", "").replace("_", ""))) {
                return type;
            }
        }
        throw ConfigurationException.of(
                option, name, "StochasticCompressed, Stochastic, MeanCount or DeterministicImplicit");
    }
}
