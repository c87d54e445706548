package org.ranvier.testbench.config;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.update.PulseType;
import org.ranvier.rpu.update.UpdateSpec;

/**
 * What a user may say about the pulse generators of an array; what is left out stays as it is.
 *
 * @param type how vectors become pulses, or null
 * @param bl slots of an update, its most when shortened, or null
 * @param um whether both vectors use the same range of probabilities, or null
 * @param ublm whether an update takes no more slots than it needs, which takes um, or null
 */
public record UpdateChoice(PulseType type, Integer bl, Boolean um, Boolean ublm) {
    /** Refuses ublm without um. */
    public UpdateChoice {
        if (Boolean.TRUE.equals(ublm) && Boolean.FALSE.equals(um)) {
            throw ConfigurationException.of("um", false, "true with ublm, or leave ublm out");
        }
    }

    /**
     * Changes an update.
     *
     * @param base the update
     * @param option what the message calls the number of slots
     * @return the changed one
     * @throws ConfigurationException when the number of slots is out of range
     */
    public UpdateSpec apply(final UpdateSpec base, final String option) {
        final int slots = bl == null ? base.desiredBl() : bl;
        ConfigurationException.checkRange(option, slots, 1, UpdateSpec.MOST_BL);
        final boolean managed = um == null ? base.updateManagement() : um;
        final boolean shortened = ublm == null ? base.updateBlManagement() && managed : ublm;
        return base.withType(type == null ? base.type() : type)
                .withBl(slots, base.fixedBl())
                .withManagement(managed, shortened);
    }
}
