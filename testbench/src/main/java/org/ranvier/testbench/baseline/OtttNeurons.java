package org.ranvier.testbench.baseline;

/** OTTT in double precision: per tick an outer product of errors and traces. */
final class OtttNeurons extends SpikingLayer {
    private static final double SLOPE = 4;

    private final double[] gradient;

    OtttNeurons(final OnlineSpec spec, final SynapseMatrix synapses) {
        super(spec, synapses);
        gradient = new double[potential.length];
    }

    @Override
    void decay() {
        for (int i = 0; i < potential.length; i++) {
            potential[i] = (potential[i] - (fired[i] ? 1 : 0)) * spec.keep();
        }
    }

    @Override
    void fire() {
        for (int i = 0; i < potential.length; i++) {
            fired[i] = potential[i] >= 1;
        }
    }

    @Override
    void learn(final double[] errors, final double eta) {
        for (int i = 0; i < gradient.length; i++) {
            final double logistic = 1 / (1 + StrictMath.exp(-SLOPE * (potential[i] - 1)));
            gradient[i] = errors[i] * SLOPE * logistic * (1 - logistic);
        }
        for (int j = 0; j < trace.length; j++) {
            synapses.change(j, eta * trace[j], gradient);
        }
    }
}
