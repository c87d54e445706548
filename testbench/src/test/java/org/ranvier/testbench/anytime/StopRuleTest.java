package org.ranvier.testbench.anytime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.energy.EnergyProfiles;
import org.ranvier.testbench.train.TrainListener;

/** Gaps in integer units, the bound of a confidence, and that a chip stops where a trace of its gaps says. */
class StopRuleTest {
    private final AnytimeModel model = AnytimeModels.random();

    @Test
    void shouldScaleAGapToTheUnitOfTheLogits() {
        assertThat(StopRule.beta(model, 1.23).thresholds()).containsExactly(61, 61, 61, 61, 61, 61);
        assertThat(StopRule.beta(model, 0).thresholds()).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.9, 0.99, 0.9999})
    void shouldNeverStopBelowTheConfidence(final double confidence) {
        final int threshold = StopRule.confidence(model, confidence).thresholds()[0];
        final SplittableRandom random = new SplittableRandom(1);
        double least = 1;
        for (int trial = 0; trial < 20_000; trial++) {
            final int[] logits = new int[10];
            // Half of the trials: all others just as far below, where the bound is tight.
            Arrays.setAll(logits, k -> random.nextInt(0, 800));
            if (trial % 2 == 0) {
                Arrays.fill(logits, 0);
                logits[3] = threshold + 1 + random.nextInt(3);
            }
            final int[] sorted = logits.clone();
            Arrays.sort(sorted);
            if (sorted[9] - sorted[8] > threshold) {
                final double sum = Arrays.stream(logits)
                        .mapToDouble(y -> Math.exp((y - sorted[9]) / model.logitScale()))
                        .sum();
                assertThat(1 / sum).isGreaterThan(confidence);
                least = Math.min(least, 1 / sum);
            }
        }
        assertThat(least).isLessThan(confidence + 0.02 * (1 - confidence) + 0.005);
    }

    @Test
    void shouldRefuseConfidencesOfChanceAndOfCertainty() {
        for (final double confidence : new double[] {0.1, 1, -1, Double.NaN}) {
            assertThatThrownBy(() -> StopRule.confidence(model, confidence))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("--confidence: ");
        }
    }

    @Test
    void shouldStopWhereTheTraceOfItsGapsSays() {
        final DataSet data = DataSets.load("mnist", null);
        final ImageSet images = data.test().first(60);
        final ChipSpec chip = ChipSpec.DEFAULT.withFabric(FabricKind.IDEAL);
        final AnytimeInference inference =
                new AnytimeInference(model, data, images, chip, EnergyProfiles.load(EnergyProfiles.DEFAULT));
        final TrainListener nobody = new TrainListener() {};
        final int[] table = {200, 190, 150, 160, 90, 1};
        final Tradeoff.Point point = inference.trace("", nobody).stoppedBy(table);
        final var report = inference.run(new StopRule("beta", 1, table), nobody, stopping -> nobody);

        assertThat(report.get("accuracy")).isEqualTo(point.accuracy());
        assertThat((double) report.get("decision_ticks"))
                .isEqualTo(point.ticks())
                .isBetween(1.5, 5.9);
        assertThat((double) report.get("pipeline_ticks")).isEqualTo(point.ticks() + 1);
    }
}
