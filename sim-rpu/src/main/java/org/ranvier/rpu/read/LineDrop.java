package org.ranvier.rpu.read;

/**
 * The approximate voltage drop along the lines of outputs (aihwkit's {@code ir_drop}): input 0 is farthest from the converter.
 * With n inputs, the current {@code a = sum |w x| n / g} and {@code c = a (a (0.05 a - 0.2) + 0.5)},
 * <pre>
 * y -= ir_drop c sum w x_j (1 - (1 - j / n)^2)
 * </pre>
 */
final class LineDrop {
    private final float strength;
    private final float perRatio;
    private final PlaneProduct plane;
    private final boolean transposed;
    private final float[] shape;
    private final float[] inputs;
    private final float[] current;
    private final float[] drop;

    LineDrop(
            final ReadSpec spec,
            final PlaneProduct plane,
            final boolean transposed,
            final int inputLines,
            final int outputLines) {
        strength = (float) spec.get(ReadOption.IR_DROP);
        perRatio = (float) (inputLines / spec.get(ReadOption.IR_DROP_G_RATIO));
        this.plane = plane;
        this.transposed = transposed;
        shape = new float[inputLines];
        inputs = new float[inputLines];
        current = new float[outputLines];
        drop = new float[outputLines];
        for (int j = 0; j < inputLines; j++) {
            final float far = 1 - (float) j / inputLines;
            shape[j] = 1 - far * far;
        }
    }

    /** Subtracts the drop from the currents of one pass. */
    void apply(final int[][] weights, final float[] volts, final float[] y) {
        if (strength == 0) {
            return;
        }
        for (int j = 0; j < inputs.length; j++) {
            inputs[j] = Math.abs(volts[j]);
        }
        if (transposed) {
            plane.transposedMagnitude(weights, inputs, current);
        } else {
            plane.forwardMagnitude(weights, inputs, current);
        }
        for (int j = 0; j < inputs.length; j++) {
            inputs[j] = volts[j] * shape[j];
        }
        if (transposed) {
            plane.transposed(weights, inputs, drop);
        } else {
            plane.forward(weights, inputs, drop);
        }
        for (int i = 0; i < y.length; i++) {
            final float a = perRatio * current[i];
            y[i] -= strength * drop[i] * a * (a * (0.05f * a - 0.2f) + 0.5f);
        }
    }
}
