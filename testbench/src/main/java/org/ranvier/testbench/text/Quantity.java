package org.ranvier.testbench.text;

import java.util.Locale;

/** Numbers as people read them. */
public final class Quantity {
    private static final String[] PREFIXES = {"f", "p", "n", "u", "m", "", "k", "M", "G", "T"};

    /** From the plain unit; powers of ten divided by each other would make 999.9999 MHz of 1 GHz. */
    private static final double[] FACTORS = {1e15, 1e12, 1e9, 1e6, 1e3, 1, 1e-3, 1e-6, 1e-9, 1e-12};

    private static final int STEP = 1000;

    private Quantity() {}

    /**
     * Writes a quantity with three significant digits and a prefix.
     *
     * @param value the value, 0 or more
     * @param unit its unit, e.g. {@code J}
     * @return e.g. {@code 12.3 nJ}
     */
    public static String of(final double value, final String unit) {
        final Scale scale = scale(value);
        return value == 0 ? "0 " + unit : digits(value * scale.factor()) + " " + scale.prefix() + unit;
    }

    /**
     * A unit of a size that suits a quantity.
     *
     * @param prefix of the unit, {@code n} for nano
     * @param factor from the plain unit, 1e9 for nano
     */
    public record Scale(String prefix, double factor) {}

    /**
     * Chooses a unit.
     *
     * @param value the largest of the values to be written, 0 or more
     * @return one in which it has one to three digits before the point
     */
    public static Scale scale(final double value) {
        int prefix = 0;
        while (value * FACTORS[prefix] >= STEP && prefix < PREFIXES.length - 1) {
            prefix++;
        }
        return new Scale(PREFIXES[prefix], FACTORS[prefix]);
    }

    /**
     * Writes a number with about three significant digits.
     *
     * @param value the number
     * @return e.g. {@code 0.042}, {@code 4.20}, {@code 420}
     */
    public static String digits(final double value) {
        final double size = Math.abs(value);
        final int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 5;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
