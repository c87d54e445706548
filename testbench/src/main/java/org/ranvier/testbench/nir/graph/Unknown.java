package org.ranvier.testbench.nir.graph;

import java.util.Map;

/**
 * A node of a type that is not supported: it can be shown, but not run.
 *
 * @param type its type, as the file spells it
 */
public record Unknown(String type) implements Operation {
    @Override
    public <R> R accept(final OperationVisitor<R> visitor) {
        return visitor.unknown(this);
    }

    @Override
    public int[] outputShape(final int[] input) {
        return input;
    }

    /** Unknown as well; a cycle through it is not an error beside its own. */
    @Override
    public boolean stateful() {
        return true;
    }

    @Override
    public Map<String, Tensor> parameters() {
        return Map.of();
    }
}
