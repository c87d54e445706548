package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.testbench.train.ModelFile;

final class TrainCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    @Test
    void shouldWriteTheContractsKeysWhenTrained() throws IOException {
        final JsonNode summary = summary(train("a"), "a");
        assertThat(summary.fieldNames())
                .toIterable()
                .contains(
                        "version",
                        "rule",
                        "dataset",
                        "seed",
                        "fabric",
                        "accuracy",
                        "train_samples",
                        "ticks",
                        "cycles",
                        "cycles_per_sample",
                        "chip_seconds",
                        "weight_updates",
                        "spikes",
                        "spikes_per_update",
                        "energy_j",
                        "energy_per_update_j",
                        "wall_seconds",
                        "images_per_second");
        assertThat(summary.get("energy_j").fieldNames())
                .toIterable()
                .contains("total", "by_component", "by_phase", "unpriced_events");
        assertThat(summary.get("rule").asText()).isEqualTo("ssnn-bp");
        assertThat(summary.get("train_samples").asInt()).isEqualTo(30);
        assertThat(summary.get("presentations").asInt()).isEqualTo(60);
    }

    @Test
    void shouldPriceEveryEventWhenTheDefaultProfileIsUsed() throws IOException {
        final JsonNode summary = summary(train("a"), "a");
        assertThat(summary.at("/energy_j/total").asDouble()).isPositive();
        for (final String part : List.of("/energy_j", "/test/energy_j")) {
            assertThat(summary.at(part + "/unpriced_events")).isEmpty();
        }
    }

    @Test
    void shouldSumUpWhenFiguresAreCompared() throws IOException {
        final JsonNode summary = summary(train("a"), "a");
        final double updates = summary.get("weight_updates").asDouble();
        final double joules = summary.at("/energy_j/total").asDouble();
        assertThat(summary.get("energy_per_update_j").asDouble()).isEqualTo(joules / updates);
        assertThat(summary.get("spikes_per_update").asDouble())
                .isEqualTo(summary.at("/spikes/total").asDouble() / updates);
        assertThat(summary.get("chip_seconds").asDouble())
                .isEqualTo(summary.get("cycles").asDouble() / 1e9);
        assertThat(summary.at("/spikes/output").asLong()).isEqualTo(60 * (16 + 2 - 1));
        assertThat(summary.at("/test/spikes/output").asLong()).isEqualTo(10 * 32);
        assertThat(summary.at("/test/spikes/gradient_output").asLong()).isZero();
        double phases = 0;
        for (final JsonNode phase : summary.at("/energy_j/by_phase")) {
            phases += phase.asDouble();
        }
        assertThat(phases).isCloseTo(joules, Percentage.withPercentage(1e-9));
        assertThat(summary.at("/energy_j/by_phase/idle").asDouble()).isLessThan(joules);
    }

    @Test
    void shouldWriteTheSameBytesWhenRunTwice() throws IOException {
        train("a");
        train("b");
        assertThat(withoutWallClock("b")).isEqualTo(withoutWallClock("a"));
        assertThat(Files.readString(directory.resolve("b/history.csv")))
                .isEqualTo(Files.readString(directory.resolve("a/history.csv")))
                .hasLineCount(3);
    }

    @Test
    void shouldLearnTheSameInNoMoreCyclesWhenTheFabricIsIdeal() throws IOException {
        final JsonNode cycle = summary(train("a"), "a");
        final JsonNode ideal = summary(train("b", "--fabric", "ideal"), "b");
        assertThat(ideal.get("fabric").asText()).isEqualTo("ideal");
        assertThat(ideal.get("weights_hash")).isEqualTo(cycle.get("weights_hash"));
        assertThat(ideal.get("cycles").asLong())
                .isLessThanOrEqualTo(cycle.get("cycles").asLong());
        assertThat(ideal.get("packets")).isEqualTo(cycle.get("packets"));
    }

    @Test
    void shouldThinPulsesWhenTheDeviceHasAStepOfItsOwn() throws IOException {
        final JsonNode summary = summary(train("a", "--device", "constant-step", "--eta", "0.0128"), "a");
        assertThat(summary.at("/options/step").asDouble()).isEqualTo(0.0016);
        assertThat(summary.at("/options/eta").asDouble()).isEqualTo(0.0128);
        assertThat(Files.readString(directory.resolve("a/history.csv"))
                        .lines()
                        .toList()
                        .get(1))
                .startsWith("1,30,,0.5,");
    }

    @Test
    void shouldTakeTheFastestRateOfTheDeviceWhenNoneIsGiven() throws IOException {
        final JsonNode summary = summary(train("a", "--device", "constant-step"), "a");
        assertThat(summary.at("/options/eta").asDouble()).isEqualTo(0.0256);
    }

    @Test
    void shouldInferWithTheSavedWeightsWhenModelIsLoaded() throws IOException {
        final Path model = directory.resolve("digits.model");
        final JsonNode summary = summary(train("a", "--save", model.toString()), "a");
        assertThat(ModelFile.load(model).header().accuracy())
                .isEqualTo(summary.get("accuracy").asDouble());
        final CliRun run =
                CliRun.of("infer", "--model", model.toString(), "--test-samples", "10", "--infer-ticks", "8");
        assertThat(run.code()).as(run.err()).isZero();
        final JsonNode report = JSON.readTree(run.out());
        assertThat(report.get("weights_hash")).isEqualTo(summary.get("weights_hash"));
        assertThat(report.get("test_samples").asInt()).isEqualTo(10);
        assertThat(report.at("/spikes/output").asInt()).isEqualTo(80);
        assertThat(report.get("cycles_per_inference").asDouble())
                .isEqualTo(report.get("cycles").asDouble() / 10);
        assertThat(report.get("energy_per_inference_j").asDouble()).isPositive();
    }

    @Test
    void shouldLearnOtherwiseWhenLinesHaveResistance() throws IOException {
        final JsonNode plain = summary(trainSmall("a"), "a");
        final JsonNode wired = summary(trainSmall("b", "--wires", "1e-3"), "b");
        assertThat(plain.at("/chip/wires").isNull()).isTrue();
        assertThat(wired.at("/chip/wires/row_resistance").asDouble()).isEqualTo(0.001);
        assertThat(wired.at("/chip/wires/topology").asText()).isEqualTo("input_source");
        assertThat(wired.get("weights_hash")).isNotEqualTo(plain.get("weights_hash"));
        assertThat(trainSmall("c", "--wires", "-1").err())
                .startsWith("ranvier: --wires: -1.0 is not allowed, expected a number in 0.0..1.0");
    }

    private CliRun trainSmall(final String name, final String... more) {
        final Stream<String> fixed =
                Stream.of("train ssnn-bp --hidden 4 --train-samples 6 --test-samples 2 --epochs 1 --seed 5".split(" "));
        final Stream<String> out = Stream.of("--out", directory.resolve(name).toString());
        return CliRun.of(
                Stream.of(fixed, out, Arrays.stream(more)).flatMap(s -> s).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "TTv2Idealized, '', 100, of TTv2Idealized",
        "TTv2Idealized, --bl=7, 7, 'of TTv2Idealized, changed by options'",
        "GokmenVlasov, '', 31, of GokmenVlasov",
        "ideal, '', 31, of the chip"
    })
    void shouldTakeThePeripheryOfThePreset(
            final String device, final String option, final int length, final String origin) throws IOException {
        final CliRun run = trainBy("rpu-sgd", "a", "--device", device, option.isEmpty() ? "--wear" : option);
        final JsonNode summary = summary(run, "a");
        assertThat(summary.at("/options/desired_bl").asInt()).isEqualTo(length);
        assertThat(summary.at("/options/periphery").asText()).isEqualTo(origin);
        assertThat(run.out().lines().findFirst().orElseThrow()).endsWith(", periphery " + origin);
    }

    @Test
    void shouldInferWithWhatPhaseChangeMemoryHolds() throws IOException {
        final Path model = directory.resolve("digits.model");
        final JsonNode summary = summary(trainSmall("a", "--save", model.toString()), "a");
        final JsonNode soon = infer(model, "--pcm");
        assertThat(soon.at("/pcm/after_seconds").asDouble()).isEqualTo(20);
        assertThat(soon.at("/pcm/compensation").asText()).isEqualTo("global");
        assertThat(soon.get("weights_hash")).isNotEqualTo(summary.get("weights_hash"));
        assertThat(infer(model, "--pcm").get("weights_hash")).isEqualTo(soon.get("weights_hash"));
        final JsonNode late =
                infer(model, "--pcm", "--after", "1.5d", "--compensation", "per-column", "--pcm-seed", "2");
        assertThat(late.at("/pcm/after_seconds").asDouble()).isEqualTo(129_600);
        assertThat(late.get("weights_hash")).isNotEqualTo(soon.get("weights_hash"));
        assertThat(infer(model).get("pcm").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--pcm --after 3w | --after: 3w is not allowed, expected seconds, or a number with min, h, d, mo or y",
                "--pcm --after h | --after: h is not allowed, expected seconds, or a number with min, h, d, mo or y",
                "--pcm --after -1 | --after: -1.0 is not allowed, expected a number in 0.0..1.0E12",
                "--pcm --compensation all | --compensation: all is not allowed, expected none, global or per-column",
                "--after 1h | --after: 1h is not allowed, expected --pcm beside it"
            })
    void shouldRefuseMemoryThatCannotBe(final String options, final String message) {
        final CliRun run = CliRun.of(("infer --model x " + options).split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("ranvier: " + message + System.lineSeparator());
    }

    private static JsonNode infer(final Path model, final String... more) throws IOException {
        final Stream<String> fixed = Stream.of("infer", "--model", model.toString(), "--test-samples", "2");
        final CliRun run = CliRun.of(Stream.concat(fixed, Arrays.stream(more)).toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    @Test
    void shouldRefuseWhenModelDoesNotFitTheData() throws IOException {
        final Path model = directory.resolve("digits.model");
        train("a", "--save", model.toString());
        final Path images = Files.createDirectory(directory.resolve("letters"));
        Files.write(images.resolve("emnist-letters-test-images-idx3-ubyte"), TinyImages.images(5));
        final byte[] labels = TinyImages.labels(5);
        labels[8] = 5;
        Files.write(images.resolve("emnist-letters-test-labels-idx1-ubyte"), labels);
        final CliRun run = CliRun.of(
                "infer", "--model", model.toString(), "--dataset", "emnist-letters", "--data-dir", images.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("ranvier: --model: it has 784 inputs and 10 outputs, images of emnist-letters have"
                        + " 784 pixels and 26 classes" + System.lineSeparator());
    }

    @Test
    void shouldRecordEveryPacketWhenAsked() throws IOException {
        final Path packets = directory.resolve("packets.csv");
        final JsonNode summary = summary(train("a", "--packets", packets.toString()), "a");
        try (Stream<String> lines = Files.lines(packets)) {
            assertThat(lines.count()).isEqualTo(1 + summary.get("packets").asLong());
        }
    }

    @Test
    void shouldPutBackPropagationBesideTheResultWhenAsked() throws IOException {
        final CliRun run = train("a", "--baseline");
        final JsonNode baseline = summary(run, "a").get("baseline");
        for (final String activation : List.of("clipped_relu", "relu")) {
            final double accuracy = baseline.get(activation).asDouble();
            assertThat(accuracy).isBetween(0.0, 1.0);
            assertThat(run.out()).contains(String.format(Locale.ROOT, "%.4f with the", accuracy));
        }
    }

    @Test
    void shouldWriteTheSameKeysWhenTheRuleIsAnother() throws IOException {
        final JsonNode spiking = summary(train("a"), "a");
        final JsonNode values = summary(trainBy("rpu-sgd", "b"), "b");
        assertThat(values.fieldNames()).toIterable().containsExactlyElementsOf(spiking::fieldNames);
        assertThat(values.get("rule").asText()).isEqualTo("rpu-sgd");
        assertThat(values.get("device").asText()).isEqualTo("GokmenVlasov");
        assertThat(values.at("/energy_j/unpriced_events")).isEmpty();
        assertThat(values.at("/spikes/output").asLong()).isEqualTo(60);
        final JsonNode events = values.get("array_events");
        // Two forward reads and a transposed one a training image; a retry is a read as well.
        assertThat(events.get("read").asLong() - events.path("retry").asLong()).isEqualTo(60 * 3);
        assertThat(events.get("coincidence").asLong())
                .isEqualTo(values.get("weight_updates").asLong());
        assertThat(values.at("/array_events_per_update/coincidence").asDouble()).isEqualTo(1);
        assertThat(values.at("/test/array_events/read").asLong()
                        - values.at("/test/array_events/retry").asLong())
                .isEqualTo(10 * 2);
    }

    @Test
    void shouldRepeatARunWhenTheSeedIsTheSame() throws IOException {
        summary(trainBy("rpu-sgd", "a"), "a");
        summary(trainBy("rpu-sgd", "b"), "b");
        assertThat(withoutWallClock("a")).isEqualTo(withoutWallClock("b"));
    }

    @Test
    void shouldListTheWearOfEveryDeviceWhenAsked() throws IOException {
        for (final String rule : List.of("ssnn-bp", "rpu-sgd")) {
            final JsonNode summary = summary(trainBy(rule, rule, "--wear"), rule);
            final List<String> lines =
                    Files.readAllLines(directory.resolve(rule).resolve("wear.csv"));
            assertThat(lines).hasSize(1 + 785 * 20 + 21 * 10).startsWith("crossbar,row,column,pulses,half_selects");
            long pulses = 0;
            long halfSelects = 0;
            for (final String line : lines.subList(1, lines.size())) {
                pulses += Long.parseLong(line.split(",")[3]);
                halfSelects += Long.parseLong(line.split(",")[4]);
            }
            assertThat(pulses).isEqualTo(summary.get("weight_updates").asLong());
            assertThat(halfSelects)
                    .isEqualTo(summary.at("/array_events/half_select").asLong());
            assertThat(summary.at("/wear/crossbar_1/devices").asLong()).isEqualTo(785 * 20);
            assertThat(summary.at("/wear/crossbar_1/most_pulses").asLong()).isPositive();
        }
    }

    private CliRun train(final String name, final String... more) {
        return trainBy("ssnn-bp", name, more);
    }

    private CliRun trainBy(final String rule, final String name, final String... more) {
        final Stream<String> fixed = Stream.of(("train " + rule
                        + " --hidden 20 --train-samples 30 --test-samples 10 --epochs 2" + " --test-every 2 --seed 5")
                .split(" "));
        final Stream<String> out = Stream.of("--out", directory.resolve(name).toString());
        return CliRun.of(
                Stream.of(fixed, out, Arrays.stream(more)).flatMap(s -> s).toArray(String[]::new));
    }

    private JsonNode summary(final CliRun run, final String name) throws IOException {
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return JSON.readTree(directory.resolve(name).resolve("summary.json").toFile());
    }

    private List<String> withoutWallClock(final String name) throws IOException {
        return Files.readString(directory.resolve(name).resolve("summary.json"))
                .lines()
                .filter(line -> !line.contains("\"wall_seconds\"") && !line.contains("\"images_per_second\""))
                .toList();
    }
}
