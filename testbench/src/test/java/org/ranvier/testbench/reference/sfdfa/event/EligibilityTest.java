package org.ranvier.testbench.reference.sfdfa.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.testbench.reference.sfdfa.event.LayerConstants.Slope;

/** The online gradient is the derivative of the spike times, in both of its forms. */
class EligibilityTest {
    private static final int INPUTS = 8;
    private static final double STEP = 1e-6;

    /**
     * Central differences of every spike time by every weight of forty random neurons. Their error is the third derivative times the square of the
     * step, which grows without bound as a spike is about to vanish: neurons whose slope D comes within 0.5 of 0 are left out.
     */
    @Test
    void shouldBeTheSlopeOfTheSpikeTimesWhenWeightsAreMovedOneByOne() {
        int compared = 0;
        for (int seed = 0; seed < 40; seed++) {
            final SplittableRandom random = new SplittableRandom(seed);
            final SpikeTrain train = RandomNets.train(random, INPUTS, 12);
            final EventLayer layer = layer(Slope.EXACT, RandomNets.weights(random, 1, INPUTS, 0.8));
            final NeuronRun run = run(layer, train);
            for (int j = 0; j < INPUTS && steep(run); j++) {
                final double[] row = layer.weights()[0];
                row[j] += STEP;
                final NeuronRun above = run(layer, train);
                row[j] -= 2 * STEP;
                final NeuronRun below = run(layer, train);
                row[j] += STEP;
                for (int k = 0; k < run.count(); k++) {
                    final double slope = (above.time(k) - below.time(k)) / (2 * STEP);
                    assertThat(run.gradient(k)[j]).isCloseTo(slope, within(1e-7));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    /** dt/dw of a steep spike is small whatever its input did. */
    private static boolean steep(final NeuronRun run) {
        for (int k = 0; k < run.count(); k++) {
            for (final double gradient : run.gradient(k)) {
                if (Math.abs(gradient) > 0.5) {
                    return false;
                }
            }
        }
        return true;
    }

    @ParameterizedTest
    @CsvSource({"EXACT, true", "EXACT, false", "SMOOTH, true", "SMOOTH, false"})
    void shouldBeTheSameInBothFormsWhenNeuronsAreRandom(final Slope slope, final boolean intraNeuron) {
        int spikes = 0;
        for (int seed = 0; seed < 100; seed++) {
            final SplittableRandom random = new SplittableRandom(seed);
            final SpikeTrain train = RandomNets.train(random, INPUTS, 12);
            final EventLayer layer = layer(slope, RandomNets.weights(random, 1, INPUTS, 0.8));
            final LayerConstants constants = layer.constants();
            final NeuronRun formA =
                    layer.run(train, RandomNets.END, new double[1], () -> new FormA(constants, INPUTS, intraNeuron))[0];
            final NeuronRun formB =
                    layer.run(train, RandomNets.END, new double[1], () -> new FormB(constants, INPUTS, intraNeuron))[0];
            assertThat(formB.count()).isEqualTo(formA.count());
            for (int k = 0; k < formA.count(); k++) {
                final double size = largest(formA.gradient(k)) + 1e-3;
                assertThat(formB.gradient(k)).containsExactly(formA.gradient(k), within(1e-9 * size));
            }
            assertThat(formB.eligibility())
                    .containsExactly(formA.eligibility(), within(1e-9 * (largest(formA.eligibility()) + 1e-3)));
            spikes += formA.count();
        }
        assertThat(spikes).isGreaterThan(200);
    }

    /** The loss is the sum of all spike times of the output, a smooth function of its weights, which local gradients descend exactly. */
    @Test
    void shouldSumUpToTheGradientOfTheTotalOfOutputSpikeTimesWhenThatIsTheLoss() {
        final SplittableRandom random = new SplittableRandom(5);
        final EventLayer hidden = layer(Slope.EXACT, RandomNets.weights(random, 4, INPUTS, 0.8));
        final EventLayer output = layer(Slope.EXACT, RandomNets.weights(random, 2, 4, 1.0));
        final SpikeTrain train =
                EventLayer.train(hidden.run(RandomNets.train(random, INPUTS, 20), RandomNets.END, new double[4]));
        final NeuronRun[] runs = output.run(train, RandomNets.END, new double[2]);
        assertThat(runs[0].count() + runs[1].count()).isGreaterThan(4);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 4; j++) {
                output.weights()[i][j] += STEP;
                final double above = total(output.run(train, RandomNets.END, new double[2]));
                output.weights()[i][j] -= 2 * STEP;
                final double below = total(output.run(train, RandomNets.END, new double[2]));
                output.weights()[i][j] += STEP;
                assertThat(runs[i].eligibility()[j]).isCloseTo((above - below) / (2 * STEP), within(1e-6));
            }
        }
    }

    private static double total(final NeuronRun[] runs) {
        double total = 0;
        for (final NeuronRun run : runs) {
            for (int k = 0; k < run.count(); k++) {
                total += run.time(k);
            }
        }
        return total;
    }

    private static double largest(final double[] values) {
        double largest = 0;
        for (final double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static EventLayer layer(final Slope slope, final double[][] weights) {
        return new EventLayer(new LayerConstants(RandomNets.TAU_SYNAPSE, 0.7, slope), weights);
    }

    private static NeuronRun run(final EventLayer layer, final SpikeTrain train) {
        return layer.run(train, RandomNets.END, new double[1])[0];
    }
}
