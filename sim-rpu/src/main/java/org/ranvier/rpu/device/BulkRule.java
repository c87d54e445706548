package org.ranvier.rpu.device;

/**
 * Gives a device all its pulses of an update in one change, as long as its bounds are out of reach meanwhile: the change has the
 * law of the pulses one by one.
 */
public interface BulkRule {
    /** The most pulses of one device that {@link #change} takes. */
    int MOST = 32;

    /**
     * Computes what the pulses of a row's devices change.
     *
     * @param row the row
     * @param held the devices' weights, for reading only
     * @param counts pulses per column, positive up and negative down, of magnitude {@link #MOST} or less
     * @param normals a standard normal number per column; anything when {@link #relativeNoise} is 0
     * @param change gets the changes in weights, bounds disregarded; 0 for devices without pulses
     */
    void change(int row, Held held, int[] counts, float[] normals, float[] change);

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
}
