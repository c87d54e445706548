package org.ranvier.testbench.nir.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.CsvNumbers;
import org.ranvier.testbench.data.event.RealData;
import org.ranvier.testbench.nir.file.NirFile;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.run.RunRules.Reset;

/** Networks of the NIR paper against what other simulators made of them; docs/validation/nir.md has the figures. */
class GoldenNirTest {
    @Test
    void shouldFollowThePotentialOfNorseWhenALifNeuronIsRun() {
        final List<double[]> trace = lifTrace("norse");
        final Network network = lif();
        final int cell = network.index("1");

        new FloatExecutor(network, RunRules.USUAL)
                .run(
                        firstColumn(trace),
                        trace.size(),
                        (step, activity) -> assertThat(activity.potential(cell)[0] - trace.get(step)[1])
                                .as("potential in step %d", step)
                                .isBetween(-1e-6, 1e-6));
    }

    @ParameterizedTest
    @CsvSource({"norse", "snntorch", "nengo", "spinnaker2", "exact"})
    void shouldFireInTheSameStepsAsOtherSimulatorsWhenALifNeuronIsRun(final String simulator) {
        final List<double[]> trace = lifTrace(simulator);
        final Network network = lif();
        final int cell = network.index("1");

        for (final Reset reset : Reset.values()) {
            new FloatExecutor(network, new RunRules(1e-4, reset, RunRules.Spikes.USUAL, RunRules.Charge.STEP))
                    .run(
                            firstColumn(trace),
                            trace.size(),
                            (step, activity) -> assertThat(activity.output(cell)[0] > 0)
                                    .as("spike in step %d", step)
                                    .isEqualTo(trace.get(step)[2] > 0));
        }
    }

    private static Network lif() {
        return NirFile.read(RealData.folder("nir").resolve("lif").resolve("lif_norse.nir"))
                .network(Map.of());
    }

    private static List<double[]> lifTrace(final String simulator) {
        return CsvNumbers.read(RealData.folder("nir").resolve("lif").resolve("lif_" + simulator + ".csv"));
    }

    private static Frames firstColumn(final List<double[]> trace) {
        return Runs.frames(trace.stream().map(row -> new double[] {row[0]}).toArray(double[][]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "bias_zero, bias_zero, FILE, snntorch, 0",
        "bias_zero, bias_zero_subgraph, FILE, snntorch, 0",
        "bias_zero, bias_zero, FILE, norse, 23",
        "bias_zero, bias_zero, FILE, spyx, 146",
        "bias_zero, bias_zero, FILE, s2, 148",
        "bias_zero, bias_zero, FILE, lava, 158",
        "bias_zero, bias_zero, FILE, nengo, 209",
        "noBias_subtract, noBias_subtract, SUBTRACT, snntorch, 0",
        "noBias_subtract, noBias_subtract_subgraph, SUBTRACT, snntorch, 0",
        "noBias_subtract, noBias_subtract, SUBTRACT, norse, 85",
        "noBias_subtract, noBias_subtract, SUBTRACT, spyx, 112",
        "noBias_subtract, noBias_subtract, SUBTRACT, s2, 123",
        "noBias_subtract, noBias_subtract, SUBTRACT, nengo, 166",
        "noBias_subtract, noBias_subtract, SUBTRACT, rockpool, 112",
        "noBias_subtract, noBias_subtract, SUBTRACT, xylo, 240"
    })
    void shouldFireAsOtherSimulatorsDoWhenABrailleNetworkIsRun(
            final String task, final String file, final Reset reset, final String simulator, final int mismatches) {
        final Path folder = RealData.folder("nir").resolve("rnn");
        final double[][] x =
                CsvNumbers.read(folder.resolve("braille_input_sample0.csv")).toArray(double[][]::new);
        final List<double[]> raster = CsvNumbers.read(folder.resolve(simulator + "_activity_noDelay_" + task + ".csv"));
        final boolean nested = file.endsWith("subgraph");
        final Network network = NirFile.read(folder.resolve("braille_noDelay_" + file + ".nir"))
                .network(nested ? Map.of("lif1/lif", "lif1/lif1") : Map.of());
        final RunRules rules = new RunRules(1e-4, reset, RunRules.Spikes.USUAL, RunRules.Charge.STEP);

        final double[][] spikes = Runs.outputs(network, rules, x, network.index(nested ? "lif1/lif1" : "lif1.lif"));

        int different = 0;
        for (int step = 0; step < x.length; step++) {
            for (int i = 0; i < spikes[step].length; i++) {
                different += spikes[step][i] == raster.get(step)[i] ? 0 : 1;
            }
        }
        assertThat(different).isEqualTo(mismatches);
    }

    @Test
    void shouldClassifyRecordingsWhenTheConvolutionalNetworkIsRun() {
        final Path file = RealData.folder("nir").resolve("cnn").resolve("cnn_sinabs.nir");
        final Network network = NirFile.read(file).network(Map.of());
        final Totals totals = new Totals(network);
        final int samples = 20;
        try (Recordings recordings = new Recordings(RealData.folder("nmnist-small"), "test", null)) {
            final List<Recordings.Outcome> outcomes = recordings.run(
                    network, new FloatExecutor(network, RunRules.USUAL), 1e-3, samples, 300, totals, done -> {});

            assertThat(outcomes)
                    .hasSize(samples)
                    .allSatisfy(o -> assertThat(o.predicted()).isEqualTo(o.label()));
        }
    }

    @Test
    void shouldNameTheNodeWhenWeightsAreTransposed() {
        final NirFile file = NirFile.read(RealData.folder("nir").resolve("shd").resolve("spyx_shd.nir"));

        assertThatThrownBy(() -> file.network(Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith(
                        "spyx_shd.nir: linear: weight (128, 64) (out, in) takes 64 inputs, but it gets (128);"
                                + " the weights are transposed");
    }
}
