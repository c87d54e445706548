package org.ranvier.testbench.energy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ranvier.core.error.ConfigurationException;

/**
 * Prices under one name: joules per event and watts per part. What it has no number for is missing, which is not zero.
 *
 * @param name the profile's name
 * @param description what the numbers stand for, and for whom
 * @param nodeNm nominal technology node in nanometres, above 0
 * @param voltage nominal supply in volts, above 0
 * @param composition whether rows may have different sources or conditions; otherwise all rows have the same source and
 *     exactly the nominal conditions
 * @param events prices by event name, in file order
 * @param statics static power by part
 */
public record EnergyProfile(
        String name,
        String description,
        double nodeNm,
        double voltage,
        boolean composition,
        Map<String, Price> events,
        Map<ChipPart, StaticPower> statics) {

    /** Checks names, conditions and that sources are mixed by declaration only. */
    public EnergyProfile {
        checkText("name", name);
        checkText("description", description);
        Origin.checkPositive("node_nm", nodeNm);
        Origin.checkPositive("voltage", voltage);
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
        statics = Collections.unmodifiableMap(new LinkedHashMap<>(statics));
        for (final String event : events.keySet()) {
            if (!EventCatalog.kinds().containsKey(event)) {
                throw ConfigurationException.of(
                        "events." + event,
                        "unknown event",
                        "one of " + String.join(", ", EventCatalog.kinds().keySet()));
            }
        }
        if (!composition) {
            checkOneSource(nodeNm, voltage, events, statics);
        }
    }

    /**
     * Looks up a price.
     *
     * @param event the event's name
     * @return the price, empty when the profile has none
     */
    public Optional<Price> price(final String event) {
        return Optional.ofNullable(events.get(event));
    }

    private static void checkText(final String key, final String value) {
        if (value == null || value.isBlank()) {
            throw ConfigurationException.of(key, value, "a text");
        }
    }

    private static void checkOneSource(
            final double nodeNm,
            final double voltage,
            final Map<String, Price> events,
            final Map<ChipPart, StaticPower> statics) {
        final Origin[] origins = Stream.concat(
                        events.values().stream().map(Price::origin),
                        statics.values().stream().map(StaticPower::origin))
                .toArray(Origin[]::new);
        for (final Origin origin : origins) {
            final boolean nominal =
                    origin.nodeNm().orElse(nodeNm) == nodeNm && origin.voltage().orElse(voltage) == voltage;
            if (!nominal || !origin.agrees(origins[0])) {
                throw ConfigurationException.of(
                        "composition",
                        false,
                        "true, as rows differ in source, node_nm or voltage: \"" + origin.source() + "\" beside \""
                                + origins[0].source() + "\"");
            }
        }
    }
}
