package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --fault} on the command line. */
class FaultCommandsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TINY = "--ticks 4 --infer-ticks 3 --hidden 9";

    @TempDir
    static Path images;

    @TempDir
    private Path directory;

    @BeforeAll
    static void writeImages() throws IOException {
        TinyImages.write(images, 10);
    }

    private static List<String> words(final String line) {
        return new ArrayList<>(Arrays.asList(line.split(" ")));
    }

    private CliRun train(final String line, final String out) {
        final List<String> words = words("train " + line + " --train-samples 10 --test-samples 5");
        if (!line.contains("--epochs")) {
            words.addAll(List.of("--epochs", "1"));
        }
        words.addAll(List.of(
                "--data-dir", images.toString(), "--out", directory.resolve(out).toString()));
        return CliRun.of(words.toArray(String[]::new));
    }

    /** What a run wrote, but for the time that it took. */
    private ObjectNode summary(final String out) throws IOException {
        final ObjectNode summary = (ObjectNode)
                JSON.readTree(directory.resolve(out).resolve("summary.json").toFile());
        summary.remove(List.of("wall_seconds", "images_per_second"));
        return summary;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssnn-bp " + TINY,
                "rpu-sgd --hidden 9",
                "sfdfa --hidden 9",
                "fo-stdgd --hidden 9",
                "ottt --hidden 9",
                "eprop --hidden 9"
            })
    void shouldSurviveEverythingAtOnce(final String rule) throws IOException {
        final CliRun run = train(
                rule
                        + " --fault flip-bit~0.0001 --fault drop-packet~0.02 --fault late-flit~0.02=50"
                        + " --fault corrupt-packet~0.05 --fault stuck-device~0.05=max --fault dead-row~0.05"
                        + " --fault dead-column~0.1 --fault dead-core@10000",
                "all");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Fault: dead-core in cycle 10000 at core[0]: alive -> dead.");
        final JsonNode faults = summary("all").get("faults");
        assertThat(faults.get("happened")).hasSize(8).allMatch(count -> count.asLong() > 0);
        assertThat(faults.get("never_happened")).isEmpty();
    }

    @Test
    void shouldNotDependOnThreads() throws IOException {
        final Path chip = directory.resolve("chip.yaml");
        Files.writeString(chip, "mesh: 4x4\n");
        for (int threads = 1; threads <= 3; threads++) {
            train(
                    "ssnn-bp " + TINY + " --fault drop-packet~0.02 --fault late-flit~0.01 --fault corrupt-packet~0.02"
                            + " --fault stuck-device~0.05 --fault flip-bit~0.0001 --fault drop-packet@20000:SPK"
                            + " --fault dead-core@40000:core[2] --threads " + threads + " --chip " + chip,
                    "threads" + threads);
        }

        assertThat(summary("threads1").get("faults").get("first")).hasSizeGreaterThan(10);
        assertThat(summary("threads2")).isEqualTo(summary("threads1"));
        assertThat(summary("threads3")).isEqualTo(summary("threads1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cycle", "ideal"})
    void shouldRunPlacedFaultsInSeveralParts(final String fabric) throws IOException {
        final Path chip = directory.resolve("chip.yaml");
        Files.writeString(chip, "mesh: 4x4\n");
        for (int threads = 1; threads <= 3; threads++) {
            final CliRun run = train(
                    "ssnn-bp --ticks 4 --infer-ticks 3 --hidden 9,8,7,6,5 --fabric " + fabric
                            + " --fault drop-packet~0.02 --fault late-flit@9000:core[6]=99"
                            + " --fault dead-core@30000:core[7] --fault flip-bit@20000:core[1]"
                            + " --fault dead-row@25000:core[2].array[1] --threads " + threads + " --chip " + chip,
                    "parts" + threads);
            assertThat(run.err()).isEmpty();
        }

        assertThat(summary("parts1").get("faults").get("never_happened")).isEmpty();
        assertThat(summary("parts2")).isEqualTo(summary("parts1"));
        assertThat(summary("parts3")).isEqualTo(summary("parts1"));
    }

    @Test
    void shouldBeASoundChipAtRateZero() throws IOException {
        train("sfdfa --hidden 9", "sound");
        train("sfdfa --hidden 9 --fault flip-bit~0 --fault drop-packet~0 --fault dead-core~0", "zero");

        assertThat(summary("zero")).isEqualTo(summary("sound"));
        assertThat(summary("zero").has("faults")).isFalse();
    }

    @Test
    void shouldChangeWhatIsLearntWhenAWeightFlips() throws IOException {
        train("sfdfa --hidden 9", "sound");
        final CliRun run = train("sfdfa --hidden 9 --fault flip-bit@50000", "flipped");

        assertThat(run.out()).contains("Fault: flip-bit in cycle 50000 at core[1].W[0,0].bit0: ");
        assertThat(summary("flipped").get("weights_hash"))
                .isNotEqualTo(summary("sound").get("weights_hash"));
    }

    @Test
    void shouldSayThatItNeverHappened() throws IOException {
        final CliRun run = train("ssnn-bp " + TINY + " --fault dead-core@99999999", "never");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Fault dead-core@99999999 never happened: the run ended in cycle ");
        assertThat(summary("never").get("faults").get("never_happened").get(0).asText())
                .isEqualTo("dead-core@99999999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dead-core@5:core[9]; one of core[0], core[1], core[4]",
                "flip-bit@5:core[1].weights[0]; one of lp, pre, u, RF",
                "drop-packet~.1:SPIKE; one of",
                "dead-row@5:core[1].array[785]; 0..784",
                "stuck-device@5:core[0].array[1,1]; one of core[1], core[4]",
                "flop-bit@5; did you mean 'flip-bit'?"
            })
    void shouldRefuseWhatDoesNotExist(final String fault, final String message) {
        final CliRun run = train("ssnn-bp " + TINY + " --fault " + fault, "none");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--fault").contains(message).hasLineCount(1);
        assertThat(directory.resolve("none").resolve("summary.json")).doesNotExist();
    }

    /** Nobody answers, so every image is taken for a 0, which one in ten is. */
    @Test
    void shouldLeaveInferenceToChanceWhenAllCoresAreDead() throws IOException {
        final Path model = directory.resolve("tiny.model");
        train("ssnn-bp " + TINY + " --save " + model, "model");
        final JsonNode sound = infer(model, "");
        final JsonNode broken = infer(model, " --fault dead-core~1");
        final JsonNode stuck = infer(model, " --fault stuck-device~0.5=max");

        assertThat(broken.get("accuracy").asDouble()).isEqualTo(0.1);
        assertThat(broken.get("packets").asLong())
                .isLessThan(sound.get("packets").asLong());
        assertThat(stuck.get("faults").get("happened").get("stuck-device").asInt())
                .isBetween(3400, 3800);
        assertThat(stuck.get("spikes")).isNotEqualTo(sound.get("spikes"));
    }

    private static JsonNode infer(final Path model, final String faults) throws IOException {
        final CliRun run = CliRun.line("infer --model " + model + " --data-dir " + images + faults);
        assertThat(run.code()).isZero();
        return JSON.readTree(run.out());
    }

    @Test
    void shouldLoseSpikesOfANetwork() throws IOException {
        final JsonNode sound =
                JSON.readTree(CliRun.line("network pb-s --steps 20").out());
        final CliRun run = CliRun.line("network pb-s --steps 20 --fault drop-packet@500 --fault drop-packet~0.2:SPK");
        final JsonNode lossy = JSON.readTree(run.out());

        assertThat(run.err()).startsWith("Fault: drop-packet in cycle 8").contains("SPK");
        assertThat(lossy.get("faults").get("happened").get("drop-packet").asInt())
                .isGreaterThan(100);
        assertThat(lossy.get("spike_hash")).isNotEqualTo(sound.get("spike_hash"));
    }

    @Test
    void shouldGoOnCountingStepsWithoutADeadCore() throws IOException {
        final CliRun run = CliRun.line("network pb-p --steps 20 --threads 2 --fault dead-core@3000:core[64]"
                + " --fault corrupt-packet~0.3 --fault flip-bit~0.0001");
        final JsonNode sound =
                JSON.readTree(CliRun.line("network pb-p --steps 20").out());

        assertThat(run.code()).isZero();
        assertThat(JSON.readTree(run.out()).get("steps").asInt()).isEqualTo(20);
        assertThat(JSON.readTree(run.out()).get("spikes").asInt())
                .isPositive()
                .isLessThan(sound.get("spikes").asInt() * 2);
    }
}
