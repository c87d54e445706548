package org.ranvier.testbench.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.programs.sfdfa.SfdfaChip;
import org.ranvier.programs.sfdfa.SfdfaMapping;
import org.ranvier.programs.sfdfa.SfdfaNormaliser;
import org.ranvier.programs.sfdfa.SfdfaRecipe;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;

/** The chip equals the reference model bit for bit: learning and inference, every recipe, option, depth and split. */
class SfdfaScoreboardTest {
    private static final int KIB = 1024;
    private static final int DEFAULT_KIB = 128;
    private static final ImageSet IMAGES = DataSets.load("mnist", null).train();

    /** The network of the experiments, 110 images; every eleventh is a test image, which must leave no trace. */
    @ParameterizedTest(name = "{0}, learned feedback {1}")
    @CsvSource({"R0, true", "R1, true", "SHORT, true", "R0, false", "R1, false"})
    void shouldEqualTheReferenceWhenARecipeRuns(final SfdfaRecipe recipe, final boolean learned) {
        compare(SfdfaPair.of(new int[] {784, 100, 10}, recipe, learned, 16), DEFAULT_KIB, FabricKind.CYCLE, 110);
    }

    @ParameterizedTest(name = "{0}, {1}, exact {2}, intra {3}, learned {4}, {5}, {6} bits, {7} KiB, split {8}, {9}")
    @CsvSource({
        // Gradients, with and without the dependency of later spikes on earlier ones.
        "784-20-10,       R0,    true,  true,  true,  OFF,    16, 128, false, CYCLE",
        "784-20-10,       R0,    true,  false, true,  OFF,    16, 128, false, IDEAL",
        "784-20-10,       R0,    false, false, true,  OFF,    16, 128, false, IDEAL",
        // Normalisers, under either feedback.
        "784-20-10,       R0,    false, true,  true,  GAIN,   16, 128, false, IDEAL",
        "784-20-10,       R1,    true,  true,  true,  ENERGY, 16, 128, false, IDEAL",
        "784-20-10,       R1,    false, false, false, GAIN,   16, 128, false, IDEAL",
        // Narrow weights.
        "784-20-10,       R1,    false, true,  true,  GAIN,   8,  128, false, CYCLE",
        "784-20-10,       R0,    false, true,  false, OFF,    8,  128, false, IDEAL",
        "784-16-12-10,    R1,    false, true,  true,  GAIN,   8,  128, false, IDEAL",
        // Layers over several cores.
        "784-20-10,       SHORT, false, true,  true,  OFF,    16, 28,  true,  CYCLE",
        "784-20-10,       R1,    false, true,  true,  GAIN,   16, 40,  true,  IDEAL",
        // Deeper networks, whole and split.
        "784-20-16-10,    R0,    false, true,  true,  OFF,    16, 128, false, CYCLE",
        "784-20-16-10,    R1,    true,  true,  true,  GAIN,   16, 48,  true,  CYCLE",
        "784-20-16-10,    R1,    false, true,  false, ENERGY, 16, 128, false, IDEAL",
        "784-16-16-12-10, SHORT, false, false, true,  OFF,    16, 128, false, IDEAL",
    })
    void shouldEqualTheReferenceWhenOptionsAreMixed(
            final String sizes,
            final SfdfaRecipe recipe,
            final boolean exact,
            final boolean intra,
            final boolean learned,
            final SfdfaNormaliser normaliser,
            final int weightBits,
            final int memory,
            final boolean split,
            final FabricKind fabric) {
        final SfdfaPair pair = SfdfaPair.of(sizes(sizes), recipe, learned, weightBits)
                .with(exact, intra, normaliser)
                .excitable();
        final SfdfaMapping mapping = pair.chip(memory * KIB, fabric).mapping();
        assertThat(mapping.placements().size() > mapping.network().sizes().length)
                .isEqualTo(split);
        compare(pair, memory, fabric, 44);
    }

    private static void compare(final SfdfaPair pair, final int memory, final FabricKind fabric, final int images) {
        final SfdfaChip chip = pair.chip(memory * KIB, fabric);
        final SfdfaScoreboard board = new SfdfaScoreboard(chip, pair.reference());
        for (int i = 0; i < images; i++) {
            final int offset = IMAGES.offset(i);
            final Divergence difference = i % 11 == 10
                    ? board.classify(IMAGES.pixels(), offset)
                    : board.learn(IMAGES.pixels(), offset, IMAGES.label(i));
            assertThat(difference).isNull();
        }
        for (int layer = 1; layer <= chip.mapping().network().layers(); layer++) {
            assertThat(chip.updates(layer))
                    .as("weights learnt in layer %d", layer)
                    .isPositive();
        }
    }

    @Test
    void shouldNameTheFirstDifferenceWhenOneWeightIsWrong() {
        final SfdfaPair pair = SfdfaPair.of(new int[] {784, 12, 10}, SfdfaRecipe.SHORT, true, 16);
        final SfdfaChip chip = pair.chip(DEFAULT_KIB * KIB, FabricKind.IDEAL);
        final int[][] weights = chip.arrays().weights(1);
        // A pixel in the corner is black in every image, so this weight is read by no spike.
        weights[0][3] ^= 1;
        chip.arrays().weights(1, weights);
        final Divergence difference =
                new SfdfaScoreboard(chip, pair.reference()).learn(IMAGES.pixels(), IMAGES.offset(0), IMAGES.label(0));
        assertThat(difference.quantity()).isEqualTo("weight of layer 1 at [3][0]");
        assertThat(difference.found()).isEqualTo(difference.expected() ^ 1);
    }

    private static int[] sizes(final String text) {
        return Arrays.stream(text.strip().split("-"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
