package org.ranvier.testbench.baseline;

import java.util.Arrays;

/** A hidden layer of leaky integrate-and-fire neurons that keeps what its rule needs to learn. Subclasses are the rules. */
abstract class SpikingLayer {
    final OnlineSpec spec;
    final SynapseMatrix synapses;
    final double[] potential;
    final double[] trace;
    final boolean[] fired;

    SpikingLayer(final OnlineSpec spec, final SynapseMatrix synapses) {
        this.spec = spec;
        this.synapses = synapses;
        potential = new double[synapses.columns()];
        trace = new double[synapses.rows()];
        fired = new boolean[potential.length + 1];
    }

    /** Forgets everything but the weights. */
    void startSample() {
        Arrays.fill(potential, 0);
        Arrays.fill(trace, 0);
        Arrays.fill(fired, false);
    }

    /** Runs a tick; the last entry of the inputs and of the result is the bias. */
    final boolean[] forward(final boolean[] spikes) {
        decay();
        synapses.add(spikes, potential);
        fire();
        fired[potential.length] = true;
        for (int j = 0; j < trace.length; j++) {
            trace[j] = trace[j] * spec.keep() + (spikes[j] ? 1 : 0);
        }
        return fired;
    }

    /** Lets potentials leak and resets them where neurons fired in the last tick. */
    abstract void decay();

    /** Decides who fires. */
    abstract void fire();

    /** Learns from the tick, given the error of every neuron. */
    abstract void learn(double[] errors, double eta);

    /** Learns what is left after the last tick. */
    void finish(final double eta) {
        // Rules that learn in every tick have nothing left.
    }
}
