package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.testbench.nir.Graphs;
import org.ranvier.testbench.nir.file.NirWriter;
import org.ranvier.testbench.nir.graph.Unknown;

class NirCommandTest {
    @TempDir
    private Path directory;

    @Test
    void shouldShowNodesEdgesAndTotalsWhenAFileIsSound() {
        final Path file = write(new Graphs()
                .input("in", 3)
                .node("fc", Graphs.linear(new double[] {1, 2, -3}, new double[] {0, 0, 1}))
                .node("lif", Graphs.lif(2, .01, .5))
                .node("rec", Graphs.linear(new double[] {0, 1}, new double[] {1, 0}))
                .output("out", 2)
                .chain("in", "fc", "lif", "rec", "lif", "out"));

        final CliRun run = CliRun.of("nir", "show", file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        file + ": NIR 1.0.0, 5 nodes, 5 edges (1 recurrent), 2 neurons, 10 synapses",
                        "",
                        "node  type       in              out              neurons   synapses  parameters",
                        "in    Input      (3)             (3)                                  shape 3",
                        "fc    Linear     (3)             (2)                               6  weight (2, 3) -3.000..2.000",
                        "lif   LIF        (2)             (2)                    2             tau (2) 0.01000; r (2) 1.000;"
                                + " v_leak (2) 0.000; v_threshold (2) 0.5000; v_reset (2) 0.000",
                        "out   Output     (2)             (2)                                  shape 2",
                        "rec   Linear     (2)             (2)                               4  weight (2, 2) 0.000..1.000",
                        "",
                        "edges",
                        "  in -> fc",
                        "  fc -> lif",
                        "  rec -> lif   recurrent: arrives one step later",
                        "  lif -> out",
                        "  lif -> rec",
                        "",
                        "not supported: nothing");
    }

    @Test
    void shouldSayWhatIsNotSupportedWhenATypeIsUnknown() {
        final Path file = write(new Graphs()
                .input("in", 3)
                .node("odd", new Unknown("Izhikevich"))
                .output("out", 3)
                .chain("in", "odd", "out"));

        final CliRun run = CliRun.of("nir", "show", file.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("not supported: odd (Izhikevich)");
    }

    @Test
    void shouldNameFileAndNodeWhenShapesDoNotFit() {
        final Path file = write(new Graphs()
                .input("in", 3)
                .node("fc", Graphs.linear(new double[] {1}, new double[] {0}, new double[] {0}))
                .output("out", 1)
                .chain("in", "fc", "out"));

        final CliRun run = CliRun.of("nir", "show", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("ranvier: " + file
                        + ": fc: weight (3, 1) (out, in) takes 1 inputs, but it gets (3); the weights are"
                        + " transposed\n");
        assertThat(run.out()).isEmpty();
    }

    private Path write(final Graphs graphs) {
        final Path file = directory.resolve("net.nir");
        NirWriter.write(file, graphs.graph());
        return file;
    }
}
