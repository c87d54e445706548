package org.ranvier.testbench.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.programs.anytime.AnytimeChip;
import org.ranvier.programs.anytime.AnytimeMapping;
import org.ranvier.programs.anytime.AnytimeNetwork;
import org.ranvier.programs.anytime.Coding;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.reference.AnytimeReference;

/** The chip equals the reference model bit for bit, wherever it stops. */
class AnytimeScoreboardTest {
    private static final ImageSet IMAGES = DataSets.load("mnist", null).train();
    private static final int SAMPLES = 220;

    @ParameterizedTest(name = "{0}, {1} ticks, gain {2}, {3} bytes a core, {4} fabric, gap {5}")
    @CsvSource({
        // Layers whole and split over cores by memory; one to four layers with weights; drawn and integrated spikes.
        "784-30-10,      10, 0.5,  131072, CYCLE, 60",
        "784-30-10,      10, ,     14000,  CYCLE, 60",
        "784-10,         5,  0.3,  131072, IDEAL, 150",
        "784-20-16-10,   7,  0.25, 13000,  IDEAL, 25",
        "784-24-12-8-4,  4,  1,    131072, CYCLE, 20",
        "784-12-2,       1,  0.5,  131072, IDEAL, 10",
    })
    void shouldEqualTheReferenceWhereverItStops(
            final String sizes,
            final int ticks,
            final Double gain,
            final int memory,
            final FabricKind fabric,
            final int gap) {
        final Fixture fixture = new Fixture(sizes, ticks, gain, memory, fabric);
        // Late ticks ask for less, as calibrated tables may.
        final int[] table = new int[ticks];
        Arrays.setAll(table, tick -> gap * (ticks - tick / 2) / ticks);
        final AnytimeScoreboard board = new AnytimeScoreboard(fixture.chip, fixture.reference, table);
        final long[] stops = new long[ticks + 1];
        for (int i = 0; i < SAMPLES; i++) {
            assertThat(board.classify(IMAGES.pixels(), IMAGES.offset(i))).isNull();
            stops[fixture.chip.decisionTick()]++;
        }
        // A comparison of samples that all end alike would say little.
        assertThat(Arrays.stream(stops).filter(n -> n > 0).count()).isGreaterThanOrEqualTo(Math.min(3, ticks));
    }

    @Test
    void shouldNoticeAWrongWeight() {
        final Fixture fixture = new Fixture("784-30-10", 10, 0.5, 131_072, FabricKind.IDEAL);
        fixture.chip.chip().array(2).weight(3, 1, 100);
        final int[] table = new int[10];
        Arrays.fill(table, AnytimeChip.NEVER);
        final AnytimeScoreboard board = new AnytimeScoreboard(fixture.chip, fixture.reference, table);

        Divergence difference = null;
        for (int i = 0; i < 20 && difference == null; i++) {
            difference = board.classify(IMAGES.pixels(), IMAGES.offset(i));
        }

        assertThat(difference).isNotNull();
    }

    @Test
    void shouldSpendLessOnASampleThatItStops() {
        final Fixture fixture = new Fixture("784-30-10", 10, 0.5, 131_072, FabricKind.CYCLE);
        fixture.chip.draws(0);
        fixture.chip.classify(IMAGES.pixels(), 0);
        final long whole = fixture.chip.chip().cycle();
        fixture.chip.thresholds(new int[10]);
        fixture.chip.draws(0);
        fixture.chip.classify(IMAGES.pixels(), 0);
        final long cut = fixture.chip.chip().cycle() - whole;

        assertThat(fixture.chip.decisionTick()).isLessThanOrEqualTo(2);
        assertThat(cut).isLessThan(whole / 2);
        assertThat(fixture.chip.chip().tick()).isEqualTo(fixture.chip.decisionTick() + 1);
    }

    @Test
    void shouldDropWhatTravelsWhenTheAnswerIsOut() {
        // With no output tick to wait for, hidden cores have sent before STOP can reach them.
        final Fixture fixture = new Fixture("784-24-12-8-4", 4, 1.0, 131_072, FabricKind.CYCLE);
        fixture.chip.thresholds(new int[4]);
        for (int i = 0; i < 40; i++) {
            fixture.chip.draws(i);
            fixture.chip.classify(IMAGES.pixels(), IMAGES.offset(i));
        }
        assertThat(fixture.chip.stalePackets()).isPositive();
    }

    private static final class Fixture {
        private final AnytimeChip chip;
        private final AnytimeReference reference;

        Fixture(final String text, final int ticks, final Double gain, final int memory, final FabricKind fabric) {
            final int[] sizes =
                    Arrays.stream(text.split("-")).mapToInt(Integer::parseInt).toArray();
            final SplittableRandom random = new SplittableRandom(ticks);
            final int[][][] weights = new int[sizes.length - 1][][];
            for (int layer = 0; layer < weights.length; layer++) {
                weights[layer] = new int[sizes[layer]][sizes[layer + 1]];
                for (final int[] row : weights[layer]) {
                    Arrays.setAll(row, unused -> random.nextInt(-128, 128));
                }
            }
            final int[] thresholds = new int[sizes.length - 2];
            Arrays.setAll(thresholds, layer -> 100 + 20 * layer);
            final Coding coding = gain == null ? Coding.INTEGRATE : Coding.rate(gain);
            final AnytimeNetwork network = new AnytimeNetwork(sizes, ticks, coding, thresholds, 5);
            final ChipSpec spec = ChipSpec.DEFAULT.withFabric(fabric).withCore(CoreSpec.DEFAULT.withMemory(memory));
            chip = new AnytimeChip(new AnytimeMapping(network, spec, false), weights);
            reference = new AnytimeReference(weights, thresholds, ticks, gain, 5);
        }
    }
}
