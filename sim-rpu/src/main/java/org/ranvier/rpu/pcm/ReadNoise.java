package org.ranvier.rpu.pcm;

import org.ranvier.core.error.ConfigurationException;

/**
 * The 1/f noise of a device's conductance, accumulated since programming: the standard deviation is
 * {@code scale g(t) q sqrt(ln((t + integration) / (2 integration)))}, t counted from the origin of drift, with
 * {@code q = min(factor / max(u^exponent, 1e-3), most)} at a programmed conductance u, a fraction of the largest.
 *
 * @param factor 0..1
 * @param exponent 0..10
 * @param most bound of q: 0..10
 * @param integrationSeconds time over which a read integrates: 1e-12..1e-2 s
 * @param scale 0 for none, 1 for the fitted noise: 0..100
 */
public record ReadNoise(double factor, double exponent, double most, double integrationSeconds, double scale) {
    private static final double LEAST_POWER = 1e-3;

    /** Checks the ranges. */
    public ReadNoise {
        ConfigurationException.checkRange("pcm.read_noise.factor", factor, 0, 1);
        ConfigurationException.checkRange("pcm.read_noise.exponent", exponent, 0, 10);
        ConfigurationException.checkRange("pcm.read_noise.most", most, 0, 10);
        ConfigurationException.checkRange("pcm.read_noise.integration_seconds", integrationSeconds, 1e-12, 1e-2);
        ConfigurationException.checkRange("pcm.read_noise.scale", scale, 0, 100);
    }

    /** @return the fitted noise of a read of 250 ns */
    public static ReadNoise defaults() {
        return new ReadNoise(0.0088, 0.65, 0.2, 250e-9, 1);
    }

    /** @return the same noise, scaled */
    public ReadNoise withScale(final double other) {
        return new ReadNoise(factor, exponent, most, integrationSeconds, other);
    }

    /** @return scale q: the deviation per conductance and root of the logarithm of time */
    double strength(final double programmed) {
        // Not pow, which allocates in older class libraries.
        final double power = programmed > 0 ? StrictMath.exp(exponent * StrictMath.log(programmed)) : 0;
        return scale * Math.min(factor / Math.max(power, LEAST_POWER), most);
    }

    /**
     * Tells how much noise has grown.
     *
     * @param secondsFromOrigin time since programming
     * @return the root of the logarithm of time, 0 where it would be negative
     */
    public double growth(final double secondsFromOrigin) {
        final double ratio = (secondsFromOrigin + integrationSeconds) / (2 * integrationSeconds);
        return Math.sqrt(Math.max(0, StrictMath.log(ratio)));
    }
}
