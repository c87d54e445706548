package org.ranvier.testbench.bptt;

/** What a neuron emits for a membrane potential x above threshold; both have the triangle as their (surrogate) derivative. */
public enum SpikeFunction {
    /** A spike: 1 for x > 0, else 0. */
    STEP {
        @Override
        double value(final double x, final double width) {
            return x > 0 ? 1 : 0;
        }
    },

    /**
     * The primitive of the triangle, two parabolas from 0 to 1. Its derivative <em>is</em> the triangle, so a network of it has
     * exactly the gradient that back-propagation computes: the gradient check uses it.
     */
    SMOOTH {
        @Override
        double value(final double x, final double width) {
            final double z = x / width;
            if (z <= -1) {
                return 0;
            }
            if (z >= 1) {
                return 1;
            }
            return z <= 0 ? (1 + z) * (1 + z) / 2 : 1 - (1 - z) * (1 - z) / 2;
        }
    };

    /** @return what is emitted at x, for a triangle of a half width */
    abstract double value(double x, double width);

    /** @return the triangle, of area 1 */
    static double slope(final double x, final double width) {
        return Math.max(0, width - Math.abs(x)) / (width * width);
    }
}
