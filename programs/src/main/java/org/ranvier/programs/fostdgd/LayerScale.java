package org.ranvier.programs.fostdgd;

import org.ranvier.core.error.ConfigurationException;

/**
 * The binary points of one layer: how an error becomes a delta, and a delta a step.
 *
 * <p>A delta of 1 is scale() as an integer, 2^15 to 2^16: enough bits, and sums over a layer of weights in Q12 stay within 32.
 *
 * @param shift right shift of error times summed 1/u to a delta
 * @param scale what a delta of 1 is as an integer
 * @param multiplier multiplier of the learning signal
 * @param rateShift right shift after it
 */
record LayerScale(int shift, double scale, int multiplier, int rateShift) {
    private static final double LARGEST = 1 << 16;
    private static final double ONE_Q8 = 1 << 8;
    private static final double ONE_Q12 = 1 << 12;
    private static final double ONE_Q20 = 1 << 20;
    private static final int MULTIPLIER_BITS = 29;
    private static final int MOST_SHIFT = 63;

    /** The scale of the output, whose errors are counts in Q8. */
    static LayerScale output(final FoStdgdRule rule) {
        return of(rule, ONE_Q8 * rule.steps());
    }

    /** The scale of the layer below one, whose errors are sums of weights in Q12 times deltas. */
    LayerScale below(final FoStdgdRule rule) {
        return of(rule, ONE_Q12 * scale);
    }

    private static LayerScale of(final FoStdgdRule rule, final double errorScale) {
        final double product = errorScale * ONE_Q12 * rule.steps();
        int shift = 0;
        while (StrictMath.scalb(product, -shift) > LARGEST) {
            shift++;
        }
        final double scale = StrictMath.scalb(product, -shift);
        final double signal = rule.eligibility() == Eligibility.EXACT ? errorScale : scale;
        final double factor = rule.rate() * FoStdgdRule.UNIT * ONE_Q20 / (rule.steps() * signal);
        final int rateShift = MULTIPLIER_BITS - Math.getExponent(factor);
        if (rateShift < 0 || rateShift > MOST_SHIFT) {
            throw ConfigurationException.of("--mu", rule.rate(), "a rate that 32 bit can hold with this many --steps");
        }
        return new LayerScale(shift, scale, (int) Math.rint(StrictMath.scalb(factor, rateShift)), rateShift);
    }
}
