package org.ranvier.rpu.read;

/** The output side of a pass: non-linearity, noise, and conversion to numbers. */
final class OutputConverter {
    private final float bound;
    private final float step;
    private final boolean stochastic;
    private final boolean noisy;
    private final boolean curved;
    private final boolean testNegative;
    private final float asymmetry;
    private final OutputLines lines;

    OutputConverter(final ReadSpec spec, final OutputLines lines) {
        bound = spec.get(ReadOption.OUT_BOUND) > 0 ? (float) spec.get(ReadOption.OUT_BOUND) : Float.POSITIVE_INFINITY;
        step = spec.outputStep();
        stochastic = spec.on(ReadOption.OUT_STO_ROUND);
        noisy = spec.get(ReadOption.OUT_NOISE) > 0;
        curved = spec.get(ReadOption.OUT_NONLINEARITY) > 0 || spec.get(ReadOption.SLOPE_CALIBRATION) > 0;
        testNegative = spec.on(ReadOption.BM_TEST_NEGATIVE_BOUND);
        asymmetry = (float) spec.get(ReadOption.OUT_ASYMMETRY);
        this.lines = lines;
    }

    /**
     * Converts currents in place.
     *
     * @return whether all stayed inside the range
     */
    boolean convert(final float[] y, final ReadNoise random, final boolean negativePass) {
        if (curved) {
            bend(y);
        }
        if (asymmetry > 0) {
            Rounding.weaken(y, y.length, asymmetry);
        }
        if (noisy) {
            disturb(y, random.normals(negativePass ? ReadNoise.Use.OUTPUT_NEGATIVE : ReadNoise.Use.OUTPUT));
        }
        if (step > 0 && stochastic) {
            final ReadNoise.Use use =
                    negativePass ? ReadNoise.Use.OUTPUT_ROUNDING_NEGATIVE : ReadNoise.Use.OUTPUT_ROUNDING;
            Rounding.round(y, y.length, step, random.centred(use));
        } else if (step > 0) {
            Rounding.round(y, y.length, step);
        }
        return clip(y);
    }

    private void bend(final float[] y) {
        final float[] n = lines.nonlinearity();
        final float slope = lines.slope();
        for (int i = 0; i < y.length; i++) {
            y[i] = slope * y[i] / (1 + Math.abs(n[i] * y[i]));
        }
    }

    private void disturb(final float[] y, final float[] normals) {
        final float[] strength = lines.noise();
        for (int i = 0; i < y.length; i++) {
            y[i] += strength[i] * normals[i];
        }
    }

    /**
     * Clips, and tests the range. The code of full scale counts as outside only when its float is: 12.000001 for a range of 12 with
     * 510 steps (the default), but 10 for 10 with 254 and 20 for 20 with 510. aihwkit's figures show this difference.
     */
    private boolean clip(final float[] y) {
        boolean inside = true;
        for (int i = 0; i < y.length; i++) {
            if (y[i] > bound) {
                y[i] = bound;
                inside = false;
            } else if (y[i] < -bound) {
                y[i] = -bound;
                inside &= !testNegative;
            }
        }
        return inside;
    }
}
