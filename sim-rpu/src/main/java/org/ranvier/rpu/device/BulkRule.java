package org.ranvier.rpu.device;

/**
 * Gives a device all its pulses of an update in one change, as long as its bounds are out of reach meanwhile: the change has the
 * law of the pulses one by one.
 */
public interface BulkRule {
    /**
     * Computes what the pulses of a row's devices change.
     *
     * @param row the row, for which the guard has just been asked
     * @param held the devices' weights, for reading only
     * @param counts pulses per column, positive up and negative down
     * @param normals a standard normal number per column; anything when the devices have no noise
     * @param change gets the changes in weights, bounds disregarded; 0 for devices without pulses, and anything for devices that
     *     the guard found
     */
    void change(int row, Held held, int[] counts, float[] normals, float[] change);

    /**
     * Makes the guard that goes with the rule.
     *
     * @param parameters the devices' bounds
     * @return it
     */
    BulkGuard guard(DeviceParameters parameters);
}
