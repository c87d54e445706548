package org.ranvier.rpu.read;

/** Converters' arithmetic on whole lines of numbers, in loops that the compiler vectorises. */
final class Rounding {
    /**
     * Adding and subtracting this leaves a float rounded to an integer, halves to even, below 2^22 in magnitude. Numbers beyond are
     * off by a few units, but clipped anyway: a converter has at most half a million steps on either side.
     */
    private static final float INTEGERS = 0x1.8p23f;

    private Rounding() {}

    /** Rounds to multiples of a step. */
    static void round(final float[] values, final int count, final float step) {
        for (int i = 0; i < count; i++) {
            values[i] = (values[i] / step + INTEGERS - INTEGERS) * step;
        }
    }

    /** Rounds to one of the two next multiples of a step, so that the mean is kept. */
    static void round(final float[] values, final int count, final float step, final float[] centred) {
        for (int i = 0; i < count; i++) {
            values[i] = (values[i] / step + centred[i] + INTEGERS - INTEGERS) * step;
        }
    }

    /** Clips to a range. */
    static void clip(final float[] values, final int count, final float bound) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(-bound, Math.min(bound, values[i]));
        }
    }

    /** Adds noise. */
    static void add(final float[] values, final int count, final float scale, final float[] noise) {
        for (int i = 0; i < count; i++) {
            values[i] += scale * noise[i];
        }
    }

    /** Weakens negative numbers. */
    static void weaken(final float[] values, final int count, final float asymmetry) {
        final float kept = 1 - asymmetry;
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(values[i], 0) + kept * Math.min(values[i], 0);
        }
    }
}
