package org.ranvier.testbench.reference.sfdfa;

import org.ranvier.core.error.ConfigurationException;

/**
 * What is particular to the neurons of one layer and the weights that lead to them.
 *
 * @param threshold at which a neuron fires, Q16, 16 or more
 * @param low start weights are drawn from low.., Q10, and then rounded down to their format
 * @param high ..high, without high itself unless it equals low, Q10
 * @param rateShift the learning rate is 2^-shift; 0..31
 * @param bits of a weight, 2..16; weights saturate
 * @param fraction of these bits, how many are behind the point; 0..10
 */
public record SfdfaLayerSpec(int threshold, int low, int high, int rateShift, int bits, int fraction) {
    /**
     * Checks.
     *
     * @throws ConfigurationException naming the field, its value and what is allowed
     */
    public SfdfaLayerSpec {
        ConfigurationException.checkRange("threshold", threshold, 16, Integer.MAX_VALUE);
        ConfigurationException.checkRange("rateShift", rateShift, 0, 31);
        ConfigurationException.checkRange("bits", bits, 2, 16);
        ConfigurationException.checkRange("fraction", fraction, 0, 10);
        ConfigurationException.checkRange("low", low, -(1 << bits + 9 - fraction), high);
        ConfigurationException.checkRange("high", high, low, (1 << bits + 9 - fraction) - 1);
    }

    /**
     * @param threshold at which a neuron fires, Q16
     * @param low start weights are drawn from low.., Q10
     * @param high ..high, Q10
     * @param rateShift the learning rate is 2^-shift
     * @return a layer with weights of 16 bits, 10 of them behind the point
     */
    public static SfdfaLayerSpec of(final int threshold, final int low, final int high, final int rateShift) {
        return new SfdfaLayerSpec(threshold, low, high, rateShift, 16, 10);
    }

    /**
     * @param newBits of a weight of the copy
     * @param newFraction of these, how many are behind the point
     * @return a copy that differs in them
     */
    public SfdfaLayerSpec withWeights(final int newBits, final int newFraction) {
        return new SfdfaLayerSpec(threshold, low, high, rateShift, newBits, newFraction);
    }

    /**
     * @param newRateShift the learning rate of the copy is 2^-shift
     * @return a copy that differs in it
     */
    public SfdfaLayerSpec withRateShift(final int newRateShift) {
        return new SfdfaLayerSpec(threshold, low, high, newRateShift, bits, fraction);
    }

    /**
     * @param newThreshold threshold of the copy, Q16
     * @return a copy that differs in it
     */
    public SfdfaLayerSpec withThreshold(final int newThreshold) {
        return new SfdfaLayerSpec(newThreshold, low, high, rateShift, bits, fraction);
    }

    /**
     * @param newLow smallest start weight
     * @param newHigh largest start weight
     * @return a copy that differs in them
     */
    public SfdfaLayerSpec withStart(final int newLow, final int newHigh) {
        return new SfdfaLayerSpec(threshold, newLow, newHigh, rateShift, bits, fraction);
    }
}
