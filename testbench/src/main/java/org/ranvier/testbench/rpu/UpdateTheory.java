package org.ranvier.testbench.rpu;

import org.ranvier.rpu.update.UpdateSpec;

/**
 * The expected moments of a pulsed update of constant-step devices.
 *
 * <p>With p = px pd, noise c, spread g, sign s and BL slots: mean -s dw BL p, variance
 * dw^2 ((1 + g^2)(BL p (1 - p) + BL^2 p^2 + c^2 BL p) - BL^2 p^2), and covariance s s' dw^2 BL pd (1 - pd) px px' of devices that
 * share a d line, likewise of those that share an x line. Types without trains give K pulses for certain. The extra variance of
 * stochastic DAC rounding is left out.
 */
public final class UpdateTheory {
    private final OuterProductSpec spec;
    private final int slots;
    private final double columnScale;
    private final double rowScale;
    private final double[] px;
    private final double[] pd;

    UpdateTheory(final OuterProductSpec spec, final int slots, final double columnScale, final double rowScale) {
        this.spec = spec;
        this.slots = slots;
        this.columnScale = columnScale;
        this.rowScale = rowScale;
        px = probabilities(spec.x(), (float) rowScale, spec.update());
        pd = probabilities(spec.d(), (float) columnScale, spec.update());
    }

    private static double[] probabilities(final float[] values, final float scale, final UpdateSpec update) {
        final float step = update.stochasticRounding() ? 0 : (float) update.resolution();
        final double[] p = new double[values.length];
        for (int i = 0; i < p.length; i++) {
            final float exact = Math.abs(values[i]) * scale;
            p[i] = Math.min(step > 0 ? (float) Math.rint(exact / step) * step : exact, 1);
        }
        return p;
    }

    /** @return BL */
    public int slots() {
        return slots;
    }

    /** @return A, the factor on d */
    public double columnScale() {
        return columnScale;
    }

    /** @return B, the factor on x */
    public double rowScale() {
        return rowScale;
    }

    private int i(final int device) {
        return device / px.length;
    }

    private int j(final int device) {
        return device % px.length;
    }

    /** The sign of a device's change. */
    private double sign(final int device) {
        return -Math.signum(spec.learningRate()) * Math.signum(spec.x()[j(device)]) * Math.signum(spec.d()[i(device)]);
    }

    /** @return whether counts are random */
    private boolean random() {
        return spec.update().type().random();
    }

    /** The expected pulses of a device. */
    private double pulses(final int device) {
        final double product = slots * px[j(device)] * pd[i(device)];
        return switch (spec.update().type()) {
            case STOCHASTIC, STOCHASTIC_COMPRESSED -> product;
            case MEAN_COUNT -> meanCount((float) px[j(device)], (float) pd[i(device)]);
            default -> implicit((float) px[j(device)], (float) pd[i(device)]);
        };
    }

    private double meanCount(final float x, final float d) {
        return Math.rint((float) Math.rint(slots * x) * (float) Math.rint(slots * d) / slots);
    }

    private double implicit(final float x, final float d) {
        final float xStep = (float) spec.update().xResImplicit();
        final float dStep = (float) spec.update().dResImplicit();
        final float xs = xStep > 0 ? (float) Math.min(Math.rint(x / xStep) * xStep, 1) : x;
        final float ds = dStep > 0 ? (float) Math.min(Math.rint(d / dStep) * dStep, 1) : d;
        return Math.rint(slots * xs * ds);
    }

    /**
     * Expects the mean change of a device.
     *
     * @param device its number
     * @return in weights
     */
    public double mean(final int device) {
        return sign(device) * spec.step() * pulses(device);
    }

    /**
     * Names the change that the pulses stand for.
     *
     * @param device its number
     * @return -learningRate x d
     */
    public double ideal(final int device) {
        return -spec.learningRate() * spec.x()[j(device)] * spec.d()[i(device)];
    }

    /**
     * Expects the variance of a device's change.
     *
     * @param device its number
     * @return in squared weights
     */
    public double variance(final int device) {
        final double n = pulses(device);
        final double spread = spec.deviceSpread() * spec.deviceSpread();
        final double noise = spec.cycleNoise() * spec.cycleNoise();
        final double counts = random() ? n * (1 - n / Math.max(slots, 1)) : 0;
        return spec.step() * spec.step() * ((1 + spread) * (counts + n * n + noise * n) - n * n);
    }

    /**
     * Expects the covariance of two devices' changes.
     *
     * @param a a device
     * @param b another
     * @return in squared weights
     */
    public double covariance(final int a, final int b) {
        if (!random()) {
            return 0;
        }
        final double scale = sign(a) * sign(b) * spec.step() * spec.step() * slots;
        if (i(a) == i(b)) {
            return scale * pd[i(a)] * (1 - pd[i(a)]) * px[j(a)] * px[j(b)];
        }
        return j(a) == j(b) ? scale * px[j(a)] * (1 - px[j(a)]) * pd[i(a)] * pd[i(b)] : 0;
    }
}
