package org.ranvier.rpu.device;

/** A {@link BulkRule} whose mean steps have a largest one in every row, by which a {@link BoundGuard} tells how far devices get. */
interface BoundedSteps extends BulkRule {
    /** The most pulses of one device that {@link #change} takes. */
    int MOST = 32;

    /**
     * Bounds the steps of a row.
     *
     * @param row the row
     * @return the largest mean step of a pulse of any of its devices, in weights
     */
    double largestStep(int row);

    /** @return standard deviation of a pulse's step, relative to {@link #largestStep} at most */
    double relativeNoise();

    /**
     * Says which devices must be pulsed one by one wherever they are.
     *
     * @param row the row
     * @param column the column
     * @return whether the law would not hold for it
     */
    default boolean excludes(final int row, final int column) {
        return false;
    }

    /** @return whether steps vanish at the bound ahead of them, so that only noise can carry a device back to a bound */
    default boolean selfLimiting() {
        return false;
    }

    @Override
    default BulkGuard guard(final DeviceParameters parameters) {
        return new BoundGuard(parameters.upper(), parameters.lower(), this);
    }
}
