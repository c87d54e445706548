package org.ranvier.testbench.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.MappingException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.TileSpec;
import org.ranvier.programs.rpusgd.Activation;
import org.ranvier.programs.rpusgd.RpuSgdChip;
import org.ranvier.programs.rpusgd.RpuSgdMapping;
import org.ranvier.programs.rpusgd.RpuSgdNetwork;
import org.ranvier.rpu.CrossbarTiming;
import org.ranvier.rpu.Periphery;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.rpu.update.PulseType;
import org.ranvier.rpu.update.UpdateSpec;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.reference.RpuSgdReference;
import org.ranvier.testbench.reference.RpuSgdSpec;

/** With perfect reads, ideal devices and determined pulse counts, the chip equals the reference model bit for bit. */
class RpuSgdScoreboardTest {
    private static final int Q20 = 1 << 20;
    private static final double STEP = 0.001;
    private static final ImageSet IMAGES = DataSets.load("mnist", null).train();

    @ParameterizedTest(name = "{0}, {1}, tiles of {2} columns, BL {3}, managed {4}, shortened {5}, rate {6}")
    @CsvSource({
        // One core per layer, split layers, every activation; managed and plain pulse trains.
        "784-100-10,    SIGMOID, 256, 31, true,  true,  0.1",
        "784-100-10,    SIGMOID, 40,  31, true,  true,  0.3",
        "784-30-20-10,  TANH,    256, 31, true,  false, 0.1",
        "784-30-20-10,  RELU,    11,  10, true,  true,  0.05",
        "784-40-10,     SIGMOID, 256, 10, false, false, 0.01",
        "784-40-10,     RELU,    30,  10, false, false, 0.01",
        "784-10,        SIGMOID, 256, 31, true,  true,  0.1",
    })
    void shouldEqualTheReferenceWhenLearningAndClassifying(
            final String sizes,
            final Activation activation,
            final int columns,
            final int length,
            final boolean managed,
            final boolean shortened,
            final double rate) {
        final RpuSgdScoreboard board = board(sizes(sizes), activation, columns, length, managed, shortened);
        for (int i = 0; i < 60; i++) {
            final int offset = IMAGES.offset(i);
            // Every eleventh image is a test image: learning must go on as if it had not been there.
            final Divergence difference = i % 11 == 10
                    ? board.classify(IMAGES.pixels(), offset)
                    : board.learn(IMAGES.pixels(), offset, IMAGES.label(i), (int) (rate * Q20));
            assertThat(difference).isNull();
        }
    }

    @Test
    void shouldFindTheFirstDifferenceWhenTheRatesDiffer() {
        final int[] sizes = {784, 20, 10};
        final RpuSgdChip chip = chip(sizes, Activation.SIGMOID, 256, 31, true, true);
        final RpuSgdReference reference = reference(sizes, Activation.SIGMOID, 256, 31, true, true);
        chip.learn(IMAGES.pixels(), IMAGES.offset(0), IMAGES.label(0), Q20 / 10);
        reference.learn(IMAGES.pixels(), IMAGES.offset(0), IMAGES.label(0), Q20 / 5);
        assertThat(new RpuSgdScoreboard(chip, reference).classify(IMAGES.pixels(), IMAGES.offset(1)))
                .isNotNull();
    }

    @Test
    void shouldRefuseToSplitTheOutputLayer() {
        assertThatThrownBy(() -> chip(new int[] {784, 20, 10}, Activation.SIGMOID, 8, 31, true, true))
                .isInstanceOf(MappingException.class)
                .hasMessage("the output layer needs 10 columns, more than fit a tile: RPU-SGD does not split the output"
                        + " layer, its softmax needs all sums in one core");
    }

    private static RpuSgdScoreboard board(
            final int[] sizes,
            final Activation activation,
            final int columns,
            final int length,
            final boolean managed,
            final boolean shortened) {
        return new RpuSgdScoreboard(
                chip(sizes, activation, columns, length, managed, shortened),
                reference(sizes, activation, columns, length, managed, shortened));
    }

    private static RpuSgdChip chip(
            final int[] sizes,
            final Activation activation,
            final int columns,
            final int length,
            final boolean managed,
            final boolean shortened) {
        final UpdateSpec update = UpdateSpec.defaults()
                .withType(PulseType.DETERMINISTIC_IMPLICIT)
                .withBl(length, true)
                .withManagement(managed, shortened);
        final ReadSpec perfect = ReadSpec.named("perfect");
        final TileSpec tile = new TileSpec(1024, columns, CrossbarTiming.defaults())
                .withPeriphery(new Periphery(perfect, perfect, update));
        return new RpuSgdChip(new RpuSgdMapping(
                new RpuSgdNetwork(sizes, activation, 3, new IdealDevice(STEP, 0, 1)), ChipSpec.DEFAULT.withTile(tile)));
    }

    private static RpuSgdReference reference(
            final int[] sizes,
            final Activation activation,
            final int columns,
            final int length,
            final boolean managed,
            final boolean shortened) {
        return new RpuSgdReference(new RpuSgdSpec(
                sizes,
                RpuSgdSpec.Hidden.valueOf(activation.name()),
                columns,
                (int) Math.rint(STEP * Q20),
                Q20,
                STEP,
                length,
                managed,
                shortened,
                3));
    }

    private static int[] sizes(final String text) {
        return Arrays.stream(text.split("-")).mapToInt(Integer::parseInt).toArray();
    }
}
