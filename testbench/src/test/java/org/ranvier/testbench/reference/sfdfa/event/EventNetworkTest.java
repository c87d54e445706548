package org.ranvier.testbench.reference.sfdfa.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ranvier.testbench.reference.sfdfa.event.LayerConstants.Slope;

/** Perturbations estimate the output weights, and what is learnt from them drives spike counts to their targets. */
class EventNetworkTest {
    private static final int INPUTS = 8;
    private static final int HIDDEN = 6;
    private static final int OUTPUTS = 3;

    /**
     * E[p_j d_o] is w_oj where j first fires before o last fires, and 0 elsewhere. With signs as perturbations the products scatter with
     * variance sum of the other w^2, so each mean of 4,000 is normal around the truth to good approximation. Bound 6 sigma on 18 means:
     * false alarm below 1e-7 if the seed were drawn.
     */
    @Test
    void shouldCorrelateToTheOutputWeightsWhenPerturbationsAreSigns() {
        final SplittableRandom random = new SplittableRandom(11);
        final EventNetwork network = network(random, 0.15);
        final SpikeTrain train = RandomNets.train(random, INPUTS, 20);
        final int draws = 4000;
        final double[][] sums = new double[HIDDEN][OUTPUTS];
        for (int n = 0; n < draws; n++) {
            final double[] p = signs(random);
            network.present(train, RandomNets.END, new double[][] {p});
            for (int j = 0; j < HIDDEN; j++) {
                for (int o = 0; o < OUTPUTS; o++) {
                    sums[j][o] += p[j] * network.runs(1)[o].derivative();
                }
            }
        }
        int masked = 0;
        for (int o = 0; o < OUTPUTS; o++) {
            final double[] seen = seen(network, o);
            for (int j = 0; j < HIDDEN; j++) {
                double variance = 0;
                for (int other = 0; other < HIDDEN; other++) {
                    variance += other == j ? 0 : seen[other] * seen[other];
                }
                masked += seen[j] == 0 ? 1 : 0;
                assertThat(sums[j][o] / draws).isCloseTo(seen[j], within(6 * Math.sqrt(variance / draws) + 1e-9));
            }
        }
        assertThat(masked).as("hidden neurons that an output did not hear").isBetween(1, HIDDEN * OUTPUTS / 2);
    }

    /** The weights of an output from neurons that fired before it did last; 0 for the others. */
    private static double[] seen(final EventNetwork network, final int output) {
        final NeuronRun run = network.runs(1)[output];
        final double[] seen = network.layer(1).weights()[output].clone();
        for (int j = 0; j < HIDDEN; j++) {
            final NeuronRun hidden = network.runs(0)[j];
            if (run.count() == 0 || hidden.count() == 0 || hidden.time(0) > run.time(run.count() - 1)) {
                seen[j] = 0;
            }
        }
        return seen;
    }

    @Test
    void shouldDriveCountsToTheirTargetsWhenOneSampleIsLearntAgainAndAgain() {
        final SplittableRandom random = new SplittableRandom(3);
        final EventNetwork network = network(random, 0.3);
        final SpikeTrain train = RandomNets.train(random, INPUTS, 20);
        final double[] targets = {9, 3, 5};
        network.present(train, RandomNets.END, new double[][] {signs(random)});
        assertThat(counts(network)).isNotEqualTo(targets);
        for (int n = 0; n < 500; n++) {
            network.present(train, RandomNets.END, new double[][] {signs(random)});
            network.learnFeedback(0.05);
            network.learn(targets, 0.05);
        }
        assertThat(counts(network)).isEqualTo(targets);
    }

    private static double[] counts(final EventNetwork network) {
        final double[] counts = new double[OUTPUTS];
        for (int o = 0; o < OUTPUTS; o++) {
            counts[o] = network.runs(1)[o].count();
        }
        return counts;
    }

    private static double[] signs(final SplittableRandom random) {
        final double[] signs = new double[HIDDEN];
        for (int j = 0; j < HIDDEN; j++) {
            signs[j] = random.nextBoolean() ? 1 : -1;
        }
        return signs;
    }

    private static EventNetwork network(final SplittableRandom random, final double meanWeight) {
        final LayerConstants hidden = new LayerConstants(RandomNets.TAU_SYNAPSE, 0.7, Slope.SMOOTH);
        final LayerConstants output = new LayerConstants(RandomNets.TAU_SYNAPSE, 1.2, Slope.SMOOTH);
        return new EventNetwork(List.of(
                new EventLayer(hidden, RandomNets.weights(random, HIDDEN, INPUTS, meanWeight)),
                new EventLayer(output, RandomNets.weights(random, OUTPUTS, HIDDEN, 0.4))));
    }
}
