package org.ranvier.testbench.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.programs.chip.TileSpec;
import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.programs.ssnnbp.SsnnBpMapping;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;
import org.ranvier.rpu.CrossbarTiming;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.reference.SsnnBpReference;
import org.ranvier.testbench.reference.SsnnBpSpec;

/** The chip equals the reference model bit for bit: learning and inference, every depth, delay mode and split. */
class SsnnBpScoreboardTest {
    private static final int Q20 = 1 << 20;
    private static final ImageSet IMAGES = DataSets.load("mnist", null).train();

    @ParameterizedTest(name = "{0}, align {1}, tiles of {2} columns, theta {3}, kappa {4}, enable {5}, {6}")
    @CsvSource({
        // One core per layer; one layer split; all layers split; both modes; other scales; thinned updates.
        "784-100-10,     true,  256, 0, 0,  1048576, CYCLE",
        "784-100-10,     false, 256, 0, 0,  1048576, CYCLE",
        "784-100-10,     true,  40,  1, 0,  700000,  CYCLE",
        "784-30-10,      false, 4,   0, 0,  1048576, CYCLE",
        "784-40-30-10,   true,  256, 0, 1,  1048576, CYCLE",
        "784-40-30-10,   false, 256, 0, -1, 524288,  CYCLE",
        "784-40-30-10,   true,  12,  0, 0,  1048576, CYCLE",
        "784-40-30-10,   false, 8,   0, 0,  1048576, CYCLE",
        "784-30-20-16-10, true, 7,   0, 0,  1048576, CYCLE",
        "784-10,         true,  256, 0, 0,  1048576, CYCLE",
        "784-10,         false, 3,   0, 0,  1048576, CYCLE",
    })
    void shouldEqualTheReferenceWhenLearningAndClassifying(
            final String sizes,
            final boolean align,
            final int columns,
            final int theta,
            final int kappa,
            final int enable,
            final FabricKind fabric) {
        final SsnnBpScoreboard board = board(sizes(sizes), align, columns, theta, kappa, fabric);
        for (int i = 0; i < 220; i++) {
            final int offset = IMAGES.offset(i);
            // Every eleventh image is a test image: learning must go on as if it had not been there.
            final Divergence difference = i % 11 == 10
                    ? board.classify(IMAGES.pixels(), offset, 16)
                    : board.learn(IMAGES.pixels(), offset, IMAGES.label(i), enable);
            assertThat(difference).isNull();
        }
    }

    @Test
    void shouldNameTheFirstDifferenceWhenOneWeightIsWrong() {
        final int[] sizes = sizes("784-20-10");
        final SsnnBpChip chip = chip(sizes, true, 256, 0, 0, FabricKind.CYCLE);
        final int[][] weights = chip.weights(1);
        // A pixel in the corner is black in every image, so this weight is read by no spike.
        weights[0][3] ^= 1;
        chip.weights(1, weights);
        final SsnnBpScoreboard board = new SsnnBpScoreboard(chip, reference(sizes, true, 0, 0));
        final Divergence difference = board.learn(IMAGES.pixels(), IMAGES.offset(0), IMAGES.label(0), Q20);
        assertThat(difference.quantity()).isEqualTo("weight of crossbar 1 at [0][3]");
        assertThat(difference.found()).isEqualTo(difference.expected() ^ 1);
    }

    private static SsnnBpScoreboard board(
            final int[] sizes,
            final boolean align,
            final int columns,
            final int theta,
            final int kappa,
            final FabricKind fabric) {
        return new SsnnBpScoreboard(
                chip(sizes, align, columns, theta, kappa, fabric), reference(sizes, align, theta, kappa));
    }

    private static SsnnBpChip chip(
            final int[] sizes,
            final boolean align,
            final int columns,
            final int theta,
            final int kappa,
            final FabricKind fabric) {
        final int[] thetas = new int[sizes.length - 1];
        Arrays.fill(thetas, theta);
        final int[] kappas = new int[sizes.length - 2];
        Arrays.fill(kappas, kappa);
        final SsnnBpNetwork network =
                new SsnnBpNetwork(sizes, 6, align, 1, thetas, kappas, 11, new IdealDevice(1.0 / 128, 0, 1));
        final ChipSpec base = ChipSpec.DEFAULT;
        final ChipSpec spec = new ChipSpec(
                base.mesh(),
                base.router(),
                fabric,
                base.core(),
                new TileSpec(1024, columns, CrossbarTiming.defaults()),
                base.barrierHopCycles(),
                base.clockHz());
        return new SsnnBpChip(new SsnnBpMapping(network, spec));
    }

    private static SsnnBpReference reference(final int[] sizes, final boolean align, final int theta, final int kappa) {
        final int[] thetas = new int[sizes.length - 2];
        Arrays.fill(thetas, theta);
        final int[] kappas = new int[sizes.length - 2];
        Arrays.fill(kappas, kappa);
        return new SsnnBpReference(new SsnnBpSpec(sizes, 6, 16, Q20 / 128, Q20, 1, thetas, kappas, align, 11));
    }

    private static int[] sizes(final String text) {
        return Arrays.stream(text.strip().split("-"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
