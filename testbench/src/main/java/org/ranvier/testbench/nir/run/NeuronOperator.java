package org.ranvier.testbench.nir.run;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.Tensor;

/**
 * A population in steps of dt (forward Euler): the current first, then the potential with the new current, then spikes, then resets.
 *
 * <pre>
 * I += dt/tau_syn (w_in x - I)            CubaLI, CubaLIF; otherwise I = x
 * v += dt/tau_mem (v_leak - v + r I)      LI, LIF, CubaLI, CubaLIF
 * v += r I                                I, IF (or dt r I)
 * s  = 1 if v &gt; v_threshold, else 0
 * v  = v_reset if s, or v -= s v_threshold
 * </pre>
 *
 * The order is that of snnTorch's neurons, with one trait of theirs: where resets subtract and a neuron is above its threshold even after
 * one, it fires in the next step only above twice the threshold. A population that fires several times in a step has
 * {@code s = floor(v / v_threshold)} instead, as sinabs' neurons.
 */
final class NeuronOperator implements Operator {
    private final boolean spiking;
    private final boolean subtract;
    private final boolean several;
    private final double[] synapseRate;
    private final double[] inputWeight;
    private final double[] leakRate;
    private final double[] rest;
    private final double[] gain;
    private final double[] threshold;
    private final double[] afterSpike;
    private final double[] current;
    private final double[] potential;

    /**
     * @param neuron the parameters
     * @param size neurons
     * @param rules what NIR leaves open
     * @throws ConfigurationException when a step is too long for a time constant
     */
    NeuronOperator(final Neuron neuron, final int size, final RunRules rules) {
        spiking = neuron.spiking();
        subtract = spiking && rules.subtracts(neuron);
        several = spiking && rules.firesSeveralTimes(neuron);
        synapseRate = rate("tau_syn", neuron.tauSyn(), size, rules.dt());
        inputWeight = neuron.wIn() == null ? null : neuron.wIn().spread("w_in", size);
        leakRate = rate(neuron.tauSyn() == null ? "tau" : "tau_mem", neuron.tauMem(), size, rules.dt());
        rest = neuron.vLeak() == null ? null : neuron.vLeak().spread("v_leak", size);
        gain = neuron.r().spread("r", size).clone();
        for (int i = 0; i < size; i++) {
            gain[i] *= rules.chargeFactor(neuron);
        }
        threshold = spiking ? neuron.vThreshold().spread("v_threshold", size) : null;
        if (several && !(neuron.vThreshold().min() > 0)) {
            throw new ConfigurationException(
                    "v_threshold holds " + neuron.vThreshold().min()
                            + "; more than 0 is needed for several spikes in a step (--no-multi-spike)");
        }
        afterSpike =
                neuron.vReset() == null ? new double[size] : neuron.vReset().spread("v_reset", size);
        current = new double[size];
        potential = new double[size];
    }

    private static double[] rate(final String name, final Tensor tau, final int size, final double dt) {
        if (tau == null) {
            return null;
        }
        if (dt > 2 * tau.min()) {
            throw new ConfigurationException(name + " of " + tau.min() + " s is less than half a step of " + dt
                    + " s (--dt): it would not settle");
        }
        final double[] rates = new double[size];
        final double[] taus = tau.spread(name, size);
        for (int i = 0; i < size; i++) {
            rates[i] = dt / taus[i];
        }
        return rates;
    }

    @Override
    public void step(final double[] input, final double[] output) {
        for (int i = 0; i < potential.length; i++) {
            final double before = potential[i];
            integrate(i, input[i]);
            output[i] = spiking ? fire(i, before) : potential[i];
        }
    }

    private void integrate(final int i, final double input) {
        double drive = input;
        if (synapseRate != null) {
            current[i] += synapseRate[i] * (inputWeight[i] * input - current[i]);
            drive = current[i];
        }
        if (leakRate != null) {
            potential[i] += leakRate[i] * (rest[i] - potential[i] + gain[i] * drive);
        } else {
            potential[i] += gain[i] * drive;
        }
    }

    private double fire(final int i, final double before) {
        if (several) {
            final double spikes = Math.max(0, Math.floor(potential[i] / threshold[i]));
            potential[i] -= spikes * threshold[i];
            return spikes;
        }
        // A spike that the step before could not fire is lost, not late: the next one takes two thresholds.
        final double owed = subtract && before > threshold[i] ? threshold[i] : 0;
        if (!(potential[i] - owed > threshold[i])) {
            return 0;
        }
        potential[i] = subtract ? potential[i] - threshold[i] : afterSpike[i];
        return 1;
    }

    @Override
    public void reset() {
        Arrays.fill(current, 0);
        Arrays.fill(potential, 0);
    }

    @Override
    public double[] potential() {
        return potential;
    }
}
