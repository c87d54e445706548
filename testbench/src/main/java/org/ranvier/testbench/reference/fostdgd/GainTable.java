package org.ranvier.testbench.reference.fostdgd;

/** The fractional gain of a step by the code of the last one, and that code. */
final class GainTable {
    private static final int CODES = 64;
    private static final double ONE = 64;

    private GainTable() {}

    /** @return (2^(c/4) / 4096 + eps)^(1-order) / Gamma(2-order) for c = 0..63, in units of 1/64 */
    static int[] gains(final double order, final double epsilon) {
        final int[] gains = new int[CODES];
        for (int c = 0; c < CODES; c++) {
            gains[c] = (int) Math.floor(ONE
                            * gain(order, StrictMath.exp(c / 4.0 * StrictMath.log(2)) / FoStdgdSpec.UNIT + epsilon)
                    + 0.5);
        }
        return gains;
    }

    /** The gain in real numbers of a last step with eps already added. */
    static double gain(final double order, final double last) {
        return StrictMath.exp((1 - order) * StrictMath.log(last) - logGamma(2 - order));
    }

    /** @return the code of a step of 0 or more units, round(4 log2 step) within 0..63 */
    static int code(final int step) {
        return step == 0 ? 0 : Math.min(CODES - 1, (int) Math.rint(4 * StrictMath.log(step) / StrictMath.log(2)));
    }

    /** The logarithm of the gamma function by Stirling's series, after moving the argument beyond 20. */
    static double logGamma(final double x) {
        double product = 1;
        double z = x;
        while (z < 20) {
            product *= z;
            z++;
        }
        final double inverse = 1 / z;
        final double square = inverse * inverse;
        final double series =
                inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680))));
        return (z - 0.5) * StrictMath.log(z) - z + 0.5 * StrictMath.log(2 * Math.PI) + series - StrictMath.log(product);
    }
}
