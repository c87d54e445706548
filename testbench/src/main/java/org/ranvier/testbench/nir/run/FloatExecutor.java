package org.ranvier.testbench.nir.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Node;

/**
 * The executor that others are compared with: 64-bit floating point, one node after the other.
 *
 * <p>A recurrent edge brings what its node gave in the step before. Such a node comes later in the order than the one it feeds, so its
 * output is still the old one when that is computed. Before the first step a population has given no spikes, and the other nodes what
 * they make of that: a recurrent Affine its bias.
 */
public final class FloatExecutor implements Executor {
    private final Network network;
    private final List<Operator> operators = new ArrayList<>();
    private final double[][] inputs;
    private final double[][] outputs;
    private final double[] frame;
    private final Monitor.Activity activity = new Monitor.Activity() {
        @Override
        public double[] output(final int node) {
            return outputs[node];
        }

        @Override
        public double[] potential(final int node) {
            return operators.get(node).potential();
        }
    };

    /**
     * Prepares a network.
     *
     * @param network the network
     * @param rules what NIR leaves open
     * @throws ConfigurationException naming the node that is not supported or does not fit the rules
     */
    public FloatExecutor(final Network network, final RunRules rules) {
        network.requireSupported();
        this.network = network;
        for (final Node node : network.nodes()) {
            try {
                operators.add(node.operation().accept(new Operators(node, rules)));
            } catch (final ConfigurationException e) {
                throw new ConfigurationException(network.source() + ": " + node.path() + ": " + e.getMessage(), e);
            }
        }
        inputs = network.nodes().stream()
                .map(node -> new double[node.inputSize()])
                .toArray(double[][]::new);
        outputs = network.nodes().stream().map(node -> new double[node.size()]).toArray(double[][]::new);
        frame = new double[network.inputSize()];
    }

    @Override
    public void run(final Frames frames, final int steps, final Monitor monitor) {
        rest();
        for (int step = 0; step < steps; step++) {
            if (step < frames.steps()) {
                frames.frame(step, frame);
            } else {
                Arrays.fill(frame, 0);
            }
            enter();
            for (int node = 0; node < inputs.length; node++) {
                sum(node);
                operators.get(node).step(inputs[node], outputs[node]);
            }
            monitor.step(step, activity);
        }
    }

    private void rest() {
        Arrays.fill(frame, 0);
        enter();
        for (int node = 0; node < inputs.length; node++) {
            operators.get(node).reset();
            Arrays.fill(outputs[node], 0);
        }
        for (int node = 0; node < inputs.length; node++) {
            if (!network.nodes().get(node).operation().stateful()) {
                sum(node);
                operators.get(node).step(inputs[node], outputs[node]);
            }
        }
    }

    /** Deals the frame out to the Inputs. */
    private void enter() {
        int start = 0;
        for (final int node : network.inputs()) {
            System.arraycopy(frame, start, inputs[node], 0, inputs[node].length);
            start += inputs[node].length;
        }
    }

    private void sum(final int node) {
        final List<Node.Feed> feeds = network.nodes().get(node).feeds();
        if (feeds.isEmpty()) {
            return;
        }
        final double[] sum = inputs[node];
        System.arraycopy(outputs[feeds.get(0).from()], 0, sum, 0, sum.length);
        for (int feed = 1; feed < feeds.size(); feed++) {
            final double[] more = outputs[feeds.get(feed).from()];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more[i];
            }
        }
    }
}
