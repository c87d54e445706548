package org.ranvier.testbench.nir.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/**
 * Flatten: makes one dimension of several; there is no batch dimension.
 *
 * @param startDim the first of them; negative numbers count from the last
 * @param endDim the last of them
 */
public record Flatten(int startDim, int endDim) implements Operation {
    @Override
    public String type() {
        return "Flatten";
    }

    @Override
    public <R> R accept(final OperationVisitor<R> visitor) {
        return visitor.flatten(this);
    }

    @Override
    public int[] outputShape(final int[] input) {
        if (input == null) {
            throw new ConfigurationException("no input tells its shape");
        }
        final int start = startDim < 0 ? startDim + input.length : startDim;
        final int end = endDim < 0 ? endDim + input.length : endDim;
        if (start < 0 || end >= input.length || start > end) {
            throw new ConfigurationException("dimensions " + startDim + ".." + endDim
                    + " are to be flattened, but it gets " + Shapes.text(input));
        }
        final int[] output = new int[input.length - (end - start)];
        System.arraycopy(input, 0, output, 0, start);
        output[start] = 1;
        for (int d = start; d <= end; d++) {
            output[start] *= input[d];
        }
        System.arraycopy(input, end + 1, output, start + 1, input.length - end - 1);
        return output;
    }

    @Override
    public Map<String, Tensor> parameters() {
        return Map.of();
    }

    @Override
    public Map<String, int[]> settings() {
        final Map<String, int[]> all = new LinkedHashMap<>();
        all.put("start_dim", new int[] {startDim});
        all.put("end_dim", new int[] {endDim});
        return all;
    }
}
