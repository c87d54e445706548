package org.ranvier.testbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published figures of the benchmark networks, which SANA-FE, lava and Brian2 reproduce. */
class ClosedFormNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "1000, 100, 11, 1000, 65973, f306bad442ee93b8, 30032",
        "1000, 100, 11, 100, 6192, 48b75cb4c95ccc9b, 30167",
        "1000, 100, 11, 50, 2846, d42ab918d4a8182f, 31685",
        "16384, 64, 257, 50, 46550, 1c3975b2743063b7, 527561"
    })
    void shouldReproducePublishedActivity(
            final int neurons,
            final int fanOut,
            final int stride,
            final int steps,
            final long spikes,
            final String hash,
            final long potentials) {
        final ClosedFormNetwork network = new ClosedFormNetwork(neurons, fanOut, stride, false).run(steps);

        assertThat(network.spikes()).isEqualTo(spikes);
        assertThat(Long.toHexString(network.spikeHash())).isEqualTo(hash);
        assertThat(network.sumOfPotentials()).isEqualTo(potentials);
        assertThat(network.synapticEvents()).isEqualTo(spikes * fanOut);
    }

    @Test
    void shouldReproducePublishedPlasticity() {
        final ClosedFormNetwork network = new ClosedFormNetwork(1000, 100, 11, true).run(100);

        assertThat(network.spikes()).isEqualTo(6192);
        assertThat(network.visits()).isEqualTo(1_238_400);
        assertThat(network.nonzeroUpdates()).isEqualTo(945_744);
        assertThat(network.sumOfWeights()).isEqualTo(12_800_289);
        assertThat(Long.toHexString(network.weightHash())).isEqualTo("c6eca91bdac90162");
        assertThat(network.sumOfTraces()).isEqualTo(38_780);
    }
}
