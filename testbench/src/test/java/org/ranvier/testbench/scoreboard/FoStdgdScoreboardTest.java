package org.ranvier.testbench.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.TileSpec;
import org.ranvier.programs.fostdgd.Eligibility;
import org.ranvier.programs.fostdgd.FoStdgdChip;
import org.ranvier.programs.fostdgd.FoStdgdMapping;
import org.ranvier.programs.fostdgd.FoStdgdNetwork;
import org.ranvier.programs.fostdgd.FoStdgdRule;
import org.ranvier.rpu.CrossbarTiming;
import org.ranvier.rpu.Periphery;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.rpu.update.PulseType;
import org.ranvier.rpu.update.UpdateSpec;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.reference.PulseSpec;
import org.ranvier.testbench.reference.fostdgd.FoStdgdReference;

/** The chip equals the integer model bit for bit, whatever the eligibility, order, rounding and split. */
class FoStdgdScoreboardTest {
    private static final ImageSet IMAGES = DataSets.load("mnist", null).train();
    private static final int Q20 = 1 << 20;
    private static final double STEP = 0.001;
    private static final double HIDDEN_GAIN = 1.5;
    private static final long SEED = 3;

    @ParameterizedTest(name = "{0}, {1}, order {2}, mu {3}, hold {4}, stochastic {5}, {6} steps, {7} bytes a core")
    @CsvSource({
        // Both eligibilities of synapses in memory, orders, roundings, numbers of steps; small memories split all
        // layers.
        "784-100-10,    RANK1, 1.9,  0.001, true,  true,  20, 131072",
        "784-100-10,    EXACT, 1.9,  0.001, true,  false, 20, 131072",
        "784-60-10,     EXACT, 1,    0.03,  false, true,  20, 40000",
        "784-60-10,     RANK1, 0.5,  0.3,   false, false, 16, 30000",
        "784-30-20-10,  RANK1, 1.5,  0.001, false, true,  11, 12000",
        "784-30-20-10,  EXACT, 1.5,  0.003, true,  true,  33, 20000",
        "784-30-12-9-10, EXACT, 0.05, 1,     false, false, 7,  131072",
        "784-20-10,     RANK1, 1.99, 0.01,  true,  false, 20, 16384",
    })
    void shouldEqualTheReferenceWhenSynapsesAreWords(
            final String sizes,
            final Eligibility eligibility,
            final double order,
            final double mu,
            final boolean hold,
            final boolean stochastic,
            final int steps,
            final int bytes) {
        final FoStdgdRule rule = new FoStdgdRule(eligibility, steps, 4096, order, mu, 0.001, 0.05, hold, stochastic);
        final FoStdgdScoreboard board = new FoStdgdScoreboard(
                chip(sizes(sizes), rule, withMemory(bytes)),
                new FoStdgdReference(FoStdgdExperiment.spec(network(sizes(sizes), rule))));
        assertEqual(board, 25);
    }

    @ParameterizedTest(name = "{0}, order {1}, mu {2}, tiles of {3} columns, managed {4}")
    @CsvSource({
        "784-100-10,   1.9, 0.001, 256, true",
        "784-30-10,    1,   0.03,  8,   true",
        "784-30-20-10, 1.5, 0.003, 11,  false",
        "784-20-10,    0.5, 1,     256, true",
    })
    void shouldEqualTheReferenceWhenSynapsesAreDevices(
            final String sizes, final double order, final double mu, final int columns, final boolean managed) {
        final FoStdgdRule rule = new FoStdgdRule(Eligibility.SEPARABLE, 20, 4096, order, mu, 0.001, 0.05, true, true);
        final UpdateSpec update = UpdateSpec.defaults()
                .withType(PulseType.DETERMINISTIC_IMPLICIT)
                .withBl(31, true)
                .withManagement(managed, managed);
        final ReadSpec perfect = ReadSpec.named("perfect");
        final TileSpec tile = new TileSpec(1024, columns, CrossbarTiming.defaults())
                .withPeriphery(new Periphery(perfect, perfect, update));
        final FoStdgdReference reference = new FoStdgdReference(
                FoStdgdExperiment.spec(network(sizes(sizes), rule)),
                new PulseSpec((int) Math.rint(STEP * Q20), Q20, STEP, 31, managed, managed),
                columns);
        assertEqual(new FoStdgdScoreboard(chip(sizes(sizes), rule, ChipSpec.DEFAULT.withTile(tile)), reference), 15);
    }

    @Test
    void shouldFindADifferenceWhenTheOrdersDiffer() {
        final FoStdgdRule rule = new FoStdgdRule(Eligibility.RANK1, 20, 4096, 1.9, 0.001, 0.001, 0.05, true, true);
        final FoStdgdRule other = new FoStdgdRule(Eligibility.RANK1, 20, 4096, 1.8, 0.001, 0.001, 0.05, true, true);
        final int[] sizes = {784, 20, 10};
        final FoStdgdScoreboard board = new FoStdgdScoreboard(
                chip(sizes, rule, ChipSpec.DEFAULT),
                new FoStdgdReference(FoStdgdExperiment.spec(network(sizes, other))));
        assertThat(board.learn(IMAGES.pixels(), IMAGES.offset(0), IMAGES.label(0)))
                .isNotNull();
    }

    /** Every eleventh image is a test image: learning must go on as if it had not been there. */
    private static void assertEqual(final FoStdgdScoreboard board, final int images) {
        for (int i = 0; i < images; i++) {
            final int offset = IMAGES.offset(i);
            assertThat(
                            i % 11 == 10
                                    ? board.classify(IMAGES.pixels(), offset)
                                    : board.learn(IMAGES.pixels(), offset, IMAGES.label(i)))
                    .isNull();
        }
    }

    private static FoStdgdChip chip(final int[] sizes, final FoStdgdRule rule, final ChipSpec chip) {
        return new FoStdgdChip(new FoStdgdMapping(network(sizes, rule), chip));
    }

    private static FoStdgdNetwork network(final int[] sizes, final FoStdgdRule rule) {
        return new FoStdgdNetwork(sizes, rule, HIDDEN_GAIN, 1, SEED, new IdealDevice(STEP, 0, 1));
    }

    private static ChipSpec withMemory(final int bytes) {
        return ChipSpec.DEFAULT.withCore(CoreSpec.DEFAULT.withMemory(bytes));
    }

    private static int[] sizes(final String text) {
        return Arrays.stream(text.split("-")).mapToInt(Integer::parseInt).toArray();
    }
}
