package org.ranvier.testbench.nir.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Neuron;

/** Sums over the steps of a sample what populations fire and Outputs give. */
public final class Totals implements Monitor {
    private final List<Integer> outputs;
    private final int[] spiking;
    private final long[] spikes;
    private final double[] sums;
    private int steps;

    /**
     * @param network the network that is run
     */
    public Totals(final Network network) {
        outputs = network.outputs();
        spiking = IntStream.range(0, network.nodes().size())
                .filter(i -> network.nodes().get(i).operation() instanceof final Neuron neuron && neuron.spiking())
                .toArray();
        spikes = new long[spiking.length];
        sums = new double
                [outputs.stream().mapToInt(i -> network.nodes().get(i).size()).sum()];
    }

    /** Forgets the sample before; spikes and steps go on being counted over all samples. */
    public void begin() {
        Arrays.fill(sums, 0);
    }

    @Override
    public void step(final int step, final Activity activity) {
        steps++;
        for (int i = 0; i < spiking.length; i++) {
            for (final double count : activity.output(spiking[i])) {
                spikes[i] += (long) count;
            }
        }
        int next = 0;
        for (final int output : outputs) {
            for (final double value : activity.output(output)) {
                sums[next++] += value;
            }
        }
    }

    /** @return indices of the nodes that fire */
    public int[] spiking() {
        return spiking;
    }

    /** @return spikes of each of these nodes, over all samples */
    public long[] spikes() {
        return spikes;
    }

    /** @return steps of all samples */
    public int steps() {
        return steps;
    }

    /** @return what the elements of the Outputs gave in this sample, added up: spikes, for neurons that fire */
    public double[] sums() {
        return sums;
    }

    /** @return the element with the largest sum, the first of equals */
    public int predicted() {
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            if (sums[i] > sums[best]) {
                best = i;
            }
        }
        return best;
    }
}
