package org.ranvier.testbench.reference.fostdgd;

/** Binary points of a layer: from errors to deltas, and from what learning starts from to steps. */
final class IntegerScale {
    private final double errorOne;
    private final double deltaOne;
    private final int shift;
    private final int rateShift;
    private final long multiplier;

    /**
     * Derives them.
     *
     * @param spec the run
     * @param errorOne an error of 1 as an integer
     */
    IntegerScale(final FoStdgdSpec spec, final double errorOne) {
        this.errorOne = errorOne;
        final double product = errorOne * spec.steps() * FoStdgdSpec.UNIT;
        shift = (int) Math.max(0, Math.ceil(StrictMath.log(product / 65_536) / StrictMath.log(2) - 1e-12));
        deltaOne = product / (1L << shift);
        final double from = spec.form() == FoStdgdSpec.Form.EXACT ? errorOne : deltaOne;
        final double factor = spec.mu() * 0x1p32 / (spec.steps() * from);
        int exponent = 0;
        while (factor * StrictMath.pow(2, exponent) < 0x1p29) {
            exponent++;
        }
        rateShift = exponent;
        multiplier = Math.round(factor * StrictMath.pow(2, exponent));
    }

    /** @return the scale of the layer below: its errors are weights in units of 2^-12 times deltas of this layer */
    IntegerScale below(final FoStdgdSpec spec) {
        return new IntegerScale(spec, FoStdgdSpec.UNIT * deltaOne);
    }

    /** @return a delta of 1 as an integer */
    double deltaOne() {
        return deltaOne;
    }

    /** @return error times summed 1/u, to the nearest */
    int delta(final int error, final int reciprocals) {
        return nearest((long) error * reciprocals, shift);
    }

    /** @return the learning signal of an error (exact) or a delta: a step per unit of eligibility, in units of 2^-32 */
    int signal(final int from) {
        return nearest(from * multiplier, rateShift);
    }

    /** Divides by 2^shift, halves up, within 32 bit. */
    static int nearest(final long value, final int shift) {
        return saturate(shift == 0 ? value : (value >> shift - 1) + 1 >> 1);
    }

    /** Limits to 32 bit. */
    static int saturate(final long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** @return an error of 1 as an integer */
    double errorOne() {
        return errorOne;
    }
}
