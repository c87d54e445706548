package org.ranvier.testbench.nir.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/**
 * SumPool2d or AvgPool2d over the last two dimensions; an average divides by the whole window, padding included, as PyTorch does.
 *
 * @param average whether the sum is divided by the window's size
 * @param kernel height and width of the window
 * @param stride distance of windows
 * @param padding zeros at either end
 */
public record Pool(boolean average, int[] kernel, int[] stride, int[] padding) implements Operation {
    @Override
    public String type() {
        return average ? "AvgPool2d" : "SumPool2d";
    }

    @Override
    public <R> R accept(final OperationVisitor<R> visitor) {
        return visitor.pool(this);
    }

    @Override
    public int[] outputShape(final int[] input) {
        if (input == null || input.length != 3) {
            throw new ConfigurationException("it takes (channels, height, width), but it gets "
                    + (input == null ? "no input" : Shapes.text(input)));
        }
        final int[] output = input.clone();
        for (int d = 0; d < 2; d++) {
            output[d + 1] = Windows.count(input[d + 1], 2L * padding[d], 1, kernel[d], stride[d]);
        }
        return output;
    }

    @Override
    public Map<String, Tensor> parameters() {
        return Map.of();
    }

    @Override
    public Map<String, int[]> settings() {
        final Map<String, int[]> all = new LinkedHashMap<>();
        all.put("kernel_size", kernel);
        all.put("stride", stride);
        all.put("padding", padding);
        return all;
    }
}
