package org.ranvier.programs.fostdgd;

/** The gamma function, by the approximation of Lanczos (1964) with g = 7 and nine terms; relative error below 1e-13. */
public final class Gamma {
    private static final double G = 7;
    private static final double[] TERMS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private Gamma() {}

    /**
     * Computes it.
     *
     * @param x above 0
     * @return gamma of x
     */
    public static double of(final double x) {
        // Gamma(x) = Gamma(x + 1) / x, so that the series is used at 0 and above.
        double sum = TERMS[0];
        for (int i = 1; i < TERMS.length; i++) {
            sum += TERMS[i] / (x + i);
        }
        final double base = x + G + 0.5;
        return StrictMath.sqrt(2 * Math.PI) * StrictMath.pow(base, x + 0.5) * StrictMath.exp(-base) * sum / x;
    }
}
