package org.ranvier.testbench.nir.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/**
 * A population of integrators. NIR's six types are one equation with parts left out:
 *
 * <pre>
 * tau_syn dI/dt = -I + w_in S        CubaLI, CubaLIF; otherwise I is the input
 * tau_mem dv/dt = v_leak - v + r I   LI, LIF, CubaLI, CubaLIF; I and IF have dv/dt = r I
 * a spike when v > v_threshold       IF, LIF, CubaLIF; the others give v
 * </pre>
 *
 * Every parameter has one element for all neurons or one for each; one that its type does not have is {@code null}.
 *
 * @param type I, IF, LI, LIF, CubaLI or CubaLIF
 * @param tauSyn time constant of the synaptic current, seconds
 * @param wIn weight of the input of that current
 * @param tauMem time constant of the membrane ({@code tau} of LI and LIF), seconds
 * @param r resistance
 * @param vLeak potential at rest
 * @param vThreshold potential above which a neuron fires
 * @param vReset potential after a spike; also {@code null} in files older than this field
 */
public record Neuron(
        String type, Tensor tauSyn, Tensor wIn, Tensor tauMem, Tensor r, Tensor vLeak, Tensor vThreshold, Tensor vReset)
        implements Operation {
    /** Checks that all parameters describe one population. */
    public Neuron {
        final Map<String, Tensor> all = named(tauSyn, wIn, tauMem, r, vLeak, vThreshold, vReset);
        final int[] shape = population(all);
        all.forEach((name, tensor) -> {
            if (tensor.size() != 1 && !Shapes.same(tensor.shape(), shape)) {
                throw new ConfigurationException(name + " has shape " + Shapes.text(tensor.shape())
                        + ", other parameters have " + Shapes.text(shape));
            }
        });
    }

    private static Map<String, Tensor> named(
            final Tensor tauSyn,
            final Tensor wIn,
            final Tensor tauMem,
            final Tensor r,
            final Tensor vLeak,
            final Tensor vThreshold,
            final Tensor vReset) {
        final Map<String, Tensor> all = new LinkedHashMap<>();
        all.put("tau_syn", tauSyn);
        all.put("w_in", wIn);
        all.put(tauSyn == null ? "tau" : "tau_mem", tauMem);
        all.put("r", r);
        all.put("v_leak", vLeak);
        all.put("v_threshold", vThreshold);
        all.put("v_reset", vReset);
        all.values().removeIf(tensor -> tensor == null);
        return all;
    }

    /** The largest shape: parameters of one element are for all neurons. */
    private static int[] population(final Map<String, Tensor> all) {
        int[] shape = {1};
        for (final Tensor tensor : all.values()) {
            if (tensor.size() > Shapes.size(shape) || tensor.size() == 1 && Shapes.size(shape) == 1) {
                shape = tensor.shape();
            }
        }
        return shape;
    }

    /** @return whether it gives spikes; otherwise it gives its potential */
    public boolean spiking() {
        return vThreshold != null;
    }

    /** @return whether its potential falls back to {@code v_leak} */
    public boolean leaks() {
        return tauMem != null;
    }

    @Override
    public <R> R accept(final OperationVisitor<R> visitor) {
        return visitor.neuron(this);
    }

    @Override
    public int[] outputShape(final int[] input) {
        requirePositive("tau_syn", tauSyn);
        requirePositive(tauSyn == null ? "tau" : "tau_mem", tauMem);
        final int[] shape = population(parameters());
        if (input == null || Shapes.same(input, shape)) {
            return shape;
        }
        if (Shapes.size(shape) != 1) {
            throw new ConfigurationException(
                    "parameters have shape " + Shapes.text(shape) + ", but it gets " + Shapes.text(input));
        }
        return input;
    }

    private static void requirePositive(final String name, final Tensor tau) {
        if (tau != null && !(tau.min() > 0)) {
            throw new ConfigurationException(name + " holds " + tau.min() + ", expected more than 0 seconds");
        }
    }

    @Override
    public Map<String, Tensor> parameters() {
        return named(tauSyn, wIn, tauMem, r, vLeak, vThreshold, vReset);
    }

    @Override
    public boolean stateful() {
        return true;
    }
}
