package org.ranvier.programs.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.memory.Region;
import org.ranvier.core.packet.Packet;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.router.MeshSpec;

/** The chip computes what the plain model does, potential by potential, on networks of every kind. */
class PopulationChipTest {
    private static final int STEPS = 12;
    private static final int NETWORKS = 30;
    private static final ChipSpec CHIP = new ChipSpec(
            MeshSpec.parse("cmesh3x3"),
            ChipSpec.DEFAULT.router(),
            FabricKind.CYCLE,
            ChipSpec.DEFAULT.core(),
            ChipSpec.DEFAULT.tile(),
            1,
            1e9);

    @Test
    void shouldComputeWhatTheModelComputes() {
        long spikes = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            spikes += compare(seed, CHIP);
        }
        assertThat(spikes).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void shouldComputeTheSameWithSeveralThreads(final int threads) {
        compare(7, CHIP.withThreads(threads));
        compare(8, CHIP.withFabric(FabricKind.IDEAL).withThreads(threads));
    }

    /** Two samples, so that nothing of the first may be left in the second. */
    private static long compare(final long seed, final ChipSpec spec) {
        final RandomPopulations draw = new RandomPopulations(seed);
        final PopulationNetwork network = draw.network();
        final PopulationChip chip =
                new PopulationChip(new PopulationMapping(network, spec.core().memoryBytes()), spec);
        long spikes = 0;
        for (int sample = 0; sample < 2; sample++) {
            final int[][] input = draw.input(STEPS);
            final PopulationModel model = new PopulationModel(network, input);
            final Recorded recorded = new Recorded(network);
            chip.run((step, values) -> System.arraycopy(input[step], 0, values, 0, values.length), STEPS, recorded);
            assertThat(recorded.states).as("potentials, seed " + seed).isDeepEqualTo(model.states);
            assertThat(recorded.spikes).as("spikes, seed " + seed).isDeepEqualTo(model.spikes);
            spikes += checkOutput(chip, model);
        }
        return spikes;
    }

    /** Counts, by key, what the host received of a population that fires. */
    private static long checkOutput(final PopulationChip chip, final PopulationModel model) {
        final PopulationNetwork network = chip.mapping().network();
        final int output = network.outputs().get(0);
        if (!network.populations().get(output).firing().spikes()) {
            return 0;
        }
        final int[] received = new int[network.populations().get(output).neurons()];
        chip.chip().host().received().forEach(packet -> received[Packet.key(packet)]++);
        final int[] expected = new int[received.length];
        for (final int[] step : model.spikes[output]) {
            for (int n = 0; n < expected.length; n++) {
                expected[n] += step[n];
            }
        }
        for (int n = 0; n < expected.length; n++) {
            // With a stride of 1 the output is the deepest level, so the host hears of the sample's steps alone.
            assertThat(received[n]).isEqualTo(expected[n]);
        }
        long sum = 0;
        for (final int count : received) {
            sum += count;
        }
        return sum;
    }

    @Test
    void shouldCutPopulationsUntilTheyFit() {
        final PopulationNetwork network = new RandomPopulations(3).network();
        final PopulationMapping roomy = new PopulationMapping(network, 1 << 17);
        final PopulationMapping tight = new PopulationMapping(network, 1 << 13);

        assertThat(tight.cores()).isGreaterThan(roomy.cores());
        tight.tiles()
                .forEach(tile -> assertThat(tile.program().memoryMap().used()).isLessThanOrEqualTo(1 << 13));
        assertThatThrownBy(() -> new PopulationMapping(network, 512))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("p0")
                .hasMessageContaining("512");
    }

    private static final class Recorded implements PopulationMonitor {
        private final long[][][] states;
        private final int[][][] spikes;

        Recorded(final PopulationNetwork network) {
            final int count = network.populations().size();
            states = new long[count][STEPS][];
            spikes = new int[count][STEPS][];
            for (int p = 0; p < count; p++) {
                states[p] = new long[STEPS][network.populations().get(p).neurons()];
                spikes[p] = new int[STEPS][network.populations().get(p).neurons()];
            }
        }

        @Override
        public void spikes(final int population, final int step, final int first, final Region bits) {
            for (int n = 0; n < bits.spec().columns(); n++) {
                spikes[population][step][first + n] += bits.get(0, n);
            }
        }

        @Override
        public void potentials(final int population, final int step, final int first, final Region values) {
            for (int n = 0; n < values.spec().columns(); n++) {
                states[population][step][first + n] = values.get(0, n);
            }
        }
    }
}
