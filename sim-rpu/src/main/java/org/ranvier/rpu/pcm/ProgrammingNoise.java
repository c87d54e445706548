package org.ranvier.rpu.pcm;

import org.ranvier.core.error.ConfigurationException;

/**
 * How far an iteratively programmed device ends from its target: the standard deviation is
 * {@code scale (constant + linear u + quadratic u^2)} at a target u, all as fractions of the largest conductance, and no less than 0.
 *
 * @param constant deviation at target 0: 0..1
 * @param linear -10..10
 * @param quadratic -10..10
 * @param scale 0 for none, 1 for the fitted deviation: 0..100
 */
public record ProgrammingNoise(double constant, double linear, double quadratic, double scale) {
    private static final double MEASURED_MAXIMUM = 25;

    /** Checks the ranges. */
    public ProgrammingNoise {
        ConfigurationException.checkRange("pcm.programming_noise.constant", constant, 0, 1);
        ConfigurationException.checkRange("pcm.programming_noise.linear", linear, -10, 10);
        ConfigurationException.checkRange("pcm.programming_noise.quadratic", quadratic, -10, 10);
        ConfigurationException.checkRange("pcm.programming_noise.scale", scale, 0, 100);
    }

    /** @return the fit to devices of at most 25 uS: 0.26348 + 1.9650 u - 1.1731 u^2 uS */
    public static ProgrammingNoise defaults() {
        return new ProgrammingNoise(
                0.26348 / MEASURED_MAXIMUM, 1.9650 / MEASURED_MAXIMUM, -1.1731 / MEASURED_MAXIMUM, 1);
    }

    /** @return the same noise, scaled */
    public ProgrammingNoise withScale(final double other) {
        return new ProgrammingNoise(constant, linear, quadratic, other);
    }

    double deviation(final double target) {
        return scale * Math.max(0, constant + target * (linear + target * quadratic));
    }
}
