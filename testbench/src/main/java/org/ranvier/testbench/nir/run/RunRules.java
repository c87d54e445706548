package org.ranvier.testbench.nir.run;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.graph.Neuron;

/**
 * What NIR leaves to who runs a network: its equations are continuous in time.
 *
 * @param dt length of a step in seconds
 * @param reset what a spike does to the potential
 * @param spikes how often a neuron fires in a step
 * @param charge what a neuron without a leak adds in a step
 */
public record RunRules(double dt, Reset reset, Spikes spikes, Charge charge) {
    /** The usual step of networks with time constants, seconds. */
    public static final double DEFAULT_DT = 1e-4;

    /** The rules that fit most files. */
    public static final RunRules USUAL = new RunRules(DEFAULT_DT, Reset.FILE, Spikes.USUAL, Charge.STEP);

    /** What a spike does to the potential. */
    public enum Reset {
        /** To {@code v_reset} where the file has it; else to 0 where there is a leak, and by subtraction where there is none. */
        FILE,
        /** To {@code v_reset} where the file has it, else to 0. */
        ZERO,
        /** Less {@code v_threshold}. */
        SUBTRACT
    }

    /** How often a neuron fires in a step. */
    public enum Spikes {
        /** {@link #SEVERAL} where there is no leak, else {@link #ONE}. */
        USUAL,
        /** Once, when its potential is above the threshold. */
        ONE,
        /** Where resets subtract: once for every threshold that its potential has reached. */
        SEVERAL
    }

    /** What I and IF, which have no time constant, add in a step. */
    public enum Charge {
        /** {@code r x}, whatever the length of a step. */
        STEP,
        /** {@code dt r x}. */
        TIME
    }

    /** Checks the step. */
    public RunRules {
        if (!(dt > 0 && dt <= 1e6)) {
            throw ConfigurationException.of("--dt", dt, "more than 0 seconds, up to 1e6");
        }
    }

    /**
     * Decides about resets.
     *
     * @param neuron a population
     * @return whether its resets subtract the threshold
     */
    public boolean subtracts(final Neuron neuron) {
        return reset == Reset.SUBTRACT || reset == Reset.FILE && neuron.vReset() == null && !neuron.leaks();
    }

    /**
     * Decides about spikes.
     *
     * @param neuron a population
     * @return whether one of its neurons may fire more than once in a step
     */
    public boolean firesSeveralTimes(final Neuron neuron) {
        return subtracts(neuron) && (spikes == Spikes.SEVERAL || spikes == Spikes.USUAL && !neuron.leaks());
    }

    /**
     * Decides about charge.
     *
     * @param neuron a population without a leak
     * @return what the product of r and the input is multiplied with in a step
     */
    public double chargeFactor(final Neuron neuron) {
        return neuron.leaks() || charge == Charge.STEP ? 1 : dt;
    }
}
