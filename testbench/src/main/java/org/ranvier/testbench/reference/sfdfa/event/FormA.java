package org.ranvier.testbench.reference.sfdfa.event;

/**
 * The literal system: per synapse the derivatives alpha and beta of the two exponentials of the potential.
 *
 * <p>Between events tau_s alpha' = -alpha and tau beta' = -beta; an input adds 1 to both; a spike at t has dt/dw = tau (alpha - beta) / D
 * and moves the reset, so that beta jumps by -(threshold / tau) dt/dw: the dependency of later spikes on earlier ones.
 */
public final class FormA implements Eligibility {
    private final LayerConstants constants;
    private final boolean intraNeuron;
    private final double[] alpha;
    private final double[] beta;
    private final double[] sums;

    /**
     * @param constants of the layer
     * @param inputs of the neuron
     * @param intraNeuron whether later spikes depend on earlier ones
     */
    public FormA(final LayerConstants constants, final int inputs, final boolean intraNeuron) {
        this.constants = constants;
        this.intraNeuron = intraNeuron;
        this.alpha = new double[inputs];
        this.beta = new double[inputs];
        this.sums = new double[inputs];
    }

    @Override
    public void decay(final double seconds) {
        final double fast = Math.exp(-seconds / constants.tauSynapse());
        final double slow = Math.exp(-seconds / constants.tau());
        for (int j = 0; j < alpha.length; j++) {
            alpha[j] *= fast;
            beta[j] *= slow;
        }
    }

    @Override
    public void arrive(final int input) {
        alpha[input] += 1;
        beta[input] += 1;
    }

    @Override
    public double[] fire(final double current) {
        final double scale = constants.tau() / constants.denominator(current);
        final double jump = intraNeuron ? constants.threshold() / constants.tau() : 0;
        final double[] gradient = new double[alpha.length];
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = scale * (alpha[j] - beta[j]);
            sums[j] += gradient[j];
            beta[j] -= jump * gradient[j];
        }
        return gradient;
    }

    @Override
    public double[] sums() {
        return sums.clone();
    }
}
