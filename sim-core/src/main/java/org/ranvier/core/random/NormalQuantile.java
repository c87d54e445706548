package org.ranvier.core.random;

/**
 * The inverse of the standard normal distribution function, accurate to about 1e-16 (M. J. Wichura, "Algorithm AS 241: the
 * percentage points of the normal distribution", Applied Statistics 37, 1988, routine PPND16).
 *
 * <p>85 % of the arguments need nothing but multiplications, additions and one division; the tails take a strict logarithm.
 */
final class NormalQuantile {
    private static final double CENTRE_HALF_WIDTH = 0.425;
    private static final double CENTRE_SHIFT = 0.180625;
    private static final double TAIL_SHIFT = 1.6;
    private static final double FAR_TAIL = 5.0;

    private NormalQuantile() {}

    /**
     * Evaluates the quantile.
     *
     * @param probability in the open interval (0, 1)
     * @return z with P(N(0,1) &lt; z) = probability
     */
    static double of(final double probability) {
        final double offset = probability - 0.5;
        if (Math.abs(offset) <= CENTRE_HALF_WIDTH) {
            return centre(offset, CENTRE_SHIFT - offset * offset);
        }
        final double tail = offset < 0 ? probability : 1.0 - probability;
        final double depth = Math.sqrt(-StrictMath.log(tail));
        final double magnitude = depth <= FAR_TAIL ? nearTail(depth - TAIL_SHIFT) : farTail(depth - FAR_TAIL);
        return offset < 0 ? -magnitude : magnitude;
    }

    private static double centre(final double offset, final double r) {
        final double numerator = septic(
                r,
                3.3871328727963666080e+0,
                1.3314166789178437745e+2,
                1.9715909503065514427e+3,
                1.3731693765509461125e+4,
                4.5921953931549871457e+4,
                6.7265770927008700853e+4,
                3.3430575583588128105e+4,
                2.5090809287301226727e+3);
        final double denominator = septic(
                r,
                1.0,
                4.2313330701600911252e+1,
                6.8718700749205790830e+2,
                5.3941960214247511077e+3,
                2.1213794301586595867e+4,
                3.9307895800092710610e+4,
                2.8729085735721942674e+4,
                5.2264952788528545610e+3);
        return offset * numerator / denominator;
    }

    private static double nearTail(final double r) {
        final double numerator = septic(
                r,
                1.42343711074968357734e+0,
                4.63033784615654529590e+0,
                5.76949722146069140550e+0,
                3.64784832476320460504e+0,
                1.27045825245236838258e+0,
                2.41780725177450611770e-1,
                2.27238449892691845833e-2,
                7.74545014278341407640e-4);
        final double denominator = septic(
                r,
                1.0,
                2.05319162663775882187e+0,
                1.67638483018380384940e+0,
                6.89767334985100004550e-1,
                1.48103976427480074590e-1,
                1.51986665636164571966e-2,
                5.47593808499534494600e-4,
                1.05075007164441684324e-9);
        return numerator / denominator;
    }

    private static double farTail(final double r) {
        final double numerator = septic(
                r,
                6.65790464350110377720e+0,
                5.46378491116411436990e+0,
                1.78482653991729133580e+0,
                2.96560571828504891230e-1,
                2.65321895265761230930e-2,
                1.24266094738807843860e-3,
                2.71155556874348757815e-5,
                2.01033439929228813265e-7);
        final double denominator = septic(
                r,
                1.0,
                5.99832206555887937690e-1,
                1.36929880922735805310e-1,
                1.48753612908506148525e-2,
                7.86869131145613259100e-4,
                1.84631831751005468180e-5,
                1.42151175831644588870e-7,
                2.04426310338993978564e-15);
        return numerator / denominator;
    }

    private static double septic(
            final double r,
            final double c0,
            final double c1,
            final double c2,
            final double c3,
            final double c4,
            final double c5,
            final double c6,
            final double c7) {
        return ((((((c7 * r + c6) * r + c5) * r + c4) * r + c3) * r + c2) * r + c1) * r + c0;
    }
}
