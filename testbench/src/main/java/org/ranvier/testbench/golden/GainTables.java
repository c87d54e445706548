package org.ranvier.testbench.golden;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.fostdgd.FoStdgdChip;
import org.ranvier.programs.fostdgd.FoStdgdRule;

/** The gain tables that a vector file asks for: keys that begin with {@code gain_tables}, objects whose keys are orders. */
public final class GainTables {
    private static final String PREFIX = "gain_tables";
    private static final Pattern EPSILON = Pattern.compile("eps([0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)");
    private static final double USUAL_EPSILON = 1e-3;
    private static final byte[] BLANK = new byte[GoldenWeights.INPUTS];

    /** By key of the file: orders as the file writes them. */
    private final Map<String, Map<String, Double>> orders = new LinkedHashMap<>();

    private GainTables(final Path file) {
        final VectorFile vector = VectorFile.read(file);
        for (final String key : vector.keys()) {
            if (key.startsWith(PREFIX)) {
                final Map<String, Double> values = new LinkedHashMap<>();
                for (final String order : vector.keys(key)) {
                    values.put(order, order(file + ": " + key, order));
                }
                orders.put(key, values);
            }
        }
    }

    private static double order(final String where, final String text) {
        try {
            return FoStdgdRule.checkOrder(where, Double.parseDouble(text));
        } catch (final NumberFormatException e) {
            throw new ConfigurationException(where + ": '" + text + "' is no order, expected a number", e);
        }
    }

    /**
     * Reads a file.
     *
     * @param file a JSON object
     * @return the tables that it asks for, maybe none
     * @throws ConfigurationException when it cannot be read or an order is not within (0, 2)
     */
    public static GainTables read(final Path file) {
        return new GainTables(file);
    }

    /**
     * Sends every table to the cores of a chip and reads it out of their memory.
     *
     * @param spec the chip
     * @return by key and order, 64 gains in units of 1/64
     */
    public Map<String, Object> run(final ChipSpec spec) {
        final Map<String, Object> tables = new LinkedHashMap<>();
        orders.forEach((key, values) -> {
            final FoStdgdChip chip = FoStdgdGolden.chip(spec, 1, FoStdgdRule.UNIT, 1, epsilon(key));
            final Map<String, Object> gains = new LinkedHashMap<>();
            values.forEach((text, order) -> {
                chip.order(order);
                chip.classify(BLANK, 0);
                gains.put(text, chip.gains());
            });
            tables.put(key, gains);
        });
        return tables;
    }

    private static double epsilon(final String key) {
        final Matcher matcher = EPSILON.matcher(key);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : USUAL_EPSILON;
    }
}
