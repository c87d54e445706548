package org.ranvier.testbench.reference.sfdfa;

import org.ranvier.core.error.ConfigurationException;

/**
 * The clock of the neurons: decays are shifts, so time constants are powers of two.
 *
 * @param steps of a sample, 1..1024
 * @param lastInput the step in which the darkest pixels that fire do so, 0..steps-1
 * @param membraneShift a potential moves by 2^-shift of its distance to the current in a step, 1..15
 * @param currentShift a current loses 2^-shift of itself in a step, 1..15
 */
public record SfdfaTiming(int steps, int lastInput, int membraneShift, int currentShift) {
    private static final double RHO_ONE = 4096;

    /**
     * Checks.
     *
     * @throws ConfigurationException naming the field, its value and what is allowed
     */
    public SfdfaTiming {
        ConfigurationException.checkRange("steps", steps, 1, 1024);
        ConfigurationException.checkRange("lastInput", lastInput, 0, steps - 1);
        ConfigurationException.checkRange("membraneShift", membraneShift, 1, 15);
        ConfigurationException.checkRange("currentShift", currentShift, 1, 15);
    }

    /**
     * Tells when a pixel fires: the brighter the sooner, black never.
     *
     * @param pixel brightness, 0..255
     * @return the step, rounded half to even; -1 for never
     */
    public int inputStep(final int pixel) {
        return pixel == 0 ? -1 : (int) Math.rint((255 - pixel) * lastInput / 255.0);
    }

    /** @return decay of a potential in 0, 1, 2 .. steps-1 steps, Q12, to the nearest */
    int[] rho() {
        final int[] table = new int[steps];
        double decay = 1;
        for (int k = 0; k < steps; k++) {
            table[k] = (int) Math.floor(RHO_ONE * decay + 0.5);
            decay *= 1 - Math.pow(2, -membraneShift);
        }
        return table;
    }
}
