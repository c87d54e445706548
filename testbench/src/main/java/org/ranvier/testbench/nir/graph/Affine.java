package org.ranvier.testbench.nir.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/**
 * Linear ({@code y = W x}) or Affine ({@code y = W x + b}), over the last dimension of its input.
 *
 * @param weight outputs x inputs
 * @param bias one value an output; {@code null} for Linear
 */
public record Affine(Tensor weight, Tensor bias) implements Operation {
    /** Checks parameters against each other. */
    public Affine {
        if (weight.shape().length != 2) {
            throw new ConfigurationException(
                    "weight has shape " + Shapes.text(weight.shape()) + ", expected (out, in)");
        }
        if (bias != null && bias.size() != 1 && bias.size() != weight.shape()[0]) {
            throw new ConfigurationException("bias has shape " + Shapes.text(bias.shape()) + ", but weight "
                    + Shapes.text(weight.shape()) + " has " + weight.shape()[0] + " outputs");
        }
    }

    /** @return values it gets in the last dimension */
    public int inputs() {
        return weight.shape()[1];
    }

    /** @return values it gives in the last dimension */
    public int outputs() {
        return weight.shape()[0];
    }

    @Override
    public String type() {
        return bias == null ? "Linear" : "Affine";
    }

    @Override
    public <R> R accept(final OperationVisitor<R> visitor) {
        return visitor.affine(this);
    }

    @Override
    public int[] outputShape(final int[] input) {
        if (input == null) {
            return new int[] {outputs()};
        }
        final int last = input.length == 0 ? 1 : input[input.length - 1];
        if (last != inputs()) {
            throw new ConfigurationException("weight " + Shapes.text(weight.shape()) + " (out, in) takes " + inputs()
                    + " inputs, but it gets " + Shapes.text(input)
                    + (last == outputs() ? "; the weights are transposed" : ""));
        }
        final int[] output = input.length == 0 ? new int[1] : input.clone();
        output[output.length - 1] = outputs();
        return output;
    }

    @Override
    public Map<String, Tensor> parameters() {
        final Map<String, Tensor> all = new LinkedHashMap<>();
        all.put("weight", weight);
        if (bias != null) {
            all.put("bias", bias);
        }
        return all;
    }

    @Override
    public long synapses(final int[] output) {
        return (long) inputs() * Shapes.size(output);
    }
}
