package org.ranvier.rpu.read;

import java.util.Arrays;
import org.ranvier.core.random.RandomRow;

/** What differs between the outputs of one direction for good: strength of noise, voltage offset, non-linearity. */
final class OutputLines {
    private final float[] noise;
    private final float[] offset;
    private final float[] nonlinearity;
    private final float slope;

    /** Draws the differences under a key of their own. */
    OutputLines(final ReadSpec spec, final int lines, final long key) {
        final RandomRow random = new RandomRow(lines).at(key);
        noise = spread(spec.get(ReadOption.OUT_NOISE), spec.get(ReadOption.OUT_NOISE_STD), lines, random, 0);
        final double bound = spec.get(ReadOption.OUT_BOUND) > 0 ? spec.get(ReadOption.OUT_BOUND) : 1;
        final double curve = spec.get(ReadOption.OUT_NONLINEARITY) / bound;
        nonlinearity = spread(curve, spec.get(ReadOption.OUT_NONLINEARITY_STD), lines, random, 1);
        offset = new float[lines];
        random.normals(2, offset);
        for (int i = 0; i < lines; i++) {
            offset[i] = (float) Math.max(0, spec.get(ReadOption.V_OFFSET_STD) * offset[i]);
        }
        double sum = 0;
        for (final float n : nonlinearity) {
            sum += n;
        }
        final double bend = sum / lines + spec.get(ReadOption.R_SERIES);
        final double root = 1 + bend * spec.get(ReadOption.SLOPE_CALIBRATION) * bound;
        slope = (float) (root * root);
    }

    private static float[] spread(
            final double mean, final double spread, final int lines, final RandomRow random, final int draw) {
        final float[] values = new float[lines];
        if (spread > 0) {
            random.normals(draw, values);
            for (int i = 0; i < lines; i++) {
                values[i] = (float) Math.abs(mean * (1 + spread * values[i]));
            }
        } else {
            Arrays.fill(values, (float) mean);
        }
        return values;
    }

    /** @return the standard deviation of the noise before the converter, per output */
    float[] noise() {
        return noise;
    }

    /** @return the voltage offset, per output */
    float[] offset() {
        return offset;
    }

    /** @return n in y / (1 + n |y|), per output */
    float[] nonlinearity() {
        return nonlinearity;
    }

    /** @return the factor that makes up for non-linearity and series resistance at the calibrated output */
    float slope() {
        return slope;
    }
}
