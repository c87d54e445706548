package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** train, calibrate, infer, map and golden for anytime inference, from the command line. */
class AnytimeCommandsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path directory;

    private static Path model;
    private static CliRun trained;

    @BeforeAll
    static void train() {
        model = directory.resolve("a.model");
        trained = run(
                "train anytime --hidden 16 --ticks 5 --train-samples 300 --test-samples 40 --epochs 2 --batch 10 --loss strb"
                        + " --lambda .05",
                "--save",
                model.toString(),
                "--out",
                directory.resolve("train").toString());
        final CliRun calibrated = infer("calibrate --samples 100 --epsilon .2,.1 --fabric ideal");
        assertThat(calibrated.code()).as(calibrated.err()).isZero();
    }

    private static CliRun run(final String line, final String... more) {
        final List<String> args = new ArrayList<>(List.of(line.split(" ")));
        args.addAll(List.of(more));
        return CliRun.of(args.toArray(new String[0]));
    }

    private static CliRun infer(final String line, final String... more) {
        final List<String> args = new ArrayList<>(List.of("--model", model.toString()));
        if (line.startsWith("infer anytime")) {
            args.addAll(List.of("--out", directory.resolve("infer").toString()));
        }
        args.addAll(List.of(more));
        return run(line, args.toArray(new String[0]));
    }

    @Test
    void shouldTrainAndSayWhatTheIntegersAreWorth() throws IOException {
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.out())
                .startsWith("ANYTIME on mnist: 784-16-10 network, 5 ticks")
                .contains("in bytes on the chip");
        final JsonNode summary =
                JSON.readTree(directory.resolve("train/summary.json").toFile());
        assertThat(summary.get("rule").asText()).isEqualTo("anytime");
        assertThat(summary.get("float_accuracy").asDouble()).isGreaterThan(0.4);
        assertThat(summary.get("accuracy").asDouble())
                .isBetween(
                        summary.get("float_accuracy").asDouble() - 0.15,
                        summary.get("float_accuracy").asDouble() + 0.15);
        assertThat(summary.get("float_accuracy_by_tick")).hasSize(5);
        assertThat(summary.get("loss_by_epoch")).hasSize(2);
        assertThat(summary.at("/options/regularizer").asText()).isEqualTo("strb");
        assertThat(summary.at("/test/energy_per_inference_j").asDouble()).isPositive();
        assertThat(summary.at("/test/energy_j/unpriced_events")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--epsilon .1, epsilon", "--beta 1.5, beta", "--confidence .5, confidence"})
    void shouldReportWhatStoppingSaves(final String rule, final String by) throws IOException {
        final CliRun run = infer("infer anytime --fabric ideal --samples 40 " + rule);
        assertThat(run.code()).as(run.err()).isZero();
        final JsonNode report = JSON.readTree(run.out());
        assertThat(report.get("stop_by").asText()).isEqualTo(by);
        assertThat(report.get("thresholds")).hasSize(5);
        assertThat(report.get("pipeline_ticks").asDouble())
                .isEqualTo(report.get("decision_ticks").asDouble() + 1);
        assertThat(report.get("speed_up").asDouble())
                .isEqualTo(5 / report.get("decision_ticks").asDouble())
                .isGreaterThan(1);
        for (final String saved : List.of("cycles", "energy", "packets", "synaptic_operations")) {
            assertThat(report.at("/saved/" + saved).asDouble()).as(saved).isBetween(0.01, 0.8);
        }
        assertThat(report.at("/cutoff/cycles_per_inference").asDouble())
                .isLessThan(report.at("/full/cycles_per_inference").asDouble());
        assertThat(Files.readString(directory.resolve("infer/summary.json"))).isEqualTo(run.out());
    }

    @Test
    void shouldDrawTheCurveThroughWhatIsMeasured() throws IOException {
        final Path plot = directory.resolve("curve.svg");
        final JsonNode report =
                JSON.readTree(infer("infer anytime --fabric ideal --samples 40 --beta 1.5", "--plot", plot.toString())
                        .out());
        assertThat(Files.readString(plot).contains("</svg")).isTrue();
        for (final JsonNode point : report.at("/tradeoff/beta")) {
            if (point.get("value").asDouble() == 1.5) {
                assertThat(point.get("accuracy")).isEqualTo(report.get("accuracy"));
                assertThat(point.get("decision_ticks")).isEqualTo(report.get("decision_ticks"));
            }
        }
        assertThat(report.at("/tradeoff/epsilon")).hasSize(2);
    }

    @Test
    void shouldMapLayersByMemory() {
        final CliRun run = run("map anytime --hidden 300");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("784-300-10 on a cmesh2x2 mesh: 4 of 16 cores")
                .contains("layer 1, tile 1 of 2");
    }

    @Test
    void shouldPrintTheSamplesThatTheVectorNames() throws IOException {
        final Path vector = directory.resolve("vector.json");
        Files.writeString(vector, "{\"sample7\": {}, \"sample2\": {}}");
        final JsonNode result =
                JSON.readTree(run("golden anytime --vector", vector.toString()).out());
        assertThat(result.fieldNames()).toIterable().containsExactly("sample7", "sample2");
        assertThat(result.at("/sample2/stop_tick_beta80").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train anytime --loss sum | --loss: sum is not allowed, expected mean, tet, str, strb or rcs",
                "train anytime --loss tet --lambda .1 | --lambda: the loss tet has no weight, only str, strb and rcs",
                "train anytime --loss str --base rcs | --base: rcs is not allowed, expected mean or tet",
                "train anytime --coding poisson | --coding: poisson is not allowed, expected rate or integrate",
                "train anytime --gain 2 | --gain: 2.0 is not allowed",
                "train anytime --ticks 0 | --ticks: 0 is not allowed",
                "train anytime --hidden 0 | --hidden: 0 is not allowed",
                "train anytime --batch 0 | --batch: 0 is not allowed",
                "infer | Missing required option: '--model=FILE'",
                "infer anytime --beta 1 | Missing required option: '--model=FILE'",
                "infer anytime --model none --beta 1 | none: no such file",
                "calibrate --model none --epsilon 0 | --epsilon: 0.0 is not allowed",
                "golden anytime --vector none.json | none.json: no such file",
            })
    void shouldRefuseInOneLine(final String line, final String message) {
        refuses(run(line), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calibrate --epsilon .1 --samples 0 | --samples: 0 is not allowed, expected 1..10000, the images of mnist train; an empty set",
                "calibrate --epsilon .1 --samples 10001 | --samples: 10001 is not allowed",
                "infer anytime --epsilon .3 | --epsilon: 0.3 is not allowed, expected one of [0.1, 0.2]",
                "infer anytime --confidence 1 | --confidence: 1.0 is not allowed",
                "infer anytime --beta -1 | --beta: -1.0 is not allowed",
                "infer anytime --beta 1 --confidence .9 | are mutually exclusive",
                "infer anytime --beta 1 --samples 0 | --samples: 0 is not allowed",
                "infer anytime | Missing required argument (specify one of these)",
                "infer | rule anytime, this command knows ssnn-bp",
            })
    void shouldRefuseWithAModelInOneLine(final String line, final String message) {
        refuses(
                infer(line.startsWith("infer anytime") ? line : line.replace("infer", "infer --fabric ideal")),
                message);
    }

    @Test
    void shouldRefuseAModelThatDoesNotFit(@TempDir final Path other) throws IOException {
        final Path chip = other.resolve("tiny.yaml");
        Files.writeString(chip, "core: {memory_bytes: 1500}\n");
        refuses(infer("infer anytime --beta 1", "--chip", chip.toString()), "--model: it does not fit the chip: ");

        final Path tables = other.resolve("tables.json");
        final String text = Files.readString(Path.of(model + ".thresholds.json"));
        Files.writeString(tables, text.replaceFirst("\"thresholds\" : \\[ -?[0-9]+,", "\"thresholds\" : ["));
        refuses(
                infer("infer anytime --epsilon .1", "--thresholds", tables.toString()),
                "the table of epsilon 0.1 has 4 thresholds, the model has 5 ticks");

        final byte[] content = Files.readAllBytes(model);
        final Path cut = other.resolve("cut.model");
        Files.write(cut, Arrays.copyOf(content, content.length / 2));
        refuses(run("infer anytime --beta 1 --model", cut.toString()), "truncated");
    }

    private static void refuses(final CliRun run, final String message) {
        assertThat(run.err()).contains(message).hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
    }
}
