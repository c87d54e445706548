package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code campaign}. */
class CampaignCommandTest {
    private static final String[] COMMAND = {
        "--",
        "train",
        "ssnn-bp",
        "--ticks",
        "4",
        "--infer-ticks",
        "3",
        "--hidden",
        "5",
        "--epochs",
        "1",
        "--train-samples",
        "10",
        "--test-samples",
        "10"
    };

    @TempDir
    static Path images;

    @TempDir
    private Path directory;

    @BeforeAll
    static void writeImages() throws IOException {
        TinyImages.write(images, 10);
    }

    private CliRun campaign(final String... options) {
        final List<String> words = new ArrayList<>(List.of("campaign", directory.toString()));
        words.addAll(List.of(options));
        words.addAll(List.of(COMMAND));
        words.addAll(List.of("--data-dir", images.toString()));
        return CliRun.of(words.toArray(String[]::new));
    }

    @Test
    void shouldWriteCurvesAndGoOnWhereItWas() throws IOException {
        final String[] faults = {"--fault", "stuck-device~0.1,0.9=max", "--fault", "dead-core~1", "--seed", "1,2"};
        final CliRun first = campaign(faults);
        assertThat(first.err().lines().filter(line -> line.startsWith("run "))).hasSize(8);
        assertThat(first.code()).isZero();
        final String csv = Files.readString(directory.resolve("campaign.csv"));
        final String page = Files.readString(directory.resolve("report.html"));
        Files.delete(directory.resolve("runs").resolve("dead-core~1-seed-2").resolve("campaign-run.json"));
        Files.delete(directory.resolve("report.html"));

        final CliRun again = campaign(faults);

        assertThat(again.err()).isEqualTo("run 8 of 8: dead-core~1, seed 2\n");
        assertThat(Files.readString(directory.resolve("campaign.csv"))).isEqualTo(csv);
        assertThat(Files.readString(directory.resolve("report.html"))).isEqualTo(page);
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(csv.lines()).hasSize(9);
        assertThat(page).contains("stuck-device=max", "dead-core", "sound chip").doesNotContain("<script");

        final JsonNode json =
                new JsonMapper().readTree(directory.resolve("campaign.json").toFile());
        assertThat(json.at("/curves/0/rates")).hasSize(2);
        final JsonNode dead = json.at("/curves/1/rates/0");
        assertThat(dead.at("/accuracy/mean").asDouble()).isEqualTo(0.1);
        assertThat(dead.at("/faults_per_run").asDouble()).isEqualTo(3);
        assertThat(dead.at("/accuracy_lost/mean").asDouble())
                .isEqualTo(json.at("/sound/accuracy/mean").asDouble() - 0.1);
        assertThat(dead.at("/energy_per_update_j/mean").isNumber()).isFalse();
        final JsonNode run = new JsonMapper()
                .readTree(directory
                        .resolve("runs")
                        .resolve("dead-core~1-seed-2")
                        .resolve("summary.json")
                        .toFile());
        assertThat(run.at("/faults/happened/dead-core").asInt()).isEqualTo(3);
    }

    @Test
    void shouldRefuseTheRunsOfAnotherCommand() {
        campaign("--fault", "dead-core~1");
        final CliRun other = CliRun.of(
                "campaign", directory.toString(), "--fault", "dead-core~1", "--", "train", "sfdfa", "--hidden", "9");

        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("take another directory").hasLineCount(1);
    }

    @Test
    void shouldSayWhatCannotBeRun() {
        final String out = directory.toString();

        assertUsage(CliRun.of("campaign", out, "--fault", "dead-core~1", "--", "bench", "fabric"), "one of train");
        assertUsage(campaign("--fault", "dead-core@7"), "KIND~RATES");
        assertUsage(
                CliRun.of("campaign", out, "--fault", "dead-core~1", "--", "train", "sfdfa", "--seed", "3"),
                "--seed before the --");
        assertUsage(
                CliRun.of("campaign", out, "--fault", "dead-core~1", "--", "train", "sfdfa", "--seed=3"),
                "--seed before the --");
        assertUsage(campaign("--fault", "dead-core~1", "--seed", "2,1,2"), "--seed: [2, 1, 2] is not allowed");
        assertUsage(
                CliRun.of("campaign", out, "--fault", "dead-core~1", "--", "network", "pb-s", "--steps", "2"),
                "a command that tells an accuracy");
        assertUsage(
                CliRun.of("campaign", out, "--fault", "dead-core~1", "--", "train", "ssnn-bp", "--epochs", "0"),
                "the command cannot be run: --epochs: 0");
    }

    private static void assertUsage(final CliRun run, final String message) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }
}
