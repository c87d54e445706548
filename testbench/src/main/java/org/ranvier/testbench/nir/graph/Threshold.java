package org.ranvier.testbench.nir.graph;

import java.util.Map;

/**
 * Threshold: 1 where the input is above the threshold, else 0.
 *
 * @param threshold the thresholds: one for all elements, or one for each
 */
public record Threshold(Tensor threshold) implements Operation {
    @Override
    public String type() {
        return "Threshold";
    }

    @Override
    public <R> R accept(final OperationVisitor<R> visitor) {
        return visitor.threshold(this);
    }

    @Override
    public int[] outputShape(final int[] input) {
        return Elementwise.shape("threshold", threshold, input);
    }

    @Override
    public Map<String, Tensor> parameters() {
        return Map.of("threshold", threshold);
    }
}
