package org.ranvier.programs.anytime;

import org.ranvier.core.error.ConfigurationException;

/**
 * How the input core turns pixels into spikes.
 *
 * @param isRate true for a Bernoulli draw a tick, false for the integrate-and-fire encoder without draws
 * @param gain probability of a spike of a white pixel, 0..1; 1 for the encoder
 */
public record Coding(boolean isRate, double gain) {
    private static final int WHITE = 255;
    private static final int UNIT_BITS = 28;

    /** The deterministic encoder: an accumulator from 128 up, which spikes and loses 256 when it reaches that. */
    public static final Coding INTEGRATE = new Coding(false, 1);

    /** Checks the range. */
    public Coding {
        ConfigurationException.checkRange("--gain", gain, Double.MIN_VALUE, 1);
    }

    /** @return Bernoulli draws with p = gain pixel / 255 */
    public static Coding rate(final double gain) {
        return new Coding(true, gain);
    }

    /** @return the probability of a spike by a pixel value of 1, in 2^-28, as the input program wants it */
    long unit() {
        return Math.round(gain / WHITE * (1 << UNIT_BITS));
    }

    /** @return the name in options and files: {@code rate} or {@code integrate} */
    public String label() {
        return isRate ? "rate" : "integrate";
    }
}
