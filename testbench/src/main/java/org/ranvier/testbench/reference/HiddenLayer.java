package org.ranvier.testbench.reference;

/**
 * A layer of composite neurons: a forward half that fires spikes, a gradient half that fires error spikes, and a gate between them.
 *
 * <p>The forward half fires with probability clip(u / theta, 0, 1). The gate is open where that function has a slope. The gradient
 * half fires sign(v) with probability min(1, kappa |v|) where the gate is open.
 */
final class HiddenLayer {
    private static final int FORWARD_STREAM = 10;
    private static final int GRADIENT_STREAM = 30;

    private final int number;
    private final int thetaShift;
    private final int kappaShift;
    private final int gateDelay;
    private final int[] forwardLanes;
    private final int[] gradientLanes;

    /** The gates of the last ticks; tick t is at t modulo the length. */
    private final boolean[][] gates;

    /**
     * @param spec of the network
     * @param number of this layer, 1..L-1
     */
    HiddenLayer(final SsnnBpSpec spec, final int number) {
        final int size = spec.size(number);
        this.number = number;
        this.thetaShift = spec.thetaShifts()[number - 1];
        this.kappaShift = spec.kappaShifts()[number - 1];
        this.gateDelay = spec.align() ? 2 * (spec.layers() - number) : 0;
        this.forwardLanes = Xorshift32.lanes(spec.seed(), FORWARD_STREAM + number, size);
        this.gradientLanes = Xorshift32.lanes(spec.seed(), GRADIENT_STREAM + number, size);
        this.gates = new boolean[gateDelay + 1][size];
    }

    /**
     * Draws once for every neuron and sets the gates of this tick.
     *
     * @param t the tick
     * @param sums inputs of the neurons, Q20
     * @param fired receives the spikes
     */
    void fire(final int t, final int[] sums, final EventList fired) {
        final boolean[] gate = gates[t % gates.length];
        Xorshift32.advance(forwardLanes);
        for (int j = 0; j < gate.length; j++) {
            final int drive = sums[j] >> thetaShift;
            gate[j] = drive > 0 && drive < SsnnBpSpec.ONE;
            // No input reaches this layer before tick number, but the bias alone could make it fire.
            if (t >= number && forwardLanes[j] >>> 12 < drive) {
                fired.add(j, 1);
            }
        }
    }

    /**
     * Draws once for every neuron and answers the errors of the layer above.
     *
     * <p>Errors come from above no earlier than tick 2 L - number, so the gate that is looked up was set in this presentation.
     *
     * @param t the tick
     * @param crossbar the weights to the layer above
     * @param above the errors above, one tick ago
     * @param fired receives the gated error spikes
     */
    void feedBack(final int t, final WeightMatrix crossbar, final EventList above, final EventList fired) {
        Xorshift32.advance(gradientLanes);
        if (above.count() == 0) {
            return;
        }
        final boolean[] gate = gates[(t - gateDelay) % gates.length];
        for (int j = 0; j < gate.length; j++) {
            if (gate[j]) {
                final long error = crossbar.backward(j, above);
                if (gradientLanes[j] >>> 12 < scaled(Math.abs(error))) {
                    fired.add(j, Long.signum(error));
                }
            }
        }
    }

    private long scaled(final long magnitude) {
        return kappaShift >= 0 ? magnitude << kappaShift : magnitude >> -kappaShift;
    }

    /** @return the random states of the gradient halves; a copy */
    int[] gradientLanes() {
        return gradientLanes.clone();
    }
}
