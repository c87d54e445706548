package org.ranvier.testbench.reference.sfdfa.event;

/**
 * The system that suits a chip: per input the response z of a neuron that never resets, per synapse only what its own spikes leave.
 *
 * <p>Between events tau z' = -z + alpha. When the neuron fires, delta = (z + threshold rho r) / D with rho the decay of the membrane since its
 * last spike; the eligibility grows by delta, r becomes rho r + delta, and dt/dw = -tau delta.
 */
public final class FormB implements Eligibility {
    private final LayerConstants constants;
    private final boolean intraNeuron;
    private final double[] alpha;
    private final double[] unreset;
    private final double[] recent;
    private final double[] eligibility;

    /** Decay of the membrane since the last spike; 0 before the first. */
    private double rho;

    /**
     * @param constants of the layer
     * @param inputs of the neuron
     * @param intraNeuron whether later spikes depend on earlier ones
     */
    public FormB(final LayerConstants constants, final int inputs, final boolean intraNeuron) {
        this.constants = constants;
        this.intraNeuron = intraNeuron;
        this.alpha = new double[inputs];
        this.unreset = new double[inputs];
        this.recent = new double[inputs];
        this.eligibility = new double[inputs];
    }

    @Override
    public void decay(final double seconds) {
        final double fast = Math.exp(-seconds / constants.tauSynapse());
        final double slow = Math.exp(-seconds / constants.tau());
        for (int j = 0; j < alpha.length; j++) {
            // The solution of tau z' = -z + alpha for tau = 2 tau_s: the difference of two exponentials.
            unreset[j] = unreset[j] * slow + alpha[j] * (slow - fast);
            alpha[j] *= fast;
        }
        rho *= slow;
    }

    @Override
    public void arrive(final int input) {
        alpha[input] += 1;
    }

    @Override
    public double[] fire(final double current) {
        final double denominator = constants.denominator(current);
        final double memory = intraNeuron ? constants.threshold() * rho : 0;
        final double[] gradient = new double[alpha.length];
        for (int j = 0; j < gradient.length; j++) {
            final double delta = (unreset[j] + memory * recent[j]) / denominator;
            eligibility[j] += delta;
            recent[j] = rho * recent[j] + delta;
            gradient[j] = -constants.tau() * delta;
        }
        rho = 1;
        return gradient;
    }

    @Override
    public double[] sums() {
        final double[] sums = new double[eligibility.length];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = -constants.tau() * eligibility[j];
        }
        return sums;
    }
}
