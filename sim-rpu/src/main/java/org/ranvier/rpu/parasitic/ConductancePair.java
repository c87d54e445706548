package org.ranvier.rpu.parasitic;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.Fixed;

/**
 * How a signed weight becomes two conductances, one in an array for positive and one in an array for negative parts, whose read-outs
 * are subtracted: the differential pair.
 *
 * <p>With lowest = 1 / onOffRatio, in units of the conductance of a weight of {@code weightRange}:
 * <pre>
 * g+ = lowest + (1 - lowest) max(w, 0) / weightRange
 * g- = lowest + (1 - lowest) max(-w, 0) / weightRange
 * w  = (g+ - g-) weightRange / (1 - lowest)
 * </pre>
 * A weight beyond the range is a conductance above 1, not an error: devices differ.
 *
 * @param weightRange the weight at conductance 1, where wire resistances are stated: 2^-20..1024
 * @param onOffRatio conductance of that weight over that of weight 0: 1.01..1e9
 */
public record ConductancePair(double weightRange, double onOffRatio) {
    /** Checks the ranges. */
    public ConductancePair {
        ConfigurationException.checkRange("parasitic.weight_range", weightRange, 0x1p-20, Fixed.LIMIT);
        ConfigurationException.checkRange("parasitic.on_off_ratio", onOffRatio, 1.01, 1e9);
    }

    /** @return conductance of a device at weight 0 */
    public double lowest() {
        return 1 / onOffRatio;
    }

    /**
     * Gives what a difference of conductances, or of currents at inputs in weights' units, stands for.
     *
     * @return weights per conductance
     */
    public double weightPerConductance() {
        return weightRange / (1 - lowest());
    }

    /**
     * Maps a plane of weights.
     *
     * @param weights weights in Q20, row then column
     * @param positive where g+ goes, of the same shape
     * @param negative where g- goes
     */
    public void conductances(final int[][] weights, final double[][] positive, final double[][] negative) {
        final double lowest = lowest();
        final double perUnit = (1 - lowest) / weightRange / Fixed.ONE;
        for (int i = 0; i < weights.length; i++) {
            final int[] row = weights[i];
            for (int j = 0; j < row.length; j++) {
                final double g = perUnit * row[j];
                positive[i][j] = lowest + Math.max(g, 0);
                negative[i][j] = lowest + Math.max(-g, 0);
            }
        }
    }
}
