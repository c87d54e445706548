package org.ranvier.programs.anytime;

import java.util.Locale;
import org.ranvier.core.error.ConfigurationException;

/**
 * How a sample becomes spikes.
 *
 * @param form who makes them, and how
 * @param gain probability of a spike of a white pixel, 0..1; 1 without draws
 */
public record Coding(Form form, double gain) {
    /** Who makes spikes. */
    public enum Form {
        /** The input core, from pixels: a Bernoulli draw a tick. */
        RATE,
        /** The input core, from pixels: an integrate-and-fire encoder without draws. */
        INTEGRATE,
        /** Whoever recorded them: the host sends the spikes of every tick. */
        EVENTS
    }

    private static final int WHITE = 255;
    private static final int UNIT_BITS = 28;

    /** The deterministic encoder: an accumulator from 128 up, which spikes and loses 256 when it reaches that. */
    public static final Coding INTEGRATE = new Coding(Form.INTEGRATE, 1);

    /** Spikes from outside. */
    public static final Coding EVENTS = new Coding(Form.EVENTS, 1);

    /** Checks the range. */
    public Coding {
        ConfigurationException.checkRange("--gain", gain, Double.MIN_VALUE, 1);
    }

    /** @return Bernoulli draws with p = gain pixel / 255 */
    public static Coding rate(final double gain) {
        return new Coding(Form.RATE, gain);
    }

    /** @return the probability of a spike by a pixel value of 1, in 2^-28, as the input program wants it */
    long unit() {
        return Math.round(gain / WHITE * (1 << UNIT_BITS));
    }

    /** @return whether spikes are drawn */
    public boolean isRate() {
        return form == Form.RATE;
    }

    /** @return the name in options and files: {@code rate}, {@code integrate} or {@code events} */
    public String label() {
        return form.name().toLowerCase(Locale.ROOT);
    }
}
