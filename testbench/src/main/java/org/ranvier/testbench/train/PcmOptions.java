package org.ranvier.testbench.train;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.pcm.DriftCompensation;
import org.ranvier.rpu.pcm.PcmSpec;
import org.ranvier.rpu.pcm.PcmWeights;

/**
 * Phase-change memory that holds the weights of a model while it is tested: programmed once, read a time later.
 *
 * @param seconds time from programming to the test: 0..1e12
 * @param compensation how drift is compensated, per crossbar or per column of it
 * @param seed of all noise of the devices
 */
public record PcmOptions(double seconds, DriftCompensation compensation, long seed) {
    private static final double MOST_SECONDS = 1e12;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final Map<String, Long> UNITS =
            Map.of("", 1L, "s", 1L, "min", MINUTE, "h", HOUR, "d", DAY, "mo", 30 * DAY, "y", 365 * DAY);

    /** Checks the ranges. */
    public PcmOptions {
        ConfigurationException.checkRange("--after", seconds, 0, MOST_SECONDS);
    }

    /**
     * Reads a time.
     *
     * @param text a number and s, min, h, d, mo (30 days) or y (365 days); without a unit seconds
     * @return the time in seconds
     */
    public static double seconds(final String text) {
        final String unit = text.replaceFirst("^[-+.0-9]+(e[-+]?[0-9]+)?", "");
        try {
            if (UNITS.containsKey(unit)) {
                return Double.parseDouble(text.substring(0, text.length() - unit.length())) * UNITS.get(unit);
            }
        } catch (final NumberFormatException e) {
            throw new ConfigurationException(refusal(text), e);
        }
        throw new ConfigurationException(refusal(text));
    }

    private static String refusal(final String text) {
        return "--after: " + text + " is not allowed, expected seconds, or a number with min, h, d, mo or y";
    }

    /**
     * Reads a kind of compensation.
     *
     * @param name none, global or per-column
     * @return it
     */
    public static DriftCompensation compensation(final String name) {
        for (final DriftCompensation each : DriftCompensation.values()) {
            if (label(each).equals(name)) {
                return each;
            }
        }
        throw ConfigurationException.of("--compensation", name, "none, global or per-column");
    }

    private static String label(final DriftCompensation compensation) {
        return compensation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Programs the weights into devices and reads them once, which is what all reads of the test see.
     *
     * @param weights Q20 weights by crossbar, row and column
     * @return the weights as they appear
     */
    int[][][] hold(final int[][][] weights) {
        final int[][][] seen = new int[weights.length][][];
        for (int crossbar = 0; crossbar < weights.length; crossbar++) {
            final int rows = weights[crossbar].length;
            final int columns = weights[crossbar][0].length;
            final PcmWeights pcm =
                    new PcmWeights(PcmSpec.defaults(), compensation, new ArraySite(rows, columns, seed, crossbar));
            pcm.program(weights[crossbar]);
            seen[crossbar] = new int[rows][columns];
            pcm.read(seconds, 0, seen[crossbar]);
        }
        return seen;
    }

    /** @return keys and values for a report */
    Map<String, Object> report() {
        final Map<String, Object> report = new LinkedHashMap<>();
        report.put("after_seconds", seconds);
        report.put("compensation", label(compensation));
        report.put("seed", seed);
        return report;
    }
}
