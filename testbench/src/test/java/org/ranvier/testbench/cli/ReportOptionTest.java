package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.testbench.nir.Graphs;
import org.ranvier.testbench.nir.file.NirWriter;

/** Pages of runs that train nothing on the chip: tests of models, a chip of one's own, benchmark networks. */
class ReportOptionTest {
    @TempDir
    private Path directory;

    private Path run;

    @BeforeEach
    void images() throws IOException {
        run = directory.resolve("run");
        TinyImages.write(Files.createDirectories(directory.resolve("images")), 10);
    }

    @Test
    void shouldShowATestOfAModel() throws IOException {
        execute("train ssnn-bp --data-dir IMAGES --train-samples 10 --test-samples 5 --epochs 1 --hidden 12"
                + " --save MODEL --out " + directory.resolve("trained"));

        execute("infer --model MODEL --data-dir IMAGES --test-samples 5 --report --out RUN");

        assertThat(PageFigures.check(run))
                .contains(
                        "/accuracy",
                        "/test_samples",
                        "/cycles",
                        "/spikes/total",
                        "/energy_j/by_phase/forward",
                        "/energy_per_inference_j",
                        "data:/cores/0/busy",
                        "data:/weights/0/rows");
        assertThat(page()).contains("A test of ssnn-bp", "infer --model").doesNotContain("Epochs</h2>");
    }

    @Test
    void shouldShowModelsThatStopEarly() throws IOException {
        execute(
                "train anytime --data-dir IMAGES --train-samples 10 --test-samples 5 --epochs 1 --hidden 12 --save MODEL"
                        + " --report --out RUN");
        assertThat(PageFigures.check(run)).contains("/accuracy", "/float_accuracy", "/test/energy_j/total");

        execute("infer anytime --model MODEL --data-dir IMAGES --samples 5 --beta 0.5 --report --out RUN");

        assertThat(PageFigures.check(run))
                .contains(
                        "/accuracy_full",
                        "/decision_ticks",
                        "/cutoff/energy_per_inference_j",
                        "/full/energy_per_inference_j",
                        "/cutoff/energy_j/by_component/memory");
        assertThat(page()).contains("Answers by tick", "stopping early", "to the last tick");
    }

    @Test
    void shouldShowAChipOfOnesOwn() throws IOException {
        execute("run ../examples/first-spike/app.yaml --report --out RUN");

        assertThat(PageFigures.check(run))
                .contains("/cycles", "/packets/cores_sent", "/energy_j/total", "data:/test_packets/packets");
        assertThat(page()).contains("lif (lif.asm)").doesNotContain("Weights</h2>");
    }

    @Test
    void shouldShowANetwork() throws IOException {
        execute("network pb-s --steps 12 --report --out RUN");

        final Set<String> shown = PageFigures.check(run);
        assertThat(shown).contains("/spikes", "/synaptic_events", "/energy_j/memory", "data:/cores/15/busy");
        assertThat(shown).anyMatch(at -> at.startsWith("data:/links/"));
    }

    @Test
    void shouldShowANetworkInNir() throws IOException {
        final Path file = directory.resolve("small.nir");
        NirWriter.write(file, Graphs.twoNeurons("a/b").graph());
        Files.writeString(directory.resolve("in.csv"), "1,0\n1,1\n0,1\n1,1\n");

        execute("nir run " + file + " --input " + directory.resolve("in.csv")
                + " --dt 1e-3 --precision q15 --fault drop-packet@40 --report --out RUN");

        assertThat(PageFigures.check(run))
                .contains(
                        "/steps",
                        "/chip/cycles",
                        "/chip/energy_j/by_phase/forward",
                        "/spikes/a~1b",
                        "/differences_to_float/spikes/a~1b/mismatches",
                        "/chip/quantisation/wires/0/synapses",
                        "/faults/happened/drop-packet",
                        "data:/cores/0/busy",
                        "data:/cores/0/neurons");
        assertThat(page()).contains("<h1>small.nir</h1>", "nir run");
        assertThat(run.resolve("output-out.csv")).exists();
    }

    @Test
    void shouldWriteNothingUnlessAsked() {
        execute("network pb-s --steps 1");

        assertThat(run).doesNotExist();
    }

    private void execute(final String line) {
        final CliRun result = CliRun.of(line.replace("IMAGES", "" + directory.resolve("images"))
                .replace("MODEL", "" + directory.resolve("a.model"))
                .replace("RUN", "" + run)
                .split(" "));
        assertThat(result.code()).as(result.err()).isZero();
    }

    private String page() throws IOException {
        return Files.readString(run.resolve("report.html"));
    }
}
