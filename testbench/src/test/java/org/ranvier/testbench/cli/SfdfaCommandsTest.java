package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code train sfdfa} and {@code map sfdfa}. */
final class SfdfaCommandsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    private CliRun train(final String name, final String... more) {
        final Stream<String> fixed = Stream.of(
                "train sfdfa --hidden 12 --init-hidden=-0.2,0.6 --train-samples 20 --test-samples 5 --epochs 2"
                        .split(" "));
        final Stream<String> out = Stream.of("--out", directory.resolve(name).toString());
        return CliRun.of(
                Stream.of(fixed, out, Arrays.stream(more)).flatMap(s -> s).toArray(String[]::new));
    }

    private JsonNode summary(final CliRun run, final String name) throws IOException {
        assertThat(run.code()).as(run.err()).isZero();
        return JSON.readTree(directory.resolve(name).resolve("summary.json").toFile());
    }

    @Test
    void shouldWriteWhatEveryRuleWritesAndItsAlignment() throws IOException {
        final JsonNode summary = summary(train("a", "--recipe", "r1"), "a");
        assertThat(summary.get("rule").asText()).isEqualTo("sfdfa");
        assertThat(summary.get("feedback_alignment")).hasSize(2);
        assertThat(summary.get("feedback_alignment").get(1).asDouble()).isBetween(-1.0, 1.0);
        assertThat(summary.get("accuracy_by_epoch")).hasSize(2);
        assertThat(summary.get("ticks").asInt()).isEqualTo(50);
        assertThat(summary.get("presentations").asInt()).isEqualTo(40);
        assertThat(summary.get("weight_updates").asLong()).isPositive();
        assertThat(summary.at("/energy_j/unpriced_events")).isEmpty();
        assertThat(summary.at("/spikes/gradient_output").asLong()).isPositive();
        assertThat(summary.at("/options/normaliser").asText()).isEqualTo("gain");
        assertThat(summary.at("/options/halvings").get(0).asInt()).isEqualTo(5000);
        assertThat(summary.at("/test/spikes/gradient_output").asLong()).isZero();
        assertThat(Files.readString(directory.resolve("a/history.csv"))).hasLineCount(3);
    }

    @ParameterizedTest
    @CsvSource({
        "--gradient,exact", "--intra-neuron,off", "--feedback,random", "--normaliser,on", "--weight-bits,8",
        "--s1,7", "--targets,'20,4'", "--seed,9", "--theta-hidden,0.9", "--hidden,'12,8'"
    })
    void shouldLearnOtherwiseWhenTheFormDiffers(final String option, final String value) throws IOException {
        final JsonNode plain = summary(train("a"), "a");
        final JsonNode other = summary(train("b", option, value), "b");
        assertThat(other.get("weights_hash")).isNotEqualTo(plain.get("weights_hash"));
        assertThat(other.get("weight_updates").asLong()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--recipe r2 | --recipe: r2 is not allowed, expected r0, r1, short",
                "--gradient true | --gradient: true is not allowed, expected exact or smooth",
                "--weight-bits 4 | --weight-bits: 4 is not allowed, expected 8 or 16",
                "--targets 5 | --targets: [5] is not allowed, expected two counts",
                "--steps 0 | --steps: 0 is not allowed",
                "--last-input 100 | --last-input: 100 is not allowed, expected 0..99",
                "--init-output 2,1 | --init-output: [2.0, 1.0] is not allowed, expected two numbers, the smaller first",
                "--halvings 20,10 | --halvings: 10 is not allowed",
                "--order random | --order: random is not allowed, expected shuffled or set",
                "--seed 1,2 --packets p.csv | --packets: p.csv is not allowed, expected no such option, or a single --seed",
                "--s1 29 | hidden rate shift (s1): 29 is not allowed, expected 0..28",
                "--theta-output -1 | --theta-output: -1.0 is not allowed",
                "--hidden 3000 | the network needs"
            })
    void shouldNameTheOptionWhenItIsWrong(final String options, final String message) {
        final CliRun run = train("a", options.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("ranvier: " + message).hasLineCount(1);
        assertThat(directory.resolve("a")).doesNotExist();
    }

    @Test
    void shouldPrintMeansAndKeepEveryRunWhenThereAreSeveralSeeds() throws IOException {
        final CliRun several = train("a", "--seed", "3,4", "--test-every", "2");
        assertThat(several.code()).as(several.err()).isZero();
        assertThat(several.out())
                .containsPattern("Accuracy after epoch 2: 0\\.\\d{4} \\+- 0\\.\\d{4}, 2 seeds from")
                .containsPattern("Cosine of feedback and output weights after epoch 1: ");
        final JsonNode alone = summary(train("b", "--seed", "4", "--test-every", "2"), "b");
        final JsonNode among =
                JSON.readTree(directory.resolve("a/seed-4/summary.json").toFile());
        assertThat(among.get("weights_hash")).isEqualTo(alone.get("weights_hash"));
        final String accuracy = alone.get("accuracy_by_epoch").get(1).asText();
        final String cosine = alone.get("feedback_alignment").get(1).asText();
        assertThat(Files.readAllLines(directory.resolve("a/seeds.csv")))
                .hasSize(5)
                .startsWith("seed,epoch,accuracy,feedback_alignment")
                .endsWith("4,2," + accuracy + "," + cosine);
    }

    @Test
    void shouldLearnInAnotherOrderWhenImagesAreNotShuffled() throws IOException {
        final JsonNode shuffled = summary(train("a"), "a");
        final JsonNode given = summary(train("b", "--order", "set"), "b");
        assertThat(given.get("weights_hash")).isNotEqualTo(shuffled.get("weights_hash"));
        assertThat(summary(train("c", "--order", "set"), "c").get("weights_hash"))
                .isEqualTo(given.get("weights_hash"));
    }

    @Test
    void shouldShowHowLayersAreSplit() {
        final CliRun run = CliRun.line("map sfdfa");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("784-100-10 on a cmesh2x2 mesh: 7 of 16 cores")
                .contains("layer 1, tile 4 of 5   80..99")
                .contains("layer 2 (output)");
        assertThat(CliRun.line("map sfdfa --intra-neuron off --weight-bits 8").out())
                .contains("tile 1 of 3");
    }
}
