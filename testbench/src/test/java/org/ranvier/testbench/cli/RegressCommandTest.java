package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.testbench.nir.Graphs;
import org.ranvier.testbench.nir.file.NirWriter;

class RegressCommandTest {
    @TempDir
    private Path directory;

    private Path data;
    private Path golden;

    @BeforeEach
    void writeImages() throws IOException {
        data = TinyImages.write(Files.createDirectory(directory.resolve("data")), 20);
        golden = directory.resolve("golden");
    }

    private CliRun record(final String line) {
        return CliRun.of(words("regress record " + golden + " -- " + line));
    }

    private CliRun check(final String options) {
        return CliRun.of(words("regress check " + golden + " " + options));
    }

    private String[] words(final String line) {
        return line.replace("@DATA", data.toString())
                .replace("@OUT", directory.resolve("out").toString())
                .strip()
                .split(" +");
    }

    private static String train(final String rule) {
        return "train " + rule
                + " --data-dir @DATA --train-samples 3 --test-samples 2 --epochs 1 --hidden 8 --out @OUT";
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssnn-bp", "sfdfa", "rpu-sgd", "ottt", "eprop", "fo-stdgd"})
    void shouldFindNothingInARepeatedTraining(final String rule) {
        final CliRun recorded = record(train(rule));
        assertThat(recorded.err()).isEmpty();
        assertThat(recorded.code()).isZero();
        assertThat(recorded.out()).containsPattern("Recorded 5 samples, [\\d,]+ events, [\\d,]+ instructions as ");
        final CliRun checked = check("");
        assertThat(checked.err()).isEmpty();
        assertThat(checked.out()).matches("Equal: 5 samples, [\\d,]+ events, [\\d,]+ instructions compared\\.\n");
        assertThat(checked.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "train anytime --data-dir @DATA --train-samples 3 --test-samples 2 --epochs 1 --hidden 8 --out @OUT, 2",
        "network pb-s --steps 5, 1",
        "network pb-p --steps 5 --threads 2, 1",
        "run ../examples/stdp/app.yaml --samples 3, 3",
        "run ../examples/first-spike/app.yaml --out @OUT, 1"
    })
    void shouldFindNothingInOtherCommandsThatAreRepeated(final String line, final int samples) {
        assertThat(record(line).code()).isZero();
        final CliRun checked = check("");
        assertThat(checked.out()).startsWith("Equal: " + samples + " samples, ");
        assertThat(checked.code()).isZero();
    }

    @Test
    void shouldCheckInference() {
        final Path model = directory.resolve("digits.model");
        assertThat(CliRun.of(words(train("ssnn-bp") + " --save " + model)).code())
                .isZero();
        assertThat(record("infer --data-dir @DATA --model " + model).code()).isZero();
        assertThat(check("").out()).startsWith("Equal: 20 samples, ");
        assertThat(check("--fault drop-packet@5000").code()).isEqualTo(3);
    }

    @Test
    void shouldCheckANetworkInNir() throws IOException {
        final Path file = directory.resolve("small.nir");
        NirWriter.write(file, Graphs.twoNeurons("lif").graph());
        final Path input = Files.writeString(directory.resolve("in.csv"), "1,0\n1,1\n0,1\n1,1\n");

        assertThat(record("nir run " + file + " --input " + input + " --dt 1e-3 --precision q15")
                        .code())
                .isZero();

        assertThat(check("").out()).startsWith("Equal: 1 samples, ");
        assertThat(check("--fault corrupt-packet@0:core[0]").code()).isEqualTo(3);
    }

    @Test
    void shouldEndANetworkInNirWhoseThresholdIsReachedForEver() throws IOException {
        final Path file = directory.resolve("small.nir");
        NirWriter.write(file, Graphs.twoNeurons("lif").graph());
        final Path input = Files.writeString(directory.resolve("in.csv"), "1,0\n");

        final CliRun run = CliRun.of(words("nir run " + file + " --input " + input
                + " --dt 1e-3 --precision q15 --reset subtract --multi-spike --fault flip-bit@0:core[0].th[0].bit31"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("the sample takes more than");
    }

    @Test
    void shouldRecordTheSameWithTwoThreads() throws IOException {
        record("network pb-p --steps 5");
        final byte[] one = Files.readAllBytes(golden.resolve(RegressRecordCommand.FILE));
        assertThat(check("").code()).isZero();
        record("network pb-p --steps 5 --threads 2");
        assertThat(check("").code()).isZero();
        final byte[] two = Files.readAllBytes(golden.resolve(RegressRecordCommand.FILE));
        assertThat(Math.abs(two.length - one.length)).isLessThan(300);
    }

    /** Nothing of the run is another one because it is recorded, nor are its files touched when it is checked. */
    @Test
    void shouldLeaveTheRunAsItIs() throws IOException {
        final Path summary = directory.resolve("out/summary.json");
        final CliRun plain = CliRun.of(words(train("sfdfa")));
        final JsonNode expected = withoutSeconds(summary);
        final CliRun recorded = record(train("sfdfa"));
        assertThat(withoutSeconds(summary)).isEqualTo(expected);
        assertThat(withoutRate(recorded.out())).startsWith(withoutRate(plain.out()));
        Files.writeString(summary, "mine");
        check("--fault drop-packet@2000");
        assertThat(summary).hasContent("mine");
        try (Stream<Path> files = Files.list(golden)) {
            assertThat(files).containsExactly(golden.resolve(RegressRecordCommand.FILE));
        }
    }

    private static JsonNode withoutSeconds(final Path summary) throws IOException {
        final JsonNode tree = new JsonMapper().readTree(summary.toFile());
        ((ObjectNode) tree).remove(List.of("wall_seconds", "images_per_second"));
        return tree;
    }

    /** Images a second depend on the machine. */
    private static String withoutRate(final String text) {
        return text.replaceAll("(?m)(^ +1 .*[^ ]) +[\\d,]+$", "$1");
    }

    @Test
    void shouldNameSeededFaultsOfAChipWithCrossbars() throws IOException {
        record(train("ssnn-bp"));
        requireNamed("flip-bit@3000", "source");
        final CliRun never = check("--fault drop-packet@999999999");
        assertThat(never.code()).isZero();
        assertThat(never.out()).contains("has not happened");
    }

    /** Row 117 is driven by the image under way, row 0 is not. */
    @Test
    void shouldNameSeededFaultsOfAChipWithSynapsesInMemory() throws IOException {
        record(train("sfdfa"));
        final JsonNode flipped = requireNamed("flip-bit@3000:core[1].array[117,2].bit7", "source");
        assertThat(flipped.get("elements").get(0).get("name").asText()).isEqualTo("W[117][2]");
        assertThat(flipped.get("elements").get(0).get("expected").asInt()
                        ^ flipped.get("elements").get(0).get("found").asInt())
                .isEqualTo(1 << 7);
        requireNamed("flip-bit@3000", "memory");
        requireNamed("drop-packet@3000", "packet_lost");
        final JsonNode late = requireNamed("late-flit@3000=7", "packet_late");
        assertThat(late.get("found_cycle").asLong())
                .isEqualTo(late.get("expected_cycle").asLong() + 7);
        requireNamed("corrupt-packet@3000=bit2", "packet_changed");
    }

    private JsonNode requireNamed(final String fault, final String finding) throws IOException {
        final Path json = directory.resolve("difference.json");
        final CliRun checked = check("--fault " + fault + " --json " + json);
        assertThat(checked.err()).isEmpty();
        assertThat(checked.code()).isEqualTo(3);
        assertThat(checked.out()).startsWith("Different in cycle ").contains("note: fault: ");
        final JsonNode first = new JsonMapper().readTree(json.toFile()).get("first_divergence");
        assertThat(first.get("finding").asText()).isEqualTo(finding);
        assertThat(checked.out()).contains("in cycle " + first.get("cycle").asText() + " ");
        assertThat(first.get("before")).isNotEmpty();
        final String said = checked.out()
                .lines()
                .filter(line -> line.startsWith("note: fault: "))
                .findFirst()
                .orElseThrow();
        assertThat(said).contains(" at " + first.get("core").asText());
        return first;
    }

    @Test
    void shouldLetEnergyDifferWithoutLookingAwayFromEvents() {
        record(train("ssnn-bp"));
        assertThat(check("--tolerance energy=0.1").out()).startsWith("Equal: 5 samples");
        assertThat(check("--tolerance energy=0.1 --fault drop-packet@3000").code())
                .isEqualTo(3);
        final CliRun loose =
                check("--tolerance accuracy=1 --tolerance cycles=1 --tolerance spikes=1 --tolerance updates=1"
                        + " --tolerance packets=1 --tolerance events=9 --tolerance energy=1 --tolerance other=1"
                        + " --fault drop-packet@3000");
        assertThat(loose.out())
                .startsWith("Equal within the tolerances: 5 samples")
                .contains("First difference in cycle ");
        assertThat(loose.code()).isZero();
    }

    @Test
    void shouldBeSmallWithWindowsAlone() throws IOException {
        record("network pb-s --steps 20");
        final long full = Files.size(golden.resolve(RegressRecordCommand.FILE));
        CliRun.of(words("regress record " + golden + " --detail windows --window 500 -- network pb-s --steps 20"));
        assertThat(Files.size(golden.resolve(RegressRecordCommand.FILE))).isLessThan(full / 3);
        assertThat(check("").code()).isZero();
        final CliRun checked = check("--fault drop-packet@1000");
        assertThat(checked.code()).isEqualTo(3);
        assertThat(checked.out()).contains("events differ in these cycles");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "regress record @OUT -- noc sweep | COMMAND: noc is not allowed, expected one of train RULE, infer, run, network",
                "regress record @OUT -- regress check @OUT | COMMAND: regress is not allowed",
                "regress record @OUT | Missing required parameter: 'COMMAND'",
                "regress record @OUT -- network pb-s --steps 0 | --steps: 0 is not allowed",
                "regress record @OUT -- network pb-s --steps 1 --trace t.csv | COMMAND: --trace is not allowed",
                "regress record @OUT --detail some -- network pb-s --steps 1 | --detail: some is not allowed, expected full or windows",
                "regress record @OUT --detail windows --window 0 -- network pb-s --steps 1 | --window: 0 is not allowed, expected at least 1",
                "regress record @OUT --window 50 -- network pb-s --steps 1 | --window: 50 is not allowed, expected --detail windows",
                "regress record @OUT -- nir show a.nir | COMMAND: nir show is not allowed, expected one of train RULE, infer, run, network, nir run",
                "regress check @OUT | recording.rvg: no such file; ranvier regress record makes it",
                "regress check @OUT --tolerance speed=1 | --tolerance: speed=1 is not allowed, expected QUANTITY=REL with one of",
                "regress check @OUT --tolerance cycles | --tolerance: cycles is not allowed",
                "regress check @OUT --tolerance cycles=few | --tolerance: cycles=few is not allowed",
                "regress check @OUT --tolerance cycles=-1 | --tolerance: -1.0 is not allowed"
            })
    void shouldRefuseBadInputInOneLine(final String line, final String message) throws IOException {
        final CliRun run = CliRun.of(words(line));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains(message);
        final Path out = directory.resolve("out");
        if (Files.exists(out)) {
            try (Stream<Path> files = Files.list(out)) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void shouldRefuseATruncatedOrForeignRecording() throws IOException {
        record("network pb-s --steps 1");
        final Path file = golden.resolve(RegressRecordCommand.FILE);
        final byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length / 2));
        assertThat(check("").err()).contains("truncated");
        assertThat(check("").code()).isEqualTo(2);
        Files.writeString(file, "a,b,c\n1,2,3\n");
        assertThat(check("").err()).contains("not a recording");
        assertThat(check("").code()).isEqualTo(2);
    }

    @Test
    void shouldSayWhenTheCommandCannotBeRepeated() throws IOException {
        record(train("ssnn-bp"));
        try (Stream<Path> files = Files.list(data)) {
            for (final Path file : files.toList()) {
                Files.delete(file);
            }
        }
        final CliRun checked = check("");
        assertThat(checked.code()).isEqualTo(2);
        assertThat(checked.err()).contains("the recorded command cannot be repeated: ");
    }
}
