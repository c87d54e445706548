package org.ranvier.testbench.nir.run;

import java.util.Arrays;
import org.ranvier.testbench.nir.graph.Convolution;
import org.ranvier.testbench.nir.graph.Node;

/**
 * Conv1d and Conv2d: every input that is not zero adds its share to the windows that see it. One dimension is treated as an image of
 * height 1.
 */
final class ConvolutionOperator implements Operator {
    private final int groups;
    private final int groupInputs;
    private final int groupOutputs;
    private final double[] weights;
    private final double[] bias;
    private final Axis rows;
    private final Axis columns;

    /**
     * How one dimension of the input meets one of the output.
     *
     * @param length elements of the input
     * @param windows elements of the output
     * @param kernel elements of a window
     * @param stride distance of windows
     * @param padding zeros before the first element
     * @param dilation distance of the elements of a window
     */
    private record Axis(int length, int windows, int kernel, int stride, int padding, int dilation) {
        private static final Axis ONE = new Axis(1, 1, 1, 1, 0, 1);

        static Axis of(final Convolution convolution, final Node node, final int d) {
            return new Axis(
                    node.input()[d + 1],
                    node.output()[d + 1],
                    convolution.weight().shape()[d + 2],
                    convolution.stride()[d],
                    convolution.padding()[d],
                    convolution.dilation()[d]);
        }

        /** The window that sees an element at a place of its kernel; -1 when none does. */
        int window(final int element, final int place) {
            final long start = (long) element + padding - (long) place * dilation;
            return start < 0 || start % stride != 0 || start / stride >= windows ? -1 : (int) (start / stride);
        }
    }

    /**
     * @param convolution the kernel
     * @param node its shapes
     */
    ConvolutionOperator(final Convolution convolution, final Node node) {
        groups = convolution.groups();
        groupInputs = convolution.weight().shape()[1];
        groupOutputs = convolution.outputs() / groups;
        weights = convolution.weight().data();
        bias = convolution.bias() == null
                ? new double[convolution.outputs()]
                : convolution.bias().spread("bias", convolution.outputs());
        rows = convolution.rank() == 2 ? Axis.of(convolution, node, 0) : Axis.ONE;
        columns = Axis.of(convolution, node, convolution.rank() - 1);
    }

    @Override
    public void step(final double[] input, final double[] output) {
        final int windows = rows.windows * columns.windows;
        for (int channel = 0; channel < bias.length; channel++) {
            Arrays.fill(output, channel * windows, (channel + 1) * windows, bias[channel]);
        }
        int index = 0;
        for (int channel = 0; channel < groups * groupInputs; channel++) {
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < columns.length; column++) {
                    final double x = input[index++];
                    if (x != 0) {
                        add(channel, row, column, x, output);
                    }
                }
            }
        }
    }

    private void add(final int channel, final int row, final int column, final double x, final double[] output) {
        final int firstOutput = channel / groupInputs * groupOutputs;
        final int kernelSize = rows.kernel * columns.kernel;
        for (int ky = 0; ky < rows.kernel; ky++) {
            final int windowRow = rows.window(row, ky);
            if (windowRow < 0) {
                continue;
            }
            for (int kx = 0; kx < columns.kernel; kx++) {
                final int windowColumn = columns.window(column, kx);
                if (windowColumn < 0) {
                    continue;
                }
                final int place = channel % groupInputs * kernelSize + ky * columns.kernel + kx;
                for (int o = firstOutput; o < firstOutput + groupOutputs; o++) {
                    output[(o * rows.windows + windowRow) * columns.windows + windowColumn] +=
                            x * weights[o * groupInputs * kernelSize + place];
                }
            }
        }
    }
}
