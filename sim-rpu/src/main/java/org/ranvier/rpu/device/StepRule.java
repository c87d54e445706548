package org.ranvier.rpu.device;

/**
 * What one pulse does to a device, before its bounds: the physics of a device type, for some devices of one row at a time.
 *
 * <p>Working on a row keeps the loop, and the row's parameters, inside the rule: one call a row instead of one a device.
 */
public interface StepRule {
    /**
     * Gives one up pulse each to some devices of a row.
     *
     * @param row the row
     * @param state weights of the row's devices, to be changed; not clipped here
     * @param columns the devices' columns
     * @param count how many
     * @param noise one standard normal number per device, in the order of {@code columns}; zeros when not {@link #noisy}
     */
    void up(int row, double[] state, int[] columns, int count, float[] noise);

    /**
     * Gives one down pulse each to some devices of a row.
     *
     * @param row the row
     * @param state weights of the row's devices, to be changed; not clipped here
     * @param columns the devices' columns
     * @param count how many
     * @param noise one standard normal number per device, in the order of {@code columns}; zeros when not {@link #noisy}
     */
    void down(int row, double[] state, int[] columns, int count, float[] noise);

    /** @return whether pulses need noise */
    boolean noisy();

    /**
     * Finds a way to give many pulses at once.
     *
     * @param parameters the devices' bounds
     * @return one of the same law, or null when there is none
     */
    default BulkRule bulk(final DeviceParameters parameters) {
        return null;
    }
}
