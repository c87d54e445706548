package org.ranvier.testbench.nir.graph;

import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/**
 * Input or Output: where values enter or leave a graph, unchanged.
 *
 * @param input whether they enter
 * @param shape their declared shape
 */
public record Port(boolean input, int[] shape) implements Operation {
    @Override
    public String type() {
        return input ? "Input" : "Output";
    }

    @Override
    public <R> R accept(final OperationVisitor<R> visitor) {
        return visitor.port(this);
    }

    @Override
    public int[] outputShape(final int[] given) {
        Shapes.size(shape);
        if (given != null && !Shapes.same(given, shape)) {
            throw new ConfigurationException(
                    "shape " + Shapes.text(shape) + " is declared, but it gets " + Shapes.text(given));
        }
        return shape;
    }

    @Override
    public Map<String, Tensor> parameters() {
        return Map.of();
    }

    @Override
    public Map<String, int[]> settings() {
        return Map.of("shape", shape);
    }
}
