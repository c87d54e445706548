package org.ranvier.programs.rules;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import java.util.Map;

/**
 * The variants of e-prop.
 *
 * @param leak potentials and traces of inputs lose their 2^-leak in a tick
 * @param filter the read-out, its traces and the eligibilities lose their 2^-filter in a tick; 0: they have no memory
 * @param refractory ticks in which a neuron that has fired cannot fire, 0..255
 * @param symmetric whether errors come back through the read-out's weights, not through fixed random ones
 * @param adaptive whether thresholds adapt (ALIF)
 * @param readoutShift the read-out learns at the learning rate / 2^readoutShift
 */
public record EpropRule(int leak, int filter, int refractory, boolean symmetric, boolean adaptive, int readoutShift) {
    /** Checks the ranges. */
    public EpropRule {
        checkRange("--leak", leak, 1, 8);
        checkRange("--filter", filter, 0, 8);
        checkRange("--refractory", refractory, 0, 255);
        checkRange("--readout-shift", readoutShift, 0, 16);
    }

    Map<String, Long> hidden() {
        return Map.of(
                "AL", (long) leak,
                "KAP", (long) filter,
                "REF", (long) refractory,
                "SYMMETRIC", symmetric ? 1L : 0L,
                "ALIF", adaptive ? 1L : 0L);
    }

    Map<String, Long> readout() {
        return Map.of(
                "KO", (long) filter,
                "KZ", (long) filter,
                "SYMMETRIC", symmetric ? 1L : 0L,
                "ES", (long) readoutShift);
    }
}
