package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.testbench.nir.Graphs;
import org.ranvier.testbench.nir.file.NirWriter;
import org.ranvier.testbench.nir.graph.Flatten;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.Tensor;
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

    @Test
    void shouldWriteRastersPotentialsAndASummaryWhenANetworkRunsOnACsvFile() throws IOException {
        final Path file = write(new Graphs()
                .input("in", 1)
                .node("a/b", Graphs.lif(2, 1e-3, .15))
                .node("a", Graphs.linear(new double[] {1}, new double[] {2}))
                .output("out", 2)
                .chain("in", "a", "a/b", "out"));
        final Path input = directory.resolve("in.csv");
        Files.writeString(input, "1\n1\n0\n");
        final Path out = directory.resolve("out");

        final CliRun run = CliRun.of(
                "nir",
                "run",
                file.toString(),
                "--input",
                input.toString(),
                "--record",
                "a/b",
                "--out",
                out.toString(),
                "--steps",
                "4");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("predicted class 1");
        assertThat(Files.readString(out.resolve("spikes-a_b.csv"))).isEqualTo("0,1\n1,1\n0,0\n0,0\n");
        assertThat(Files.readString(out.resolve("output-out.csv"))).isEqualTo("0,1\n1,1\n0,0\n0,0\n");
        assertThat(Files.readAllLines(out.resolve("potential-a_b.csv")))
                .hasSize(4)
                .startsWith("0.1,0");
        final JsonNode summary =
                new ObjectMapper().readTree(out.resolve("summary.json").toFile());
        assertThat(summary.get("steps").asInt()).isEqualTo(4);
        assertThat(summary.get("dt").asDouble()).isEqualTo(1e-4);
        assertThat(summary.get("spikes").get("a/b").asInt()).isEqualTo(3);
        assertThat(summary.get("output")).extracting(JsonNode::asInt).containsExactly(1, 2);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void shouldReportAccuracyWhenANetworkRunsOnRecordings() throws IOException {
        // Counts ON events at column 1 against those at column 0, each first of 34 x 34 pixels.
        final double[] left = new double[2 * 34 * 34];
        final double[] right = left.clone();
        left[34 * 34] = 1;
        right[34 * 34 + 1] = 1;
        final Path file = write(new Graphs()
                .input("in", 2, 34, 34)
                .node("flat", new Flatten(0, -1))
                .node("fc", Graphs.linear(left, right))
                .node("if", new Neuron("IF", null, null, null, Tensor.vector(1), null, Tensor.vector(1), null))
                .output("out", 2)
                .chain("in", "flat", "fc", "if", "out"));
        recording("0/00001.bin", 0, 0, 1);
        recording("0/00002.bin", 1, 1, 0);
        recording("1/00003.bin", 1, 0, 1);
        recording("1/00004.bin", 1);
        final Path out = directory.resolve("out");

        final CliRun run = CliRun.of(
                "nir",
                "run",
                file.toString(),
                "--input",
                directory.resolve("set").toString(),
                "--out",
                out.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("accuracy 0.7500: 3 of 4 recordings");
        assertThat(Files.readAllLines(out.resolve("samples.csv")))
                .containsExactly(
                        "file,label,predicted,steps,output0,output1",
                        "\"Test/0/00001.bin\",0,0,3,2.0,1.0",
                        "\"Test/0/00002.bin\",0,1,3,1.0,2.0",
                        "\"Test/1/00003.bin\",1,1,3,1.0,2.0",
                        "\"Test/1/00004.bin\",1,1,1,0.0,1.0");
        final JsonNode summary =
                new ObjectMapper().readTree(out.resolve("summary.json").toFile());
        assertThat(summary.get("accuracy").asDouble()).isEqualTo(.75);
        assertThat(summary.get("dt").asDouble()).isEqualTo(1e-3);
    }

    /** One ON event a millisecond, at row 0 of a column. */
    private void recording(final String name, final int... columns) throws IOException {
        final byte[] events = new byte[5 * columns.length];
        for (int i = 0; i < columns.length; i++) {
            events[5 * i] = (byte) columns[i];
            events[5 * i + 2] = (byte) 0x80;
            events[5 * i + 3] = (byte) (1000 * i >> 8);
            events[5 * i + 4] = (byte) (1000 * i);
        }
        final Path file = directory.resolve("set").resolve("Test").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, events);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--precision q15 --calibrate 0 | --calibrate: 0 is not allowed, expected 1..1048576",
                "--precision half | --precision: half is not allowed, expected float, q15 or int8",
                "--reset hard | --reset: hard is not allowed, expected one of file, zero, subtract",
                "--charge half | --charge: half is not allowed, expected one of step, time",
                "--dt 0 | --dt: 0.0 is not allowed, expected more than 0 seconds, up to 1e6",
                "--steps 0 | --steps: 0 is not allowed, expected 1..1048576",
                "--fault drop-packet@3 | --fault: --precision float is not allowed, expected q15 or int8: faults are those of a chip",
                "--trace x.vcd | --trace: --precision float is not allowed, expected q15 or int8: a trace shows a chip",
                "--report | --report: --precision float is not allowed, expected q15 or int8: a page shows a chip",
                "--record lif | --record: lif is not allowed, expected a CSV file as --input, and --out"
            })
    void shouldRefuseOptionsInOneLine(final String options, final String message) throws IOException {
        final Path file = write(new Graphs()
                .input("in", 1)
                .node("lif", Graphs.lif(1, 1e-3, 1))
                .output("out", 1)
                .chain("in", "lif", "out"));
        final Path input = directory.resolve("in.csv");
        Files.writeString(input, "1\n");
        final List<String> words = new ArrayList<>(List.of("nir", "run", file.toString(), "--input", input.toString()));
        words.addAll(List.of(options.split(" ")));

        final CliRun run = CliRun.of(words.toArray(String[]::new));

        assertThat(run.err()).isEqualTo("ranvier: " + message + "\n");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void shouldNameTheRowWhenACsvFileDoesNotFit() throws IOException {
        final Path file = write(new Graphs().input("in", 2).output("out", 2).chain("in", "out"));
        final Path input = directory.resolve("in.csv");
        Files.writeString(input, "1,2\n1\n");

        final CliRun run = CliRun.of("nir", "run", file.toString(), "--input", input.toString());

        assertThat(run.err()).isEqualTo("ranvier: " + input + ": row 2 has 1 columns, the network takes 2\n");
        assertThat(run.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "ssnn-bp --hidden 8 --train-samples 20 --test-samples 5 --epochs 1 --ticks 4, --reset subtract --no-multi-spike",
        "sfdfa --hidden 12 --train-samples 20 --test-samples 5 --epochs 1, --reset subtract --steps 98",
        "anytime --hidden 12 --train-samples 20 --test-samples 5 --epochs 1, --steps 10"
    })
    void shouldExportTheModelThatATrainingLeftInItsDirectory(final String training, final String options)
            throws IOException {
        final Path run = directory.resolve("run");
        final CliRun trained = CliRun.of(("train " + training + " --out " + run).split(" "));
        assertThat(trained.code()).as(trained.err()).isZero();

        final CliRun export = CliRun.of("nir", "export", run.toString());

        assertThat(export.err()).isEmpty();
        final String file = run.resolve("net.nir").toString();
        assertThat(export.out())
                .contains("Run it with: ranvier nir run " + file)
                .contains("Wrote " + file);
        for (final String word : options.split(" ")) {
            assertThat(export.out()).contains(word);
        }
        assertThat(CliRun.of("nir", "show", file).out()).contains("output");
    }

    private Path write(final Graphs graphs) {
        final Path file = directory.resolve("net.nir");
        NirWriter.write(file, graphs.graph());
        return file;
    }
}
