package org.ranvier.rpu.read;

/** Bound management: by what inputs are divided so that read-outs stay in range, and when to give up. */
final class RangeControl {
    private final BoundManagement management;
    private final boolean worstCaseFirst;
    private final float largestDivisor;
    private float divisor;

    /** Transposed reads have no bound management. */
    RangeControl(final ReadSpec spec, final boolean transposed) {
        management = transposed ? BoundManagement.NONE : spec.boundManagement();
        worstCaseFirst = spec.noiseManagement() == NoiseManagement.ABS_MAX_NP_SUM;
        final double step = spec.inputStep();
        final double coarsest = step > 0 ? spec.get(ReadOption.MAX_BM_RES) / step : Double.POSITIVE_INFINITY;
        largestDivisor = (float) Math.min(spec.get(ReadOption.MAX_BM_FACTOR), coarsest);
    }

    /** Starts a read. */
    void start() {
        divisor = 1;
    }

    /** @return what inputs are divided by in this attempt */
    float divisor() {
        return divisor;
    }

    /**
     * Asks before an attempt whether it starts over with the worst-case scale.
     *
     * @param attempts attempts so far
     * @return whether it does; the divisor is 1 then
     */
    boolean startsOver(final int attempts) {
        final boolean over = attempts == 1 && management == BoundManagement.ITERATIVE_WORST_CASE && !worstCaseFirst;
        if (over) {
            divisor = 1;
        }
        return over;
    }

    /**
     * Asks after an attempt whether it is the last.
     *
     * @param inside whether all read-outs were in range
     * @return whether its result stands
     */
    boolean accepts(final boolean inside) {
        return inside || management == BoundManagement.NONE || divisor > largestDivisor;
    }

    /** Halves the inputs of the next attempt. */
    void widen() {
        divisor *= 2;
    }
}
