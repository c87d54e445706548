package org.ranvier.testbench.reference.sfdfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.testbench.reference.sfdfa.event.EventLayer;
import org.ranvier.testbench.reference.sfdfa.event.FormB;
import org.ranvier.testbench.reference.sfdfa.event.LayerConstants;
import org.ranvier.testbench.reference.sfdfa.event.LayerConstants.Slope;
import org.ranvier.testbench.reference.sfdfa.event.NeuronRun;
import org.ranvier.testbench.reference.sfdfa.event.SpikeTrain;

/** The integer form on its grid approximates neurons in continuous time: spike counts, spike times and the direction of eligibilities. */
class IntegerFormTest {
    private static final int INPUTS = 20;
    private static final int NEURONS = 200;
    private static final int STEPS = 100;
    private static final int THRESHOLD = 50463;

    /**
     * A step is 1/128 of the membrane's time constant, so spikes come up to a step late and pull later ones with them. The exact slope divides by a
     * number that may be close to 0, so its eligibilities depend strongly on the grid.
     */
    @ParameterizedTest
    @CsvSource({"SMOOTH, true, 0.998", "SMOOTH, false, 0.998", "EXACT, true, 0.99", "EXACT, false, 0.99"})
    void shouldFollowContinuousTimeWhenNeuronsAreRandom(
            final Slope slope, final boolean intraNeuron, final double cosine) {
        final SplittableRandom random = new SplittableRandom(17);
        final int[][] trains = new int[STEPS][0];
        final List<SpikeTrain.Spike> spikes = new ArrayList<>();
        for (int j = 0; j < INPUTS; j++) {
            final int step = random.nextInt(50);
            trains[step] = append(trains[step], j);
            spikes.add(new SpikeTrain.Spike(step, j, 0));
        }
        final int[][] weights = weights(random);
        final SfdfaReference reference = new SfdfaReference(spec(slope == Slope.EXACT, intraNeuron));
        reference.setWeights(1, weights);
        reference.present(trains, true);
        final NeuronRun[] runs = continuous(weights, SpikeTrain.of(spikes), slope, intraNeuron);
        assertCloseTo(runs, reference, cosine);
    }

    private static void assertCloseTo(final NeuronRun[] runs, final SfdfaReference reference, final double cosine) {
        final int[][] eligibility = reference.state(1).eligibility();
        final List<Double> cosines = new ArrayList<>();
        int sameCount = 0;
        for (int i = 0; i < NEURONS; i++) {
            if (runs[i].count() > 0 && runs[i].count() == reference.counts(1)[i]) {
                cosines.add(cosine(runs[i].eligibility(), eligibility[i]));
            }
            sameCount += runs[i].count() == reference.counts(1)[i] ? 1 : 0;
        }
        assertThat(sameCount).isGreaterThan(NEURONS * 9 / 10);
        assertThat(cosines).hasSizeGreaterThan(NEURONS / 3);
        assertThat(cosines.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isGreaterThan(cosine);
    }

    /** E of the integer form is -E / tau. */
    private static double cosine(final double[] continuous, final int[] integer) {
        double product = 0;
        double left = 0;
        double right = 0;
        for (int j = 0; j < integer.length; j++) {
            product -= continuous[j] * integer[j];
            left += continuous[j] * continuous[j];
            right += (double) integer[j] * integer[j];
        }
        return product / Math.sqrt(left * right);
    }

    private static NeuronRun[] continuous(
            final int[][] weights, final SpikeTrain train, final Slope slope, final boolean intraNeuron) {
        final LayerConstants constants = new LayerConstants(64, THRESHOLD / 65536.0, slope);
        final double[][] real = new double[NEURONS][INPUTS];
        for (int i = 0; i < NEURONS; i++) {
            for (int j = 0; j < INPUTS; j++) {
                real[i][j] = weights[i][j] / 1024.0;
            }
        }
        return new EventLayer(constants, real)
                .run(train, STEPS - 1, new double[NEURONS], () -> new FormB(constants, INPUTS, intraNeuron));
    }

    private static SfdfaSpec spec(final boolean exact, final boolean intraNeuron) {
        return new SfdfaSpec(
                new int[] {INPUTS, NEURONS},
                new SfdfaTiming(STEPS, 49, 7, 6),
                List.of(SfdfaLayerSpec.of(THRESHOLD, 0, 0, 8)),
                1,
                1,
                0,
                0,
                SfdfaRule.DEFAULT.withGradient(exact, intraNeuron),
                new SfdfaSchedule(8, false, new int[0]),
                1);
    }

    private static int[][] weights(final SplittableRandom random) {
        final int[][] weights = new int[NEURONS][INPUTS];
        for (final int[] row : weights) {
            for (int j = 0; j < INPUTS; j++) {
                row[j] = random.nextInt(-1024, 2048);
            }
        }
        return weights;
    }

    private static int[] append(final int[] values, final int value) {
        final int[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = value;
        return longer;
    }
}
