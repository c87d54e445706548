package org.ranvier.testbench.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.anytime.AnytimeChip;
import org.ranvier.programs.anytime.AnytimeMapping;
import org.ranvier.programs.anytime.AnytimeNetwork;
import org.ranvier.programs.anytime.Coding;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.programs.fostdgd.Eligibility;
import org.ranvier.programs.fostdgd.FoStdgdChip;
import org.ranvier.programs.fostdgd.FoStdgdMapping;
import org.ranvier.programs.fostdgd.FoStdgdNetwork;
import org.ranvier.programs.fostdgd.FoStdgdRule;
import org.ranvier.programs.layered.InputForm;
import org.ranvier.programs.sfdfa.SfdfaChip;
import org.ranvier.programs.sfdfa.SfdfaRecipe;
import org.ranvier.testbench.reference.AnytimeReference;
import org.ranvier.testbench.reference.fostdgd.FoStdgdReference;

/** Chips that are shown spikes, and have no input core, equal their reference models bit for bit. */
class SpikeScoreboardTest {
    private static final int AXONS = 40;
    private static final int CLASSES = 4;
    private static final int SAMPLES = 33;

    @ParameterizedTest(name = "{0}, {1} bytes a core, {2}")
    @CsvSource({
        "R0,    131072, CYCLE",
        "R1,    131072, IDEAL",
        "SHORT, 12000,  CYCLE",
    })
    void shouldEqualTheReferenceWhenSfdfaHearsSpikes(
            final SfdfaRecipe recipe, final int memory, final FabricKind fabric) {
        final SfdfaPair pair =
                SfdfaPair.of(new int[] {AXONS, 20, CLASSES}, recipe, true, 16).excitable();
        final SfdfaChip chip = pair.chip(InputForm.SPIKES, memory, fabric);
        final SfdfaScoreboard board = new SfdfaScoreboard(chip, pair.reference());
        final long spikes = compare(chip.mapping().network().rule().steps(), board::learn, board::classify);

        assertThat(chip.spikes(0)).isEqualTo(spikes);
        assertThat(chip.spikes(2)).isPositive();
        assertThat(chip.mapping().layers().layer(0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RANK1", "EXACT"})
    void shouldEqualTheReferenceWhenFoStdgdHearsSpikes(final Eligibility eligibility) {
        final FoStdgdNetwork network = new FoStdgdNetwork(
                new int[] {AXONS, 20, CLASSES},
                new FoStdgdRule(eligibility, 15, 4096, 1.9, 0.001, 0.001, 0.05, true, true),
                1.5,
                1,
                3,
                null);
        final FoStdgdChip chip = new FoStdgdChip(new FoStdgdMapping(network, InputForm.SPIKES, ChipSpec.DEFAULT));
        final FoStdgdScoreboard board =
                new FoStdgdScoreboard(chip, new FoStdgdReference(FoStdgdExperiment.spec(network)));
        final long spikes = compare(15, board::learn, board::classify);

        assertThat(chip.spikes(0)).isEqualTo(spikes);
        assertThat(chip.spikes(2)).isPositive();
    }

    @Test
    void shouldEqualTheReferenceWhereverAnytimeInferenceStops() {
        final int ticks = 8;
        final SplittableRandom random = new SplittableRandom(4);
        final int[] sizes = {AXONS, 16, 12, CLASSES};
        final int[][][] weights = new int[3][][];
        for (int layer = 0; layer < weights.length; layer++) {
            weights[layer] = new int[sizes[layer]][sizes[layer + 1]];
            for (final int[] row : weights[layer]) {
                Arrays.setAll(row, unused -> random.nextInt(-128, 128));
            }
        }
        final int[] thresholds = {100, 120};
        final AnytimeChip chip = new AnytimeChip(
                new AnytimeMapping(
                        new AnytimeNetwork(sizes, ticks, Coding.EVENTS, thresholds, 5), ChipSpec.DEFAULT, false),
                weights);
        final int[] table = new int[ticks];
        Arrays.fill(table, 250);
        final AnytimeScoreboard board =
                new AnytimeScoreboard(chip, new AnytimeReference(weights, thresholds, ticks, null, 5), table);
        final int[] stops = new int[ticks + 1];
        final long spikes = compare(ticks, null, axons -> {
            final Divergence difference = board.classify(axons);
            stops[chip.decisionTick()]++;
            return difference;
        });

        assertThat(Arrays.stream(stops).filter(n -> n > 0).count()).isGreaterThanOrEqualTo(3);
        assertThat(chip.spikes(0))
                .as("what a sample that is cut short leaves unsent")
                .isPositive()
                .isLessThan(spikes);
    }

    @Test
    void shouldRefuseAnAxonThatTheInputDoesNotHave() {
        final SfdfaPair pair = SfdfaPair.of(new int[] {AXONS, 8, CLASSES}, SfdfaRecipe.R1, true, 16);
        final SfdfaChip chip = pair.chip(InputForm.SPIKES, 131_072, FabricKind.IDEAL);
        assertThatThrownBy(() -> chip.classifySpikes(new int[][] {{0, AXONS}}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("axon: 40 is not allowed, expected 0..39");
        assertThatThrownBy(() -> chip.classifySpikes(new int[51][0]))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("steps with input: 51 is not allowed, expected 0..50");
    }

    /** Asks what differs when a sample is only to be classified. */
    private interface Shown {
        Divergence classify(int[][] axons);
    }

    /** Shows samples of any length up to that of the rule, busy and silent ones; every fourth, or all, are not learnt from. */
    private static long compare(
            final int steps, final BiFunction<int[][], Integer, Divergence> learn, final Shown shown) {
        final SplittableRandom random = new SplittableRandom(steps);
        long spikes = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            final double rate = sample % 8 == 0 ? 0 : random.nextDouble(0.02, 0.5);
            final int[][] axons = new int[random.nextInt(steps / 2, steps + 1)][];
            for (int t = 0; t < axons.length; t++) {
                axons[t] = IntStream.range(0, AXONS)
                        .filter(axon -> random.nextDouble() < rate)
                        .toArray();
                spikes += axons[t].length;
            }
            assertThat(learn == null || sample % 4 == 3 ? shown.classify(axons) : learn.apply(axons, sample % CLASSES))
                    .isNull();
        }
        return spikes;
    }
}
