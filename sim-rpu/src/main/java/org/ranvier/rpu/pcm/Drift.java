package org.ranvier.rpu.pcm;

import org.ranvier.core.error.ConfigurationException;

/**
 * How conductance decays with time: g(t) = g(0) ((t + start) / start)^-nu, t after programming. A device's exponent nu is
 * |mean + deviation xi|, with a mean and a deviation that fall with the logarithm of its target.
 *
 * @param mean law of the mean exponent
 * @param deviation law of its spread between devices
 * @param scale 0 for none, 1 for the fitted exponents: 0..100
 * @param startSeconds time at which programming was verified, the origin of drift: 1e-9..1e9 s
 */
public record Drift(LogLaw mean, LogLaw deviation, double scale, double startSeconds) {
    /** Targets below this one, of the largest conductance, count as this one. */
    private static final double LEAST_TARGET = 1e-7;

    /**
     * A clipped line over the logarithm of the target: {@code clip(slope ln u + offset, low, high)}.
     *
     * @param slope -10..10
     * @param offset -10..10
     * @param low 0..high
     * @param high up to 10
     */
    public record LogLaw(double slope, double offset, double low, double high) {
        /** Checks the ranges. */
        public LogLaw {
            ConfigurationException.checkRange("pcm.drift.slope", slope, -10, 10);
            ConfigurationException.checkRange("pcm.drift.offset", offset, -10, 10);
            ConfigurationException.checkRange("pcm.drift.high", high, 0, 10);
            ConfigurationException.checkRange("pcm.drift.low", low, 0, high);
        }

        /** @return the law that is the same for all targets */
        public static LogLaw constant(final double value) {
            return new LogLaw(0, value, value, value);
        }

        double at(final double logTarget) {
            return Math.max(low, Math.min(high, slope * logTarget + offset));
        }
    }

    /** Checks the ranges. */
    public Drift {
        if (mean == null || deviation == null) {
            throw ConfigurationException.of("pcm.drift", null, "a law of the mean and one of the deviation");
        }
        ConfigurationException.checkRange("pcm.drift.scale", scale, 0, 100);
        ConfigurationException.checkRange("pcm.drift.start_seconds", startSeconds, 1e-9, 1e9);
    }

    /** @return the fitted exponents, from 20 s on */
    public static Drift defaults() {
        return new Drift(new LogLaw(-0.0155, 0.0244, 0.049, 0.1), new LogLaw(-0.0125, -0.0059, 0.008, 0.045), 1, 20);
    }

    /** @return the same drift, its exponents scaled */
    public Drift withScale(final double other) {
        return new Drift(mean, deviation, other, startSeconds);
    }

    double exponent(final double target, final double xi) {
        final double logTarget = StrictMath.log(Math.max(target, LEAST_TARGET));
        return scale * Math.abs(mean.at(logTarget) + deviation.at(logTarget) * xi);
    }

    /**
     * Measures time as drift does.
     *
     * @param seconds time t since the start of inference, 0 or more
     * @return ln((t + start) / start)
     */
    public double logTime(final double seconds) {
        return StrictMath.log((seconds + startSeconds) / startSeconds);
    }
}
