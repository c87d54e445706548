package org.ranvier.testbench.nir.graph;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/**
 * Conv1d or Conv2d: cross-correlation with zero padding, as PyTorch defines it. All arrays but {@code weight} have an element per
 * spatial dimension.
 *
 * @param weight out x in/groups x kernel (x kernel)
 * @param bias one value an output channel; {@code null} for none
 * @param stride steps between windows, 1 or more
 * @param padding zeros before the first element, 0 or more
 * @param paddingEnd zeros after the last element; differs from {@code padding} only for "same" padding of even kernels
 * @param dilation distance of kernel elements, 1 or more
 * @param groups channels fall into so many groups that do not see each other
 * @param declared the spatial shape that the file declares for the input; {@code null} when it does not
 */
public record Convolution(
        Tensor weight,
        Tensor bias,
        int[] stride,
        int[] padding,
        int[] paddingEnd,
        int[] dilation,
        int groups,
        int[] declared)
        implements Operation {
    /** Checks parameters against each other. */
    public Convolution {
        if (weight.shape().length < 3 || weight.shape().length > 4 || weight.size() == 0) {
            throw new ConfigurationException(
                    "weight has shape " + Shapes.text(weight.shape()) + ", expected (out, in, kernel...)");
        }
        if (groups < 1 || weight.shape()[0] % groups != 0) {
            throw new ConfigurationException(
                    "groups: " + groups + " does not divide the " + weight.shape()[0] + " output channels");
        }
        if (bias != null && bias.size() != 1 && bias.size() != weight.shape()[0]) {
            throw new ConfigurationException(
                    "bias has shape " + Shapes.text(bias.shape()) + " for " + weight.shape()[0] + " output channels");
        }
    }

    /** @return spatial dimensions, 1 or 2 */
    public int rank() {
        return weight.shape().length - 2;
    }

    /** @return channels it gives */
    public int outputs() {
        return weight.shape()[0];
    }

    /** @return channels it gets */
    public int inputs() {
        return weight.shape()[1] * groups;
    }

    @Override
    public String type() {
        return "Conv" + rank() + "d";
    }

    @Override
    public <R> R accept(final OperationVisitor<R> visitor) {
        return visitor.convolution(this);
    }

    @Override
    public int[] outputShape(final int[] given) {
        final int[] input = given == null && declared != null ? prepend(inputs(), declared) : given;
        if (input == null || input.length != rank() + 1 || input[0] != inputs()) {
            throw new ConfigurationException("weight " + Shapes.text(weight.shape()) + " takes " + inputs()
                    + " channels of " + rank() + " dimensions, but it gets "
                    + (input == null ? "no input" : Shapes.text(input)));
        }
        final int[] spatial = Arrays.copyOfRange(input, 1, input.length);
        if (declared != null && !Arrays.equals(spatial, declared)) {
            throw new ConfigurationException(
                    "input_shape " + Shapes.text(declared) + " is declared, but it gets " + Shapes.text(input));
        }
        final int[] output = input.clone();
        output[0] = outputs();
        for (int d = 0; d < rank(); d++) {
            output[d + 1] = Windows.count(
                    spatial[d], padding[d] + (long) paddingEnd[d], dilation[d], weight.shape()[d + 2], stride[d]);
        }
        return output;
    }

    private static int[] prepend(final int first, final int[] rest) {
        final int[] all = new int[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
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
    public Map<String, int[]> settings() {
        final Map<String, int[]> all = new LinkedHashMap<>();
        all.put("stride", stride);
        all.put("padding", padding);
        all.put("dilation", dilation);
        all.put("groups", new int[] {groups});
        if (declared != null) {
            all.put("input_shape", declared);
        }
        return all;
    }

    @Override
    public long synapses(final int[] output) {
        return (long) Shapes.size(output) * (weight.size() / outputs());
    }
}
