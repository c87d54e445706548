package org.ranvier.testbench.nir.chip;

import java.util.Arrays;
import org.ranvier.programs.population.Dynamics;
import org.ranvier.programs.population.Firing;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.Node;
import org.ranvier.testbench.nir.graph.Tensor;
import org.ranvier.testbench.nir.graph.Threshold;
import org.ranvier.testbench.nir.run.RunRules;

/**
 * A population in real numbers, with everything that a step multiplies its input with drawn together.
 *
 * @param dynamics how it integrates
 * @param firing what it gives
 * @param gain what the input is multiplied with on its way to the potential, by element
 * @param rate what leaks in a step; null without a leak
 * @param rest where it leaks to; null without a leak
 * @param currentRate what the current loses in a step; null without one
 * @param threshold null when it does not fire
 * @param after the potential after a spike; null unless resets go to a value
 */
record Cells(
        Dynamics dynamics,
        Firing firing,
        double[] gain,
        double[] rate,
        double[] rest,
        double[] currentRate,
        double[] threshold,
        double[] after) {
    /** Takes a node that becomes a population. */
    static Cells of(final Node node, final RunRules rules) {
        final int size = node.size();
        if (node.operation() instanceof final Neuron neuron) {
            return neurons(neuron, size, rules);
        }
        final double[] gain = new double[size];
        Arrays.fill(gain, 1);
        return node.operation() instanceof final Threshold threshold
                ? new Cells(
                        Dynamics.NONE,
                        Firing.TO_VALUE,
                        gain,
                        null,
                        null,
                        null,
                        threshold.threshold().spread("threshold", size),
                        new double[size])
                : new Cells(Dynamics.NONE, Firing.NEVER, gain, null, null, null, null, null);
    }

    private static Cells neurons(final Neuron neuron, final int size, final RunRules rules) {
        final double[] gain = neuron.r().spread("r", size).clone();
        final double[] rate = rate(neuron.tauMem(), size, rules.dt());
        final double[] currentRate = rate(neuron.tauSyn(), size, rules.dt());
        for (int i = 0; i < size; i++) {
            gain[i] *= rate == null ? rules.chargeFactor(neuron) : rate[i];
            if (currentRate != null) {
                gain[i] *= currentRate[i] * neuron.wIn().spread("w_in", size)[i];
            }
        }
        final Firing firing = firing(neuron, rules);
        return new Cells(
                currentRate != null ? Dynamics.CURRENT : rate != null ? Dynamics.LEAK : Dynamics.INTEGRATE,
                firing,
                gain,
                rate,
                rate == null ? null : neuron.vLeak().spread("v_leak", size),
                currentRate,
                neuron.spiking() ? neuron.vThreshold().spread("v_threshold", size) : null,
                firing == Firing.TO_VALUE ? after(neuron, size) : null);
    }

    private static double[] after(final Neuron neuron, final int size) {
        return neuron.vReset() == null ? new double[size] : neuron.vReset().spread("v_reset", size);
    }

    private static Firing firing(final Neuron neuron, final RunRules rules) {
        if (!neuron.spiking()) {
            return Firing.NEVER;
        }
        if (!rules.subtracts(neuron)) {
            return Firing.TO_VALUE;
        }
        return rules.firesSeveralTimes(neuron) ? Firing.SEVERAL : Firing.SUBTRACT;
    }

    private static double[] rate(final Tensor tau, final int size, final double dt) {
        return tau == null
                ? null
                : Arrays.stream(tau.spread("tau", size))
                        .map(value -> dt / value)
                        .toArray();
    }

    /** @return the largest magnitude of what a potential is compared with or set to */
    double largest() {
        double largest = 0;
        for (final double[] values : new double[][] {rest, threshold, after}) {
            for (int i = 0; values != null && i < values.length; i++) {
                largest = Math.max(largest, Math.abs(values[i]));
            }
        }
        return largest;
    }
}
