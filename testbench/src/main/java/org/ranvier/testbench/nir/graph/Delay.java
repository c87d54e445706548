package org.ranvier.testbench.nir.graph;

import java.util.Map;

/**
 * Delay: gives its input later.
 *
 * @param delay the delays in seconds, 0 or more: one for all elements, or one for each
 */
public record Delay(Tensor delay) implements Operation {
    @Override
    public String type() {
        return "Delay";
    }

    @Override
    public <R> R accept(final OperationVisitor<R> visitor) {
        return visitor.delay(this);
    }

    @Override
    public int[] outputShape(final int[] input) {
        return Elementwise.shape("delay", delay, input);
    }

    @Override
    public boolean stateful() {
        return delay.min() > 0;
    }

    @Override
    public Map<String, Tensor> parameters() {
        return Map.of("delay", delay);
    }
}
