package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code train ottt} and {@code train eprop}. */
class OnlineCommandsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> WALL = List.of("wall_seconds", "images_per_second");

    @TempDir
    private Path directory;

    private CliRun train(final String rule, final String name, final String... more) {
        final Stream<String> fixed = Stream.of(("train " + rule
                        + (List.of(more).contains("--hidden") ? "" : " --hidden 20")
                        + " --train-samples 30 --test-samples 10 --epochs 1 --seed 5 --out "
                        + directory.resolve(name))
                .split(" "));
        return CliRun.of(Stream.concat(fixed, Arrays.stream(more)).toArray(String[]::new));
    }

    private ObjectNode summary(final CliRun run, final String name) throws IOException {
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return (ObjectNode)
                JSON.readTree(directory.resolve(name).resolve("summary.json").toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ottt", "eprop"})
    void shouldSumUpLikeEveryOtherRule(final String rule) throws IOException {
        final JsonNode other = summary(train("ssnn-bp", "other"), "other");
        final CliRun run = train(rule, "a");
        final JsonNode summary = summary(run, "a");
        assertThat(summary.fieldNames()).toIterable().containsExactlyElementsOf(other::fieldNames);
        assertThat(summary.get("rule").asText()).isEqualTo(rule);
        assertThat(summary.get("device").asText()).isEqualTo("sram");
        assertThat(summary.at("/energy_j/unpriced_events")).isEmpty();
        assertThat(summary.at("/spikes/output").asLong()).isEqualTo(30);
        for (final String key : List.of("/weight_updates", "/spikes/hidden_1", "/spikes/gradient_hidden_1")) {
            assertThat(summary.at(key).asLong()).as(key).isPositive();
        }
        assertThat(run.out()).contains("SRAM synapses", "synaptic operations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ottt", "eprop --feedback random --neuron alif"})
    void shouldWriteTheSameWhenRunTwice(final String rule) throws IOException {
        final JsonNode first = summary(train(rule, "a"), "a").without(WALL);
        final JsonNode second = summary(train(rule, "b"), "b").without(WALL);
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ottt", "eprop"})
    void shouldPutDoublePrecisionBeside(final String rule) throws IOException {
        final CliRun run = train(rule, "a", "--baseline");
        final JsonNode baseline = summary(run, "a").get("baseline");
        assertThat(baseline.fieldNames()).toIterable().containsExactly("double_precision", "clipped_relu", "relu");
        assertThat(run.out()).contains("The same rule in double precision: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ottt  | --hidden 20,10    | --hidden: 2 layers is not allowed, expected one: errors go back one layer a tick
            ottt  | --leak 0          | --leak: 0 is not allowed, expected 1..8
            ottt  | --ticks 0         | --ticks: 0 is not allowed, expected 1..100000
            ottt  | --eta 1e-9        | --eta: 1.0E-9 is not allowed, expected a number in 6.103515625E-5..1000.0
            eprop | --feedback none   | --feedback: none is not allowed, expected symmetric or random
            eprop | --neuron lifx     | --neuron: lifx is not allowed, expected lif or alif
            eprop | --filter 9        | --filter: 9 is not allowed, expected 0..8
            """)
    void shouldRefuseInOneLine(final String rule, final String option, final String message) {
        final CliRun run = train(rule, "a", option.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip()).endsWith(message).hasLineCount(1);
    }

    @Test
    void shouldShowWhichCoresTheSynapsesNeed() {
        final CliRun ottt = CliRun.of("map", "ottt");
        assertThat(ottt.code()).isZero();
        assertThat(ottt.out()).contains("784-100-10", ": 4 of 16 cores", "layer 1, tile 1 of 2");
        assertThat(CliRun.of("map", "eprop").out()).contains(": 6 of 16 cores", "layer 1, tile 3 of 4");
        assertThat(CliRun.of("map", "eprop", "--neuron", "alif", "--feedback", "random")
                        .out())
                .contains(": 7 of 16 cores");
        assertThat(CliRun.of("map", "ottt", "--hidden", "9,9").err().strip())
                .endsWith("layers: 4 is not allowed, expected 3: input, one hidden layer and read-out");
    }

    @Test
    void shouldSplitTheHiddenLayerInTheHeader() {
        final CliRun run = train("eprop", "a", "--hidden", "30");
        assertThat(run.out()).contains("784-30-10 network", "Chip: 4 cores");
    }
}
