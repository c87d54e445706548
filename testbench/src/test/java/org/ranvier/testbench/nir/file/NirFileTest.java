package org.ranvier.testbench.nir.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.Graphs;
import org.ranvier.testbench.nir.graph.Affine;
import org.ranvier.testbench.nir.graph.Convolution;
import org.ranvier.testbench.nir.graph.Delay;
import org.ranvier.testbench.nir.graph.Flatten;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.NirGraph;
import org.ranvier.testbench.nir.graph.NirNode;
import org.ranvier.testbench.nir.graph.Operation;
import org.ranvier.testbench.nir.graph.Pool;
import org.ranvier.testbench.nir.graph.Scale;
import org.ranvier.testbench.nir.graph.Tensor;
import org.ranvier.testbench.nir.graph.Threshold;
import org.ranvier.testbench.nir.graph.Unknown;

class NirFileTest {
    @TempDir
    private Path directory;

    @Test
    void shouldReadBackWhatWasWritten() {
        final int[] two = {2, 1};
        final Tensor tau = Tensor.vector(0.1, 0.2, 0.3);
        final NirGraph inner = new Graphs()
                .input("input", 3)
                .output("output", 3)
                .chain("input", "output")
                .graph();
        final NirGraph graph = new Graphs()
                .input("in", 2, 5, 4)
                .node(
                        "conv",
                        new Convolution(
                                Graphs.ramp(.5, 4, 1, 3, 2), Tensor.filled(4, 1), two, two, two, two, 2, new int[] {5, 4
                                }))
                .node(
                        "line",
                        new Convolution(
                                Graphs.ramp(.5, 1, 1, 3),
                                null,
                                new int[] {1},
                                new int[] {1},
                                new int[] {1},
                                new int[] {2},
                                1,
                                null))
                .node("sum", new Pool(false, two, two, new int[2]))
                .node("mean", new Pool(true, two, two, new int[2]))
                .node("flat", new Flatten(0, -1))
                .node("fc.1", new Affine(Graphs.ramp(.1, 3, 2), Tensor.vector(1, 2, 3)))
                .node("fc.2", new Affine(Graphs.ramp(.1, 3, 2), null))
                .node("s", new Scale(tau))
                .node("th", new Threshold(tau))
                .node("d", new Delay(tau))
                .node("i", new Neuron("I", null, null, null, tau, null, null, null))
                .node("if", new Neuron("IF", null, null, null, tau, null, tau, null))
                .node("li", new Neuron("LI", null, null, tau, tau, tau, null, null))
                .node("lif", new Neuron("LIF", null, null, tau, tau, tau, tau, tau))
                .node("cli", new Neuron("CubaLI", tau, tau, tau, tau, tau, null, null))
                .node("clif", new Neuron("CubaLIF", tau, tau, tau, tau, tau, tau, null))
                .node("sub", inner)
                .output("out", 3)
                .chain("in", "conv", "sum", "flat")
                .graph();
        final Path file = directory.resolve("net.nir");

        NirWriter.write(file, graph);
        final NirFile read = NirFile.read(file);

        assertThat(read.version()).isEqualTo(NirWriter.VERSION);
        assertSame(read.graph(), graph);
    }

    private static void assertSame(final NirGraph read, final NirGraph written) {
        assertThat(read.edges()).containsExactlyElementsOf(written.edges());
        assertThat(read.nodes()).containsOnlyKeys(written.nodes().keySet());
        written.nodes().forEach((name, node) -> assertSame(read.nodes().get(name), node));
    }

    private static void assertSame(final NirNode read, final NirNode written) {
        assertThat(read.type()).isEqualTo(written.type());
        if (written instanceof final NirGraph graph) {
            assertSame((NirGraph) read, graph);
            return;
        }
        assertThat(((Operation) read).settings())
                .usingRecursiveComparison()
                .isEqualTo(((Operation) written).settings());
        assertThat(((Operation) read).parameters())
                .usingRecursiveComparison()
                .isEqualTo(((Operation) written).parameters());
    }

    @Test
    void shouldReadAFileWhenOptionalFieldsAreMissing() {
        final NirFile file = written(nodes -> {
            final WritableGroup conv = node(nodes, "conv", "Conv2d");
            conv.putDataset("weight", new float[1][1][2][2]);
            final WritableGroup cell = node(nodes, "cell", "CubaLIF");
            cell.putDataset("tau_syn", new float[] {.5f});
            cell.putDataset("tau_mem", .25);
            cell.putDataset("r", new long[] {3});
            cell.putDataset("v_leak", new int[] {0});
            cell.putDataset("v_threshold", new double[] {1});
            node(nodes, "strange", "Izhikevich");
        });

        assertThat(((Convolution) file.graph().nodes().get("conv")).stride()).containsExactly(1, 1);
        final Neuron cell = (Neuron) file.graph().nodes().get("cell");
        assertThat(cell.wIn().data()).containsExactly(1);
        assertThat(cell.r().data()).containsExactly(3);
        assertThat(cell.vReset()).isNull();
        assertThat(file.graph().nodes().get("strange")).isEqualTo(new Unknown("Izhikevich"));
    }

    @Test
    void shouldReadCompressedData() {
        final double[][] weight = new double[40][30];
        weight[39][28] = 2.5;
        final NirFile file = written(nodes -> node(nodes, "fc", "Linear")
                .putDataset(
                        "weight",
                        weight,
                        DatasetCreationOptions.builder()
                                .chunkDimensions(16, 16)
                                .shuffle()
                                .deflate()
                                .build()));

        final Tensor read = ((Affine) file.graph().nodes().get("fc")).weight();
        assertThat(read.shape()).containsExactly(40, 30);
        assertThat(read.data()[39 * 30 + 28]).isEqualTo(2.5);
        assertThat(read.max()).isEqualTo(2.5);
    }

    @Test
    void shouldKeepTheShapeWhenPaddingIsTheWordSame() {
        final NirFile file = written(nodes -> {
            final WritableGroup conv = node(nodes, "conv", "Conv2d");
            conv.putDataset("weight", new float[1][1][2][5]);
            conv.putDataset("padding", "same");
        });

        assertThat(((Convolution) file.graph().nodes().get("conv")).outputShape(new int[] {1, 6, 7}))
                .containsExactly(1, 6, 7);
    }

    @Test
    void shouldNameFileNodeAndParameterWhenOneIsMissingOrImpossible() {
        refuses(nodes -> node(nodes, "fc", "Linear"), "fc: weight is missing");
        refuses(nodes -> nodes.putGroup("bare"), "bare: type is missing");
        refuses(
                nodes -> node(nodes, "fc", "two\nlines"),
                "fc: type holds a text that is empty or has control characters");
        refuses(nodes -> nodes.putGroup("a\nb"), "node: nodes holds a text that is empty or has control characters");
        refuses(
                nodes -> node(nodes, "fc", "Linear").putDataset("weight", new double[][] {{1, Double.NaN}}),
                "fc: weight holds NaN, expected finite numbers");
        refuses(
                nodes -> node(nodes, "fc", "Linear").putDataset("weight", new double[] {1, 2}),
                "fc: weight has shape (2), expected (out, in)");
        refuses(
                nodes -> {
                    final WritableGroup fc = node(nodes, "fc", "Affine");
                    fc.putDataset("weight", new double[3][2]);
                    fc.putDataset("bias", new double[2]);
                },
                "fc: bias has shape (2), but weight (3, 2) has 3 outputs");
        refuses(
                nodes -> {
                    final WritableGroup pool = node(nodes, "pool", "SumPool2d");
                    pool.putDataset("kernel_size", new long[] {2, 2});
                    pool.putDataset("stride", new long[] {0, 2});
                },
                "pool: stride: 0.0 is not allowed, expected a whole number in 1..16777216");
        refuses(
                nodes -> {
                    final WritableGroup cell = node(nodes, "cell", "IF");
                    cell.putDataset("r", new double[4]);
                    cell.putDataset("v_threshold", new double[3]);
                },
                "cell: v_threshold has shape (3), other parameters have (4)");
    }

    private void refuses(final Consumer<WritableGroup> content, final String message) {
        assertThatThrownBy(() -> written(content))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(directory.resolve("net.nir") + ": " + message);
    }

    private static WritableGroup node(final WritableGroup nodes, final String name, final String type) {
        final WritableGroup node = nodes.putGroup(name);
        node.putDataset("type", type);
        return node;
    }

    private NirFile written(final Consumer<WritableGroup> content) {
        final Path file = directory.resolve("net.nir");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            final WritableGroup root = hdf.putGroup("node");
            root.putDataset("type", "NIRGraph");
            root.putDataset("edges", new String[][] {{"a", "b"}});
            content.accept(root.putGroup("nodes"));
        }
        return NirFile.read(file);
    }

    @Test
    void shouldSayWhatIsWrongWhenAFileIsNoNetwork() {
        assertThatThrownBy(() -> NirFile.read(directory.resolve("none.nir")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(directory.resolve("none.nir") + ": no such file");
        assertThatThrownBy(() -> NirFile.read("text", "not HDF5".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("text: damaged, or not an HDF5 file (");
    }
}
