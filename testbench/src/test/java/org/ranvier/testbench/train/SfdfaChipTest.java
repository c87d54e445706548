package org.ranvier.testbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.core.error.MappingException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.programs.sfdfa.SfdfaChip;
import org.ranvier.programs.sfdfa.SfdfaMapping;
import org.ranvier.programs.sfdfa.SfdfaNetwork;
import org.ranvier.programs.sfdfa.SfdfaRates;
import org.ranvier.programs.sfdfa.SfdfaRecipe;
import org.ranvier.programs.sfdfa.SfdfaRule;
import org.ranvier.programs.sfdfa.SfdfaStart;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;

/** What a chip that runs SFDFA learns depends on the network, the images and the seed, and on nothing else. */
class SfdfaChipTest {
    private static final SfdfaRates RATES = new SfdfaRates(6, 4, 3);
    private static final ImageSet IMAGES = DataSets.load("mnist", null).train();

    private static SfdfaChip chip(final ChipSpec spec, final SfdfaRule rule, final int... sizes) {
        return new SfdfaChip(new SfdfaMapping(new SfdfaNetwork(sizes, rule, SfdfaRecipe.R1.start(true), 3), spec));
    }

    private static SfdfaRule rule() {
        return SfdfaRecipe.R1.rule(true, 16);
    }

    /** The default chip with smaller memories, so that layers are split. */
    private static ChipSpec withMemory(final int bytes) {
        return ChipSpec.DEFAULT.withCore(CoreSpec.DEFAULT.withMemory(bytes));
    }

    private static void learn(final SfdfaChip chip, final int from, final int count) {
        for (int i = from; i < from + count; i++) {
            chip.learn(IMAGES.pixels(), IMAGES.offset(i), IMAGES.label(i), RATES);
        }
    }

    @Test
    void shouldLearnTheSameHoweverLayersAreSplit() {
        final SfdfaChip whole = chip(ChipSpec.DEFAULT, rule(), 784, 18, 12, 10);
        final SfdfaChip split = chip(withMemory(34_000), rule(), 784, 18, 12, 10);
        assertThat(whole.layers().layer(1)).hasSize(1);
        assertThat(split.layers().layer(1)).hasSizeGreaterThan(2);
        learn(whole, 0, 8);
        learn(split, 0, 8);
        assertThat(whole.updates(1)).isPositive();
        assertThat(whole.updates(2)).isPositive();
        assertThat(split.arrays().weightsHash()).isEqualTo(whole.arrays().weightsHash());
        for (int layer = 1; layer <= 2; layer++) {
            assertThat(split.state().feedback(layer))
                    .isDeepEqualTo(whole.state().feedback(layer));
            assertThat(split.updates(layer)).isEqualTo(whole.updates(layer));
            assertThat(split.spikes(layer)).isEqualTo(whole.spikes(layer));
        }
    }

    @Test
    void shouldLearnTheSameWhenOutputsAreSplit() {
        final SfdfaChip whole = chip(ChipSpec.DEFAULT, rule(), 784, 12, 10);
        final SfdfaChip split = chip(withMemory(17_500), rule(), 784, 12, 10);
        assertThat(split.layers().layer(1)).hasSizeGreaterThan(4);
        learn(whole, 0, 6);
        learn(split, 0, 6);
        assertThat(split.arrays().weightsHash()).isEqualTo(whole.arrays().weightsHash());
    }

    @Test
    void shouldLearnTheSameOnEitherFabric() {
        final SfdfaChip cycle = chip(ChipSpec.DEFAULT, rule(), 784, 20, 10);
        final SfdfaChip ideal = chip(ChipSpec.DEFAULT.withFabric(FabricKind.IDEAL), rule(), 784, 20, 10);
        learn(cycle, 0, 5);
        learn(ideal, 0, 5);
        assertThat(ideal.arrays().weightsHash()).isEqualTo(cycle.arrays().weightsHash());
    }

    @Test
    void shouldLearnTheSameWhetherTestsLieBetweenOrNot() {
        final SfdfaChip plain = chip(ChipSpec.DEFAULT, rule(), 784, 20, 10);
        final SfdfaChip tested = chip(ChipSpec.DEFAULT, rule(), 784, 20, 10);
        learn(plain, 0, 6);
        learn(tested, 0, 3);
        final int hash = tested.arrays().weightsHash();
        tested.classify(IMAGES.pixels(), IMAGES.offset(7));
        assertThat(tested.arrays().weightsHash()).isEqualTo(hash);
        learn(tested, 3, 3);
        assertThat(tested.arrays().weightsHash()).isEqualTo(plain.arrays().weightsHash());
    }

    @Test
    void shouldCountSpikesOfTheOutputWhenItClassifies() {
        final SfdfaChip chip = chip(ChipSpec.DEFAULT, rule(), 784, 40, 10);
        final long before = chip.spikes(2);
        chip.classify(IMAGES.pixels(), IMAGES.offset(0));
        int sum = 0;
        for (final int count : chip.outputCounts()) {
            sum += count;
        }
        assertThat((long) sum).isPositive().isEqualTo(chip.spikes(2) - before);
        assertThat(chip.gradientSpikes(2)).isZero();
    }

    @ParameterizedTest
    @EnumSource(SfdfaRecipe.class)
    void shouldKeepFeedbackWhenItIsRandom(final SfdfaRecipe recipe) {
        final SfdfaChip chip = chip(ChipSpec.DEFAULT, recipe.rule(false, 8), 784, 10, 10);
        learn(chip, 0, 2);
        assertThat(chip.state().feedback(1)[3][4]).isEqualTo(SfdfaStart.feedback(3, 1, 34));
        assertThat(chip.arrays().weights(1)).hasDimensions(784, 10);
        for (final int[] row : chip.arrays().weights(1)) {
            assertThat(Arrays.stream(row)).allMatch(weight -> weight >= -128 && weight <= 127);
        }
    }

    @Test
    void shouldSayWhatFitsWhenANeuronIsTooLarge() {
        assertThatThrownBy(() -> chip(withMemory(9000), rule(), 784, 20, 10))
                .isInstanceOf(MappingException.class)
                .hasMessageMatching(
                        "one neuron of layer 1 with its 784 synapses needs \\d+ bytes, \\d+ more than the core's"
                                + " 9000: use a larger core memory, or fewer neurons in layer 0");
    }

    @Test
    void shouldSayWhatFitsWhenCoresAreTooFew() {
        assertThatThrownBy(() -> chip(ChipSpec.DEFAULT, rule(), 784, 2000, 10))
                .isInstanceOf(MappingException.class)
                .hasMessageMatching(
                        "the network needs \\d+ cores of 131072 bytes \\(\\d+ neurons of layer 1, \\d+ neurons of layer 2 fit a"
                                + " core\\), the cmesh2x2 chip has 16: use a larger mesh or core memory, or fewer neurons");
    }
}
