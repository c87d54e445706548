package org.ranvier.rpu.pcm;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Fixed;

/**
 * Trained weights held in phase-change memory: programmed once, then asked what a read some time later sees.
 *
 * <p>A weight is a pair of devices, g+ = max(w, 0) / max|w| and g- = max(-w, 0) / max|w| of the largest conductance. Time is in
 * seconds after programming. The noise of a read belongs to its number: reads with equal time and number are equal, and the
 * product of a whole batch is usually one number. Nothing is allocated after construction.
 */
public final class PcmWeights {
    private static final double MOST_SECONDS = 1e12;
    private static final long MOST_NUMBER = 1L << 44;

    private final PcmSpec spec;
    private final DriftCompensation compensation;
    private final int rows;
    private final int columns;
    private final PcmDevices positive;
    private final PcmDevices negative;
    private final double[][] plus;
    private final double[][] minus;
    private final double[] factor;
    private final double[] reference;
    private final double[] magnitude;
    private double weightRange;
    private long programmings;

    /**
     * @param spec the devices
     * @param compensation how drift is compensated
     * @param site shape and noise address
     */
    public PcmWeights(final PcmSpec spec, final DriftCompensation compensation, final ArraySite site) {
        if (spec == null || compensation == null) {
            throw ConfigurationException.of("pcm", null, "a device and NONE, GLOBAL or PER_COLUMN compensation");
        }
        this.spec = spec;
        this.compensation = compensation;
        rows = site.rows();
        columns = site.columns();
        positive = new PcmDevices(spec, site.part(0));
        negative = new PcmDevices(spec, site.part(1));
        plus = new double[rows][columns];
        minus = new double[rows][columns];
        factor = new double[columns];
        reference = new double[columns];
        magnitude = new double[columns];
    }

    /**
     * Programs all devices anew; drift starts over.
     *
     * @param weights weights in Q20, row then column
     */
    public void program(final int[][] weights) {
        int largest = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                largest = Math.max(largest, Math.abs(weights[i][j]));
            }
        }
        weightRange = Fixed.toDouble(largest);
        final double perUnit = largest == 0 ? 0 : 1.0 / largest;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                positive.program(i, j, perUnit * Math.max(weights[i][j], 0), programmings);
                negative.program(i, j, perUnit * Math.max(-weights[i][j], 0), programmings);
                plus[i][j] = positive.programmed(i, j);
                minus[i][j] = negative.programmed(i, j);
            }
        }
        programmings++;
        measure(reference);
    }

    /**
     * Gives the weights that a read sees, compensated.
     *
     * @param seconds time after programming: 0..1e12
     * @param number the read's number, below 2^44
     * @param weights where they go, in Q20, row then column
     */
    public void read(final double seconds, final long number, final int[][] weights) {
        conductances(seconds, number, plus, minus);
        findFactors();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                weights[i][j] = Fixed.of(weightRange * factor[j] * (plus[i][j] - minus[i][j]));
            }
        }
    }

    /**
     * Gives the conductances that a read meets, to be put into a circuit.
     *
     * @param seconds time after programming: 0..1e12
     * @param number the read's number, below 2^44
     * @param toPlus where g+ goes, as fractions of the largest conductance, row then column
     * @param toMinus where g- goes
     */
    public void conductances(
            final double seconds, final long number, final double[][] toPlus, final double[][] toMinus) {
        final double logTime = logTime(seconds, number);
        final double growth = spec.read().growth(seconds + spec.drift().startSeconds());
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                toPlus[i][j] = positive.read(i, j, logTime, growth, number);
                toMinus[i][j] = negative.read(i, j, logTime, growth, number);
            }
        }
    }

    /** @return the weight whose devices were programmed to the largest conductance: the largest magnitude */
    public double weightRange() {
        return weightRange;
    }

    /**
     * Gives the compensation of the last {@link #read}.
     *
     * @param column a column
     * @return the factor on its read-outs
     */
    public double factor(final int column) {
        return factor[column];
    }

    private double logTime(final double seconds, final long number) {
        ConfigurationException.checkRange("pcm.seconds", seconds, 0, MOST_SECONDS);
        if (number < 0 || number >= MOST_NUMBER) {
            throw ConfigurationException.of("pcm.read_number", number, "0.." + (MOST_NUMBER - 1));
        }
        return spec.drift().logTime(seconds);
    }

    private void findFactors() {
        if (compensation == DriftCompensation.NONE) {
            Arrays.fill(factor, 1);
            return;
        }
        measure(magnitude);
        if (compensation == DriftCompensation.GLOBAL) {
            Arrays.fill(factor, ratio(sum(reference), sum(magnitude)));
        } else {
            for (int j = 0; j < columns; j++) {
                factor[j] = ratio(reference[j], magnitude[j]);
            }
        }
    }

    /** An array, or column, that shows nothing is left as it is. */
    private static double ratio(final double before, final double now) {
        return before > 0 && now > 0 ? before / now : 1;
    }

    private void measure(final double[] sums) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sums[j] += Math.abs(plus[i][j] - minus[i][j]);
            }
        }
    }

    private static double sum(final double[] terms) {
        double total = 0;
        for (final double term : terms) {
            total += term;
        }
        return total;
    }
}
