package org.ranvier.rpu.read;

import java.util.Arrays;

/** Adds the noise of the weights to the currents of one pass; see {@link WeightNoise}. */
final class WeightDisturbance {
    private final WeightNoise type;
    private final float strength;
    private final PlaneProduct plane;
    private final boolean transposed;
    private final float[] squares;
    private final float[] deviation;

    WeightDisturbance(
            final ReadSpec spec,
            final PlaneProduct plane,
            final boolean transposed,
            final int inputLines,
            final int outputLines) {
        strength = (float) spec.get(ReadOption.W_NOISE);
        type = strength > 0 ? spec.weightNoise() : WeightNoise.NONE;
        this.plane = plane;
        this.transposed = transposed;
        squares = new float[inputLines];
        deviation = new float[outputLines];
    }

    /** Disturbs the currents. */
    void apply(
            final int[][] weights, final float[] volts, final float[] y, final ReadNoise noise, final boolean second) {
        if (type == WeightNoise.NONE) {
            return;
        }
        for (int j = 0; j < squares.length; j++) {
            squares[j] = volts[j] * volts[j];
        }
        if (type == WeightNoise.PCM_READ) {
            currents(weights);
        } else {
            Arrays.fill(deviation, norm());
        }
        final float[] normals = noise.normals(second ? ReadNoise.Use.WEIGHTS_NEGATIVE : ReadNoise.Use.WEIGHTS);
        for (int i = 0; i < y.length; i++) {
            y[i] += strength * deviation[i] * normals[i];
        }
    }

    private void currents(final int[][] weights) {
        if (transposed) {
            plane.transposedMagnitude(weights, squares, deviation);
        } else {
            plane.forwardMagnitude(weights, squares, deviation);
        }
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = (float) Math.sqrt(deviation[i]);
        }
    }

    private float norm() {
        double sum = 0;
        for (final float square : squares) {
            sum += square;
        }
        return (float) Math.sqrt(sum);
    }
}
