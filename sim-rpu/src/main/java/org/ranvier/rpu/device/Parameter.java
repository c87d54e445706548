package org.ranvier.rpu.device;

import java.util.List;
import org.ranvier.core.error.ConfigurationException;

/**
 * The declaration of one option of a device: what it is called, what it may be and what it means, said once, so that it can be
 * checked, set by name and printed.
 *
 * <p>Every value is a list of numbers; all but lists of nodes have exactly one. Switches are 0 or 1.
 *
 * @param name the name in files, that of IBM aihwkit where it has the option
 * @param kind what values there are
 * @param unit the unit of the value: {@code weight}, {@code relative} (to the option it spreads), {@code pulses}, ... or empty
 * @param low smallest allowed number
 * @param high largest allowed number
 * @param usual the value when none is given
 * @param meaning what it does, in one line
 */
public record Parameter(
        String name, Kind kind, String unit, double low, double high, List<Double> usual, String meaning) {
    /** The most numbers of a list. */
    public static final int MOST_NODES = 1024;

    /** What values a parameter has. */
    public enum Kind {
        /** A real number. */
        NUMBER,
        /** A whole number. */
        WHOLE,
        /** 0 (off) or 1 (on). */
        SWITCH,
        /** One or more real numbers. */
        NUMBERS
    }

    /** Checks the usual value. */
    public Parameter {
        usual = List.copyOf(usual);
        checkAll(name, kind, low, high, usual);
    }

    /** @return a parameter that is a real number */
    public static Parameter number(
            final String name,
            final String unit,
            final double low,
            final double high,
            final double usual,
            final String meaning) {
        return new Parameter(name, Kind.NUMBER, unit, low, high, List.of(usual), meaning);
    }

    /** @return a parameter that is a whole number */
    public static Parameter whole(
            final String name,
            final String unit,
            final int low,
            final int high,
            final int usual,
            final String meaning) {
        return new Parameter(name, Kind.WHOLE, unit, low, high, List.of((double) usual), meaning);
    }

    /** @return a parameter that is on or off */
    public static Parameter onOff(final String name, final boolean usual, final String meaning) {
        return new Parameter(name, Kind.SWITCH, "", 0, 1, List.of(usual ? 1.0 : 0.0), meaning);
    }

    /** @return a parameter that is a list of real numbers, with one as the usual list */
    public static Parameter numbers(
            final String name,
            final String unit,
            final double low,
            final double high,
            final double usual,
            final String meaning) {
        return new Parameter(name, Kind.NUMBERS, unit, low, high, List.of(usual), meaning);
    }

    /**
     * Checks a value.
     *
     * @param value the value
     * @throws ConfigurationException naming the option, the offending number and the range
     */
    public void check(final List<Double> value) {
        checkAll(name, kind, low, high, value);
    }

    private static void checkAll(
            final String name, final Kind kind, final double low, final double high, final List<Double> value) {
        final String option = "device." + name;
        if (value.isEmpty() || value.size() > (kind == Kind.NUMBERS ? MOST_NODES : 1)) {
            throw ConfigurationException.of(
                    option, value, kind == Kind.NUMBERS ? "a list of 1.." + MOST_NODES + " numbers" : "one number");
        }
        for (final double number : value) {
            if (kind == Kind.SWITCH && number != 0 && number != 1) {
                throw ConfigurationException.of(option, number, "0 or 1");
            }
            if (kind == Kind.WHOLE && number != Math.rint(number)) {
                throw ConfigurationException.of(option, number, "a whole number in " + (long) low + ".." + (long) high);
            }
            ConfigurationException.checkRange(option, number, low, high);
        }
    }
}
