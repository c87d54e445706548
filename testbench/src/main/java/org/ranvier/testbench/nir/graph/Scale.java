package org.ranvier.testbench.nir.graph;

import java.util.Map;

/**
 * Scale: y = s x, element by element.
 *
 * @param scale the factors: one for all elements, or one for each
 */
public record Scale(Tensor scale) implements Operation {
    @Override
    public String type() {
        return "Scale";
    }

    @Override
    public <R> R accept(final OperationVisitor<R> visitor) {
        return visitor.scale(this);
    }

    @Override
    public int[] outputShape(final int[] input) {
        return Elementwise.shape("scale", scale, input);
    }

    @Override
    public Map<String, Tensor> parameters() {
        return Map.of("scale", scale);
    }
}
