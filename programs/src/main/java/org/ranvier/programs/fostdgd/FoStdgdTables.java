package org.ranvier.programs.fostdgd;

/** The tables that the host computes: some depend on the order, and are sent to the cores as packets. */
public final class FoStdgdTables {
    /** Codes of a last step. */
    public static final int CODES = 64;

    /** Entries of each range of the power table. */
    static final int RANGE = 256;

    private static final int CODES_AN_OCTAVE = 4;
    private static final double ONE_GAIN = 64;
    private static final double LSB = 1.0 / FoStdgdRule.UNIT;
    private static final double ONE_Q20 = 1 << 20;
    private static final int RANGES = 3;
    private static final int RANGE_SHIFT = 4;

    private FoStdgdTables() {}

    /**
     * Tabulates the gain of a step by the code c of the last one, ((2^(c/4) LSB + eps)^(1-order)) / Gamma(2-order), LSB 2^-12.
     *
     * @param order the order, in (0, 2)
     * @param epsilon eps, in weights
     * @return 64 gains in units of 1/64, rounded half up
     */
    public static int[] gains(final double order, final double epsilon) {
        final double gamma = Gamma.of(2 - order);
        final int[] table = new int[CODES];
        for (int c = 0; c < CODES; c++) {
            final double last = StrictMath.pow(2, (double) c / CODES_AN_OCTAVE) * LSB + epsilon;
            table[c] = (int) Math.floor(ONE_GAIN * StrictMath.pow(last, 1 - order) / gamma + 0.5);
        }
        return table;
    }

    /**
     * Tabulates the code of a step, round(4 log2 step), at most 63; 0 for 0.
     *
     * @param most the largest step, in units of 2^-12
     * @return most + 1 codes
     */
    static int[] codes(final int most) {
        final int[] table = new int[most + 1];
        for (int step = 1; step <= most; step++) {
            final double code = CODES_AN_OCTAVE * StrictMath.log(step) / StrictMath.log(2);
            table[step] = (int) Math.min(CODES - 1, Math.floor(code + 0.5));
        }
        return table;
    }

    /**
     * Tabulates 1/u for u = threshold, threshold + 2^shift, .., at the middle of each interval.
     *
     * @param threshold the threshold
     * @param shift log2 of the step of u
     * @param one 1 in the units of threshold and u
     * @return 64 reciprocals, Q12
     */
    static int[] reciprocals(final int threshold, final int shift, final int one) {
        final int[] table = new int[CODES];
        for (int i = 0; i < CODES; i++) {
            final double middle = threshold + (i + 0.5) * (1L << shift);
            table[i] = (int) Math.floor(FoStdgdRule.UNIT * (double) one / middle + 0.5);
        }
        return table;
    }

    /**
     * Tabulates the neuron's share of the separable step, (mu |delta| / Gamma(2-order))^(1/order), at most the clip: for |delta| 0..255,
     * then at the middle of intervals of 16 and of 256.
     *
     * @param rule the rule
     * @param order the order
     * @param scale what a delta of 1 is as an integer
     * @return 768 shares, Q20
     */
    static int[] powers(final FoStdgdRule rule, final double order, final double scale) {
        final double factor = rule.rate() / Gamma.of(2 - order) / scale;
        final int[] table = new int[RANGES * RANGE];
        for (int i = 0; i < table.length; i++) {
            final int shift = RANGE_SHIFT * (i / RANGE);
            final double delta = (i % RANGE << shift) + (shift == 0 ? 0 : 1 << shift - 1);
            final double share = StrictMath.pow(factor * delta, 1 / order);
            table[i] = (int) Math.rint(Math.min(rule.clip(), share) * ONE_Q20);
        }
        return table;
    }

    /**
     * Tabulates the axon's share of the separable step, (count / steps)^(1/order).
     *
     * @param steps steps of a sample
     * @param order the order
     * @return steps + 1 shares, Q20
     */
    static int[] roots(final int steps, final double order) {
        final int[] table = new int[steps + 1];
        for (int count = 0; count <= steps; count++) {
            table[count] = (int) Math.rint(StrictMath.pow((double) count / steps, 1 / order) * ONE_Q20);
        }
        return table;
    }
}
