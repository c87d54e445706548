package org.ranvier.testbench.nir.file;

import io.jhdf.api.Group;
import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.graph.Affine;
import org.ranvier.testbench.nir.graph.Convolution;
import org.ranvier.testbench.nir.graph.Delay;
import org.ranvier.testbench.nir.graph.Flatten;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.Operation;
import org.ranvier.testbench.nir.graph.Pool;
import org.ranvier.testbench.nir.graph.Port;
import org.ranvier.testbench.nir.graph.Scale;
import org.ranvier.testbench.nir.graph.Tensor;
import org.ranvier.testbench.nir.graph.Threshold;
import org.ranvier.testbench.nir.graph.Unknown;

/** Reads the parameters of one node. Fields that older versions of NIR did not write may be missing; fields not named here are ignored. */
final class OperationReader {
    private static final int MOST = 1 << 24;

    private final Hdf5File hdf;

    /**
     * @param hdf the open file
     */
    OperationReader(final Hdf5File hdf) {
        this.hdf = hdf;
    }

    /**
     * Reads a node that is not a graph.
     *
     * @param type its type
     * @param node its group
     * @return what it computes
     * @throws ConfigurationException naming the parameter that is missing or impossible
     */
    Operation read(final String type, final Group node) {
        return switch (type) {
            case "Input", "Output" -> new Port(type.equals("Input"), shape(node));
            case "Linear" -> new Affine(hdf.tensor(node, "weight"), null);
            case "Affine" -> new Affine(hdf.tensor(node, "weight"), hdf.tensor(node, "bias"));
            case "Conv1d" -> convolution(node, 1);
            case "Conv2d" -> convolution(node, 2);
            case "SumPool2d", "AvgPool2d" -> pool(type, node);
            case "Flatten" -> new Flatten(integer(node, "start_dim", 1), integer(node, "end_dim", -1));
            case "Scale" -> new Scale(hdf.tensor(node, "scale"));
            case "Threshold" -> new Threshold(hdf.tensor(node, "threshold"));
            case "Delay" -> delay(node);
            case "I" -> neuron(type, node, null, false, false);
            case "IF" -> neuron(type, node, null, false, true);
            case "LI" -> neuron(type, node, "tau", false, false);
            case "LIF" -> neuron(type, node, "tau", false, true);
            case "CubaLI" -> neuron(type, node, "tau_mem", true, false);
            case "CubaLIF" -> neuron(type, node, "tau_mem", true, true);
            default -> new Unknown(type);
        };
    }

    private Neuron neuron(
            final String type, final Group node, final String tau, final boolean synapse, final boolean spiking) {
        return new Neuron(
                type,
                synapse ? hdf.tensor(node, "tau_syn") : null,
                synapse ? optional(node, "w_in", Tensor.filled(1, 1)) : null,
                tau == null ? null : hdf.tensor(node, tau),
                hdf.tensor(node, "r"),
                tau == null ? null : hdf.tensor(node, "v_leak"),
                spiking ? hdf.tensor(node, "v_threshold") : null,
                spiking ? optional(node, "v_reset", null) : null);
    }

    private Delay delay(final Group node) {
        final Tensor delay = hdf.tensor(node, "delay");
        if (!(delay.min() >= 0)) {
            throw new ConfigurationException("delay holds " + delay.min() + ", expected 0 seconds or more");
        }
        return new Delay(delay);
    }

    private Pool pool(final String type, final Group node) {
        final int[] kernel = integers(node, "kernel_size", 2, null, 1);
        return new Pool(
                type.equals("AvgPool2d"),
                kernel,
                integers(node, "stride", 2, kernel, 1),
                integers(node, "padding", 2, new int[2], 0));
    }

    private Convolution convolution(final Group node, final int rank) {
        final Tensor weight = hdf.tensor(node, "weight");
        if (weight.shape().length != rank + 2) {
            throw new ConfigurationException(
                    "weight has " + weight.shape().length + " dimensions, expected " + (rank + 2));
        }
        final int[] ones = new int[rank];
        Arrays.fill(ones, 1);
        final int[] stride = integers(node, "stride", rank, ones, 1);
        final int[] dilation = integers(node, "dilation", rank, ones, 1);
        final int[][] padding = padding(node, rank, weight.shape(), stride, dilation);
        return new Convolution(
                weight,
                optional(node, "bias", null),
                stride,
                padding[0],
                padding[1],
                dilation,
                integer(node, "groups", 1),
                hdf.has(node, "input_shape") ? integers(node, "input_shape", rank, null, 1) : null);
    }

    /** Numbers, or one of PyTorch's words: "valid" is none, "same" keeps the shape and has the odd zero at the end. */
    private int[][] padding(
            final Group node, final int rank, final int[] weight, final int[] stride, final int[] dilation) {
        if (!hdf.has(node, "padding") || !hdf.isString(node, "padding")) {
            final int[] both = integers(node, "padding", rank, new int[rank], 0);
            return new int[][] {both, both};
        }
        final String word = hdf.string(node, "padding");
        final int[][] padding = new int[2][rank];
        if (word.equals("same")) {
            for (int d = 0; d < rank; d++) {
                if (stride[d] != 1) {
                    throw new ConfigurationException("padding: same is not possible with stride " + stride[d]);
                }
                final int total = integer("padding", (double) dilation[d] * (weight[d + 2] - 1), 0);
                padding[0][d] = total / 2;
                padding[1][d] = total - total / 2;
            }
        } else if (!word.equals("valid")) {
            throw ConfigurationException.of("padding", word, "numbers, same or valid");
        }
        return padding;
    }

    private int[] shape(final Group node) {
        final Tensor sizes = hdf.tensor(node, "shape");
        final int[] shape = new int[sizes.size()];
        for (int d = 0; d < shape.length; d++) {
            shape[d] = integer("shape", sizes.data()[d], 1);
        }
        return shape;
    }

    private Tensor optional(final Group node, final String name, final Tensor missing) {
        return hdf.has(node, name) ? hdf.tensor(node, name) : missing;
    }

    private int integer(final Group node, final String name, final int missing) {
        return hdf.has(node, name) ? integers(node, name, 1, null, -MOST)[0] : missing;
    }

    /** One integer for each of so many dimensions, or one for all. */
    private int[] integers(final Group node, final String name, final int count, final int[] missing, final int min) {
        if (missing != null && !hdf.has(node, name)) {
            return missing;
        }
        final Tensor values = hdf.tensor(node, name);
        if (values.size() != 1 && values.size() != count) {
            throw new ConfigurationException(name + " has " + values.size() + " values, expected " + count);
        }
        final double[] all = values.spread(name, count);
        final int[] integers = new int[count];
        for (int d = 0; d < count; d++) {
            integers[d] = integer(name, all[d], min);
        }
        return integers;
    }

    private static int integer(final String name, final double value, final int min) {
        if (value != Math.rint(value) || value < min || value > MOST) {
            throw new ConfigurationException(
                    name + ": " + value + " is not allowed, expected a whole number in " + min + ".." + MOST);
        }
        return (int) value;
    }
}
