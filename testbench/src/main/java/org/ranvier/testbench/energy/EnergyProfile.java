package org.ranvier.testbench.energy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ranvier.core.error.ConfigurationException;

/**
 * Prices under one name: joules per event or operation and watts per part. What it has no number for is missing, which is not
 * zero.
 *
 * @param name the profile's name
 * @param description what the numbers stand for, and for whom
 * @param nodeNm nominal technology node in nanometres, above 0; empty when no source states it
 * @param voltage nominal supply in volts, above 0; empty when no source states it
 * @param composition whether rows may have different sources or conditions; otherwise all rows have the same source and
 *     exactly the nominal conditions
 * @param vocabulary what {@code prices} and {@code times} are about
 * @param prices energy by name, in file order
 * @param statics static power by part
 * @param times published times by name, in file order; they are for estimates by hand and in no report
 */
public record EnergyProfile(
        String name,
        String description,
        OptionalDouble nodeNm,
        OptionalDouble voltage,
        boolean composition,
        Vocabulary vocabulary,
        Map<String, Price> prices,
        Map<ChipPart, StaticPower> statics,
        Map<String, Latency> times) {

    /** Checks names, conditions, that nothing is priced twice and that sources are mixed by declaration only. */
    public EnergyProfile {
        checkText("name", name);
        checkText("description", description);
        nodeNm.ifPresent(value -> Origin.checkPositive("node_nm", value));
        voltage.ifPresent(value -> Origin.checkPositive("voltage", value));
        prices = Collections.unmodifiableMap(new LinkedHashMap<>(prices));
        statics = Collections.unmodifiableMap(new LinkedHashMap<>(statics));
        times = Collections.unmodifiableMap(new LinkedHashMap<>(times));
        for (final String event : prices.keySet()) {
            checkKnown(vocabulary, vocabulary.key() + "." + event, event);
        }
        for (final String event : times.keySet()) {
            checkKnown(vocabulary, "times." + event, event);
        }
        checkCovered(vocabulary, prices, statics);
        if (!composition) {
            checkOneSource(nodeNm, voltage, prices, statics, times);
        }
    }

    /**
     * Looks up a price.
     *
     * @param event the event's or operation's name
     * @return the price, empty when the profile has none
     */
    public Optional<Price> price(final String event) {
        return Optional.ofNullable(prices.get(event));
    }

    /**
     * Says which prices contain the energy of an event without a price of its own.
     *
     * @param event the name of an event or operation, or of static power, e.g. {@code static.chip}
     * @return the names of the events with these prices, usually none
     */
    public Set<String> coveredBy(final String event) {
        return prices.entrySet().stream()
                .filter(entry -> entry.getValue().covers().contains(event))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void checkText(final String key, final String value) {
        if (value == null || value.isBlank()) {
            throw ConfigurationException.of(key, value, "a text");
        }
    }

    private static void checkKnown(final Vocabulary vocabulary, final String key, final String event) {
        if (!vocabulary.kinds().containsKey(event)) {
            throw ConfigurationException.of(
                    key,
                    "unknown event",
                    "one of " + String.join(", ", vocabulary.kinds().keySet()));
        }
    }

    private static void checkCovered(
            final Vocabulary vocabulary, final Map<String, Price> prices, final Map<ChipPart, StaticPower> statics) {
        prices.forEach((event, price) -> {
            for (final String covered : price.covers()) {
                final String key = vocabulary.key() + "." + event + ".covers";
                final Optional<ChipPart> part = ChipPart.ofComponent(covered);
                if (part.isEmpty()) {
                    checkKnown(vocabulary, key, covered);
                }
                if (prices.containsKey(covered)
                        || part.map(statics::containsKey).orElse(false)) {
                    throw ConfigurationException.of(key, covered, "something without a price of its own");
                }
            }
        });
    }

    private static void checkOneSource(
            final OptionalDouble nodeNm,
            final OptionalDouble voltage,
            final Map<String, Price> prices,
            final Map<ChipPart, StaticPower> statics,
            final Map<String, Latency> times) {
        final Origin[] origins = Stream.of(
                        prices.values().stream().map(Price::origin),
                        statics.values().stream().map(StaticPower::origin),
                        times.values().stream().map(Latency::origin))
                .flatMap(rows -> rows)
                .toArray(Origin[]::new);
        for (final Origin origin : origins) {
            final boolean nominal = nominal(nodeNm, origin.nodeNm()) && nominal(voltage, origin.voltage());
            if (!nominal || !origin.agrees(origins[0])) {
                throw ConfigurationException.of(
                        "composition",
                        false,
                        "true, as rows differ in source, node_nm or voltage: \"" + origin.source() + "\" beside \""
                                + origins[0].source() + "\"");
            }
        }
    }

    private static boolean nominal(final OptionalDouble profile, final OptionalDouble row) {
        return row.isEmpty() || row.equals(profile);
    }
}
