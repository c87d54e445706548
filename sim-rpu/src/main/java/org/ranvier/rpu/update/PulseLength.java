package org.ranvier.rpu.update;

import org.ranvier.core.error.ConfigurationException;

/**
 * The pulse length BL of an update and the factors that turn values into probabilities: B for rows, A for columns.
 *
 * <p>The rules of aihwkit, with g the granularity, xm = max|x| and dm = gradScale max|d|:
 * <pre>
 * k = lr xm dm / g
 * BL = desired, or min(ceil k, desired) with BL management, or max(ceil(lr / g), 1) when neither fixed nor enough
 * A = B = sqrt(lr / (g BL)), or 1 in the last case
 * update management: A *= sqrt(xm / dm), B *= sqrt(dm / xm), where dm is reduced by desired / k when k &gt; desired
 * </pre>
 * So lr x d = g BL (B x)(A d) as long as no probability exceeds 1. Computed in single precision like the original: where a
 * probability or count lies on the edge between two roundings, both then round alike.
 */
final class PulseLength {
    private final UpdateSpec spec;
    private int slots;
    private float rowScale;
    private float columnScale;

    PulseLength(final UpdateSpec spec) {
        this.spec = spec;
    }

    /** Chooses for a learning rate of 0 or more; {@link #slots} is 0 when nothing is to be done. */
    void choose(final float[] x, final float[] d, final double learningRate, final double granularity) {
        final float rate = (float) learningRate;
        final float step = (float) granularity;
        slots = 0;
        if (rate == 0) {
            return;
        }
        if (!spec.updateManagement()) {
            scale(rate, step, spec.desiredBl(), spec.fixedBl());
            return;
        }
        final float xMost = magnitude(x);
        float dMost = magnitude(d) * (float) spec.gradScale();
        if (xMost == 0 || dMost == 0) {
            return;
        }
        final float needed = rate * xMost * dMost / step;
        final int desired = spec.desiredBl();
        final boolean shorter = spec.updateBlManagement();
        scale(rate, step, shorter ? (int) Math.min(Math.ceil(needed), desired) : desired, shorter || spec.fixedBl());
        if (needed > desired) {
            dMost *= desired / needed;
        }
        rowScale *= (float) Math.sqrt(dMost / xMost);
        columnScale *= (float) Math.sqrt(xMost / dMost);
    }

    private void scale(final float rate, final float step, final int length, final boolean fixed) {
        if (fixed || step * length >= rate) {
            slots = length;
            rowScale = (float) Math.sqrt(rate / (step * length));
        } else {
            final double needed = Math.max(Math.ceil(rate / step), 1);
            if (needed > UpdateSpec.MOST_BL) {
                throw ConfigurationException.of(
                        "learning rate", rate, "at most " + UpdateSpec.MOST_BL + " times the granularity " + step);
            }
            slots = (int) needed;
            rowScale = 1;
        }
        columnScale = rowScale;
    }

    private static float magnitude(final float[] values) {
        float most = 0;
        for (final float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    /** @return BL; 0 means no update */
    int slots() {
        return slots;
    }

    /** @return B, the factor from |x| to a row's probability */
    float rowScale() {
        return rowScale;
    }

    /** @return A, the factor from |d| to a column's probability */
    float columnScale() {
        return columnScale;
    }
}
