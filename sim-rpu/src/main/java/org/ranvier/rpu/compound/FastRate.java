package org.ranvier.rpu.compound;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/**
 * The learning rate under which the fast device of a transfer compound is updated.
 *
 * <p>With a fast rate f it is f, times the learning rate where that scales it; without (f = 0) it is the learning rate. With
 * automatic scale it is multiplied by BL g / (mx md), g the fast device's granularity and mx, md running means of max|x| and
 * max|d|, so that an average update fills f of the pulse train. A negative learning rate turns it round.
 */
final class FastRate implements Stateful {
    private final double fast;
    private final boolean scaled;
    private final boolean automatic;
    private final double momentum;
    private final double granularity;
    private double xMean;
    private double dMean;

    /**
     * @param fast the fast rate, 0 for the learning rate
     * @param scaled whether it is relative to the learning rate
     * @param automatic whether it adapts to the values; needs a fast rate
     * @param momentum share of the past in the running means: 0..1
     * @param granularity the fast device's granularity, in weights
     */
    FastRate(
            final double fast,
            final boolean scaled,
            final boolean automatic,
            final double momentum,
            final double granularity) {
        this.fast = fast;
        this.scaled = scaled;
        this.automatic = automatic && fast > 0;
        this.momentum = momentum;
        this.granularity = granularity;
    }

    /**
     * Finds the rate of one update.
     *
     * @param x one value per row
     * @param d one value per column
     * @param learningRate the update's learning rate
     * @param length pulse length BL of the array's pulse generator
     * @return the fast device's learning rate
     */
    double of(final float[] x, final float[] d, final double learningRate, final int length) {
        if (fast == 0) {
            return learningRate;
        }
        final double base = scaled ? fast * learningRate : Math.copySign(fast, learningRate);
        if (!automatic) {
            return base;
        }
        xMean = average(xMean, most(x));
        dMean = average(dMean, most(d));
        final double train = length * granularity;
        return xMean > 0 && dMean > 0 ? base * train / (xMean * dMean) : base * train;
    }

    private double average(final double mean, final double value) {
        if (mean <= 0) {
            return value;
        }
        return value <= 0 ? mean : momentum * mean + (1 - momentum) * value;
    }

    private static double most(final float[] values) {
        double most = 0;
        for (final float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    @Override
    public void save(final StateWriter out) {
        out.putLong(Double.doubleToRawLongBits(xMean)).putLong(Double.doubleToRawLongBits(dMean));
    }

    @Override
    public void restore(final StateReader in) {
        xMean = Double.longBitsToDouble(in.getLong());
        dMean = Double.longBitsToDouble(in.getLong());
    }
}
