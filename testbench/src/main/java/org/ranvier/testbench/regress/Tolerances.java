package org.ranvier.testbench.regress;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/** By how much, relative to what was recorded, quantities may differ. */
public final class Tolerances {
    /** Nothing may differ. */
    public static final Tolerances NONE = new Tolerances(Map.of());

    private final Map<Quantity, Double> relative;

    private Tolerances(final Map<Quantity, Double> relative) {
        this.relative = relative;
    }

    /**
     * Reads them.
     *
     * @param option the option's name, for messages
     * @param texts each {@code QUANTITY=REL}
     * @return the tolerances
     * @throws ConfigurationException when there is no such quantity, or REL is no number in 0..1e9
     */
    public static Tolerances parse(final String option, final List<String> texts) {
        final Map<Quantity, Double> map = new EnumMap<>(Quantity.class);
        for (final String text : texts) {
            final int equals = text.indexOf('=');
            final String name = equals < 0 ? text : text.substring(0, equals);
            final Quantity quantity = Arrays.stream(Quantity.values())
                    .filter(one -> one.label().equals(name))
                    .findFirst()
                    .orElse(null);
            if (quantity == null || equals < 0) {
                throw ConfigurationException.of(
                        option, text, "QUANTITY=REL with one of " + Quantity.labels() + ", e.g. energy=0.01");
            }
            map.put(quantity, ConfigurationException.checkRange(option, number(option, text, equals), 0, 1e9));
        }
        return new Tolerances(map);
    }

    private static double number(final String option, final String text, final int equals) {
        try {
            return Double.parseDouble(text.substring(equals + 1));
        } catch (final NumberFormatException e) {
            throw ConfigurationException.of(option, text, "QUANTITY=REL with a number, e.g. energy=0.01");
        }
    }

    /** @return true when a number is as near to what was recorded as is asked for */
    boolean allow(final Quantity quantity, final double expected, final double found) {
        return expected == found
                || Double.isNaN(expected) && Double.isNaN(found)
                || Math.abs(found - expected) <= of(quantity) * Math.abs(expected);
    }

    private double of(final Quantity quantity) {
        return relative.getOrDefault(quantity, 0.0);
    }

    /** @return true when the run may differ in what its cores do, so that it is not compared event by event */
    boolean loose() {
        return relative.entrySet().stream().anyMatch(entry -> entry.getKey().loosens() && entry.getValue() > 0);
    }
}
