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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.testbench.compare.Column;

/** {@code compare}. */
final class CompareCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    private Path data;

    @BeforeEach
    void writeImages() throws IOException {
        data = TinyImages.write(Files.createDirectory(directory.resolve("data")), 20);
    }

    private CliRun compare(final String... more) {
        return run("compare", "--hidden 20 --train-samples 12 --test-samples 8 --fabric ideal", more);
    }

    private CliRun run(final String command, final String options, final String... more) {
        final List<String> args = new ArrayList<>(Arrays.asList((command + " " + options).split(" ")));
        args.addAll(Arrays.asList(more));
        args.addAll(List.of("--data-dir", data.toString(), "--out", out(command).toString()));
        return CliRun.of(args.toArray(String[]::new));
    }

    private Path out(final String command) {
        return directory.resolve(command.replace(' ', '-'));
    }

    private JsonNode summary(final String command) throws IOException {
        return JSON.readTree(out(command).resolve("summary.json").toFile());
    }

    @Test
    void shouldSayWhatTheTrainingItselfSays() throws IOException {
        final CliRun run = compare("--seed", "5", "--rules", "ssnn-bp");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err().strip()).startsWith("1/1  ssnn-bp, seed 5: ").hasLineCount(1);
        final CliRun alone = run(
                "train ssnn-bp",
                "--hidden 20 --train-samples 12 --test-samples 8 --epochs 1 --test-every 1 --seed 5 --fabric ideal");
        assertThat(alone.code()).isZero();

        final JsonNode row = summary("compare").at("/runs/0");
        final JsonNode train = summary("train ssnn-bp");
        assertThat(row.get("accuracy")).isEqualTo(train.get("accuracy"));
        for (final String key : List.of("spikes_per_update", "energy_per_update_j", "cycles_per_sample")) {
            assertThat(row.get(key)).as(key).isEqualTo(train.get(key));
        }
        assertThat(row.get("energy_per_inference_j")).isEqualTo(train.at("/test/energy_per_inference_j"));
        assertThat(row.get("cycles_per_inference")).isEqualTo(train.at("/test/cycles_per_sample"));
        assertThat(row.get("messages_per_sample").asDouble())
                .isEqualTo(train.get("packets").asDouble() / 12);
        assertThat(row.get("updates_per_sample").asDouble())
                .isEqualTo(train.get("weight_updates").asDouble() / 12);
        assertThat(row.get("cores").asInt())
                .isEqualTo(train.at("/chip/cores_used").asInt());
        assertThat(row.get("array_bytes_per_synapse").asDouble()).isZero();
    }

    @Test
    void shouldCompareEveryRule() throws IOException {
        final CliRun run = compare("--seed", "1,2");
        assertThat(run.code()).as(run.err() + run.out()).isZero();
        final int rules = ComparedRules.ALL.size();
        assertThat(run.out()).contains(rules + " rules on mnist: 12 training and 8 test images", "+- ");
        assertThat(Files.readString(out("compare").resolve("runs.csv"))).hasLineCount(1 + 2 * rules);
        assertThat(Files.readString(out("compare").resolve("summary.csv"))).hasLineCount(1 + rules);
        assertThat(Files.readString(out("compare").resolve("accuracy-energy.svg")))
                .startsWith("<");
        final JsonNode summary = summary("compare");
        for (int i = 0; i < rules; i++) {
            final JsonNode rule = summary.at("/rules/" + i);
            final JsonNode first = summary.at("/runs/" + 2 * i);
            final JsonNode second = summary.at("/runs/" + (2 * i + 1));
            final boolean learns = !rule.get("rule").asText().equals("anytime");
            for (final Column column : Column.values()) {
                final JsonNode mean = rule.get(column.key()).get("mean");
                if (learns || !mean.isNull()) {
                    assertThat(mean.asDouble())
                            .as(rule.get("rule") + " " + column)
                            .isEqualTo((first.get(column.key()).asDouble()
                                            + second.get(column.key()).asDouble())
                                    / 2);
                }
            }
            assertThat(rule.get("energy_per_update_j").get("mean").isNull()).isEqualTo(!learns);
        }
    }

    @Test
    void shouldCountTheBytesOfWeightsAndTheOptionsOfARule() throws IOException {
        final CliRun run = compare("--seed", "1", "--rules", "anytime", "--rule", "small=ottt --hidden 10 --ticks 2");
        assertThat(run.code()).as(run.err()).isZero();
        final JsonNode runs = summary("compare").get("runs");
        assertThat(runs.get(0).get("array_bytes_per_synapse").asDouble()).isEqualTo(1);
        assertThat(runs.get(1).get("rule").asText()).isEqualTo("small");
        final double weights = 785 * 10 * 2 + 11 * 10 * 4;
        assertThat(runs.get(1).get("array_bytes_per_synapse").asDouble()).isEqualTo(weights / (785 * 10 + 11 * 10));
        assertThat(runs.get(1).get("bytes_per_synapse").asDouble()).isGreaterThan(weights / (785 * 10 + 11 * 10));
    }

    @Test
    void shouldGoOnAfterARunThatFails() throws IOException {
        final CliRun run = compare("--seed", "1", "--rule", "ottt --hidden 9,8", "--rule", "ssnn-bp --hidden 9,8");
        assertThat(run.code()).isEqualTo(1);
        final String error = "--hidden: 2 layers is not allowed, expected one: errors go back one layer a tick";
        assertThat(run.out()).contains("ottt --hidden 9,8 with seed 1 failed: " + error);
        final JsonNode runs = summary("compare").get("runs");
        assertThat(runs.get(0).get("error").asText()).isEqualTo(error);
        assertThat(runs.get(0).get("accuracy").isNull()).isTrue();
        assertThat(runs.get(1).get("accuracy").isNumber()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --rules | sfdfa,none            | --rules: none is not allowed, expected one of ssnn-bp, rpu-sgd, sfdfa, dfa
            --rules | ottt,ottt             | --rules and --rule: ottt is not allowed, expected each label once
            --rule  | none --x 1            | --rule: none is not allowed, expected one of ssnn-bp
            --rule  | ottt --recipe short   | --rule: 'ottt --recipe short': Unknown options: '--recipe', 'short'
            --rule  | a=ottt --epochs 4     | --rule: --epochs of 'a' is not allowed, expected options of the rule itself
            --rule  | ottt --trace t.vcd    | --rule: --trace of 'ottt --trace t.vcd' is not allowed, expected options of
            --seed  | 1,2,1                 | --seed: [1, 2, 1] is not allowed, expected each seed once
            --test-samples | 21             | --test-samples: 21 is not allowed, expected 1..20
            --epochs | 0                    | --epochs: 0 is not allowed, expected 1..10000
            --profile | none                | profile
            """)
    void shouldRefuseInOneLine(final String option, final String value, final String message) {
        final CliRun run = run("compare", "--train-samples 12", option, value);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err().strip()).contains(message).hasLineCount(1);
    }

    @Test
    void shouldDefineItsColumns() {
        final String help = CliRun.of("compare", "--help").out();
        for (final Column column : Column.values()) {
            assertThat(help).contains(column.heading(), column.definition());
        }
        for (final ComparedRules.Rule rule : ComparedRules.ALL) {
            assertThat(help).contains(rule.name());
        }
    }
}
