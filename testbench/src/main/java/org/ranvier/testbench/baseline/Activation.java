package org.ranvier.testbench.baseline;

/** What a hidden neuron makes of its input. */
public enum Activation {
    /** max(0, u). */
    RELU(Double.POSITIVE_INFINITY),

    /** u clipped to 0..1, the mean of a spiking neuron that fires with that probability. */
    CLIPPED_RELU(1);

    private final double ceiling;

    Activation(final double ceiling) {
        this.ceiling = ceiling;
    }

    double value(final double u) {
        return Math.max(0, Math.min(ceiling, u));
    }

    /** The derivative in terms of the value: both functions have slope 1 strictly between their ends. */
    boolean hasSlope(final double value) {
        return value > 0 && value < ceiling;
    }
}
