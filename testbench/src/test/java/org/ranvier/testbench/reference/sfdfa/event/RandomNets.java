package org.ranvier.testbench.reference.sfdfa.event;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random spike trains and layers that fire a few times per neuron. */
final class RandomNets {
    static final double TAU_SYNAPSE = 0.1;
    static final double END = 0.4;

    private RandomNets() {}

    static SpikeTrain train(final SplittableRandom random, final int inputs, final int spikes) {
        final List<SpikeTrain.Spike> list = new ArrayList<>();
        for (int s = 0; s < spikes; s++) {
            list.add(new SpikeTrain.Spike(random.nextDouble() * 0.2, random.nextInt(inputs), 0));
        }
        return SpikeTrain.of(list);
    }

    static double[][] weights(final SplittableRandom random, final int neurons, final int inputs, final double mean) {
        final double[][] weights = new double[neurons][inputs];
        for (final double[] row : weights) {
            for (int j = 0; j < inputs; j++) {
                row[j] = mean + 2 * random.nextDouble() - 1;
            }
        }
        return weights;
    }
}
