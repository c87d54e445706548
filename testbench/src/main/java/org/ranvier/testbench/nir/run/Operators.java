package org.ranvier.testbench.nir.run;

import org.ranvier.testbench.nir.graph.Affine;
import org.ranvier.testbench.nir.graph.Convolution;
import org.ranvier.testbench.nir.graph.Delay;
import org.ranvier.testbench.nir.graph.Flatten;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.Node;
import org.ranvier.testbench.nir.graph.OperationVisitor;
import org.ranvier.testbench.nir.graph.Pool;
import org.ranvier.testbench.nir.graph.Port;
import org.ranvier.testbench.nir.graph.Scale;
import org.ranvier.testbench.nir.graph.Threshold;
import org.ranvier.testbench.nir.graph.Unknown;

/**
 * Makes the operator of a node.
 *
 * @param node the node
 * @param rules what NIR leaves open
 */
record Operators(Node node, RunRules rules) implements OperationVisitor<Operator> {
    private static final Operator COPY = (input, output) -> System.arraycopy(input, 0, output, 0, output.length);

    @Override
    public Operator port(final Port port) {
        return COPY;
    }

    @Override
    public Operator affine(final Affine affine) {
        return new AffineOperator(affine);
    }

    @Override
    public Operator convolution(final Convolution convolution) {
        return new ConvolutionOperator(convolution, node);
    }

    @Override
    public Operator pool(final Pool pool) {
        return new PoolOperator(pool, node);
    }

    @Override
    public Operator flatten(final Flatten flatten) {
        return COPY;
    }

    @Override
    public Operator scale(final Scale scale) {
        final double[] factors = scale.scale().spread("scale", node.size());
        return (input, output) -> {
            for (int i = 0; i < output.length; i++) {
                output[i] = factors[i] * input[i];
            }
        };
    }

    @Override
    public Operator threshold(final Threshold threshold) {
        final double[] thresholds = threshold.threshold().spread("threshold", node.size());
        return (input, output) -> {
            for (int i = 0; i < output.length; i++) {
                output[i] = input[i] > thresholds[i] ? 1 : 0;
            }
        };
    }

    @Override
    public Operator delay(final Delay delay) {
        return new DelayOperator(delay, node.size(), rules.dt());
    }

    @Override
    public Operator neuron(final Neuron neuron) {
        return new NeuronOperator(neuron, node.size(), rules);
    }

    @Override
    public Operator unknown(final Unknown unknown) {
        throw new IllegalArgumentException("networks are checked before they are run: " + unknown);
    }
}
