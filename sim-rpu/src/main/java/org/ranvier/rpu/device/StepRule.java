package org.ranvier.rpu.device;

/** What one pulse does to one device, before its bounds: the physics of a device type. */
public interface StepRule {
    /**
     * Computes the weight after an up pulse.
     *
     * @param row the device's row
     * @param column the device's column
     * @param weight the weight before, in weights
     * @param noise a standard normal number, or 0 when the rule is not {@link #noisy}
     * @return the weight after, not yet clipped
     */
    double up(int row, int column, double weight, double noise);

    /**
     * Computes the weight after a down pulse.
     *
     * @param row the device's row
     * @param column the device's column
     * @param weight the weight before, in weights
     * @param noise a standard normal number, or 0 when the rule is not {@link #noisy}
     * @return the weight after, not yet clipped
     */
    double down(int row, int column, double weight, double noise);

    /** @return whether pulses need a noise draw */
    boolean noisy();
}
