package org.ranvier.rpu.read;

/** The input side of a pass: scaling, conversion to voltages, and their noise. */
final class InputConverter {
    private final float bound;
    private final float step;
    private final boolean stochastic;
    private final float noise;
    private final float asymmetry;

    InputConverter(final ReadSpec spec) {
        bound = (float) spec.get(ReadOption.INP_BOUND);
        step = spec.inputStep();
        stochastic = spec.on(ReadOption.INP_STO_ROUND);
        noise = (float) spec.get(ReadOption.INP_NOISE);
        asymmetry = (float) spec.get(ReadOption.INP_ASYMMETRY);
    }

    /** Converts the inputs x times scale to voltages. */
    void convert(final float[] x, final float scale, final float[] volts, final ReadNoise random) {
        final int lines = volts.length;
        for (int i = 0; i < lines; i++) {
            volts[i] = x[i] * scale;
        }
        if (step > 0 && stochastic) {
            Rounding.round(volts, lines, step, random.centred(ReadNoise.Use.INPUT_ROUNDING));
        } else if (step > 0) {
            Rounding.round(volts, lines, step);
        }
        if (bound > 0) {
            Rounding.clip(volts, lines, bound);
        }
        if (noise > 0) {
            Rounding.add(volts, lines, noise, random.normals(ReadNoise.Use.INPUT));
        }
        if (asymmetry != 0) {
            Rounding.weaken(volts, lines, asymmetry);
        }
    }
}
