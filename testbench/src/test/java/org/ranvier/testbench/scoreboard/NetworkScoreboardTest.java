package org.ranvier.testbench.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.programs.networks.NetworkSpec;
import org.ranvier.testbench.energy.Operation;
import org.ranvier.testbench.network.NetworkResult;
import org.ranvier.testbench.network.NetworkRun;
import org.ranvier.testbench.network.NetworkTiles;
import org.ranvier.testbench.reference.ClosedFormNetwork;

/** Networks on the chip against their reference model: every spike, potential, weight and trace. */
class NetworkScoreboardTest {
    private static NetworkResult run(final NetworkSpec network, final int steps, final FabricKind fabric) {
        final NetworkRun run = new NetworkRun(network, NetworkTiles.CHIP.withFabric(fabric), step -> {});
        run.run(steps);
        return run.result();
    }

    private static void assertAgrees(final NetworkSpec network, final int steps, final FabricKind fabric) {
        final NetworkResult chip = run(network, steps, fabric);

        final ClosedFormNetwork model = new ClosedFormNetwork(
                        network.neurons(), network.fanOut(), network.stride(), network.plastic())
                .run(steps);
        final String name = network + ", " + steps + " steps, " + fabric.label();
        assertThat(chip.steps()).as(name).isEqualTo(steps);
        assertThat(chip.spikes()).as(name).isEqualTo(model.spikes());
        assertThat(chip.spikeHash()).as(name).isEqualTo(model.spikeHash());
        assertThat(chip.sumOfPotentials()).as(name).isEqualTo(model.sumOfPotentials());
        assertThat(chip.counts().count(Operation.SYNAPSE_EVENT)).as(name).isEqualTo(model.synapticEvents());
        if (network.plastic()) {
            assertThat(chip.plasticity())
                    .as(name)
                    .isEqualTo(new NetworkResult.Plasticity(
                            model.visits(),
                            model.nonzeroUpdates(),
                            model.sumOfWeights(),
                            model.weightHash(),
                            model.sumOfTraces()));
        }
    }

    @ParameterizedTest
    @EnumSource(FabricKind.class)
    void shouldAgreeOnBenchmarkNetworks(final FabricKind fabric) {
        assertAgrees(NetworkSpec.PB_S, 150, fabric);
        assertAgrees(NetworkSpec.PB_P, 60, fabric);
        assertAgrees(NetworkSpec.PB_M, 40, fabric);
        assertAgrees(NetworkSpec.PB_L, 12, fabric);
    }

    @Test
    void shouldAgreeOnRandomSmallNetworks() {
        final SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 60; i++) {
            final int perCore = 1 + random.nextInt(70);
            final int cores = 1 + random.nextInt(12);
            final int neurons = perCore * (cores - 1) + 1 + random.nextInt(perCore);
            final NetworkSpec network = new NetworkSpec(
                    "random",
                    neurons,
                    1 + random.nextInt(Math.min(60, 2 * neurons)),
                    random.nextInt(300),
                    cores,
                    1 + random.nextInt(4),
                    1 + random.nextInt(2),
                    random.nextBoolean());
            assertAgrees(network, 1 + random.nextInt(60), random.nextBoolean() ? FabricKind.CYCLE : FabricKind.IDEAL);
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 45536", "100, 99072"})
    void shouldSendOneMessagePerSpikeAndDestinationCore(final int steps, final long messages) {
        final NetworkResult result = run(NetworkSpec.PB_S, steps, FabricKind.CYCLE);

        assertThat(result.counts().count(Operation.MESSAGE_SEND)).isEqualTo(messages);
        assertThat(result.spikes() * NetworkSpec.PB_S.cores()).isEqualTo(messages);
    }

    /** Cycles of a model that visited the receive unit for every packet. */
    @ParameterizedTest
    @CsvSource({"pb-s, CYCLE, 50, 14194", "pb-s, IDEAL, 50, 13794", "pb-p, CYCLE, 30, 58502", "pb-l, IDEAL, 12, 11480"})
    void shouldTakeTheCyclesOfServingEveryPacketOnTime(
            final String name, final FabricKind fabric, final int steps, final long cycles) {
        assertThat(run(NetworkTiles.network(name), steps, fabric).cycles()).isEqualTo(cycles);
    }

    @Test
    void shouldStartFromRestInEverySample() {
        final NetworkRun run = new NetworkRun(NetworkSpec.PB_S, NetworkTiles.CHIP, step -> {});
        run.run(31);
        final long spikes = run.result().spikes();
        final long potentials = run.result().sumOfPotentials();

        run.run(31);

        assertThat(run.result().spikes()).isEqualTo(2 * spikes);
        assertThat(run.result().sumOfPotentials()).isEqualTo(potentials);
    }
}
