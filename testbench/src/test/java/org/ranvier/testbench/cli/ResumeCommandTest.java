package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.chip.SampleMonitor;

/** A run that ended in the middle and is resumed leaves the files of one that did not; what is not its checkpoint is refused. */
class ResumeCommandTest {
    private static final String WALL_CLOCK = "(?m)^.*\"(wall_seconds|images_per_second)\".*$";

    @TempDir
    private Path directory;

    private Path data;
    private Path out;

    @BeforeEach
    void writeImages() throws IOException {
        data = TinyImages.write(Files.createDirectory(directory.resolve("data")), 12);
        out = directory.resolve("out");
    }

    /** Two epochs of eight images, a test of four after each. */
    private String[] command(final String line) {
        final List<String> words = new ArrayList<>(List.of(("train " + line).split(" ")));
        words.addAll(List.of("--data-dir", data.toString(), "--train-samples", "8", "--test-samples", "4"));
        words.addAll(List.of("--epochs", "2", "--test-every", "1", "--checkpoint-every", "3", "--out", "" + out));
        words.replaceAll(word -> word.replace("DIR", directory.toString()));
        return words.toArray(String[]::new);
    }

    /** Runs a command that fails in a sample, counted from 1. */
    private static void breakDown(final int sample, final String... args) {
        final StringWriter err = new StringWriter();
        final int code = Main.run(args, new PrintWriter(new StringWriter()), new PrintWriter(err), (chip, spec) -> {
            chip.samples(new SampleMonitor() {
                private int samples;

                @Override
                public void begins(final int ticks, final long cycle) {
                    samples++;
                    if (samples == sample) {
                        throw new IllegalStateException("breaks down");
                    }
                }
            });
        });
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("breaks down");
    }

    private void deleteResults() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (final Path file : all.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(data))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /** All files but the data, by name, without what the wall clock says. */
    private Map<String, String> files() throws IOException {
        final Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (final Path file : all.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(data))
                    .toList()) {
                final String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                files.put(directory.relativize(file).toString(), content.replaceAll(WALL_CLOCK, ""));
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssnn-bp --hidden 6 --ticks 4 --packets DIR/p.csv --wear --save DIR/m.model --device constant-step",
                "sfdfa --hidden 6 --recipe r0 --packets DIR/p.csv --threads 2"
            })
    void shouldLeaveTheFilesOfARunThatWasLeftAlone(final String line) throws IOException {
        final String[] command = command(line);
        final CliRun whole = CliRun.of(command);
        assertThat(whole.code()).as(whole.err()).isZero();
        final Map<String, String> expected = files();
        assertThat(expected).containsKeys("out/summary.json", "out/history.csv", "out/report-data.json", "p.csv");
        // Two epochs of eight images, each with a test of four: in the first, within, at the end, and in either test.
        for (final int sample : new int[] {1, 6, 9, 10, 17, 21, 24}) {
            deleteResults();
            breakDown(sample, command);
            final CliRun resumed = CliRun.of("resume", out.toString());

            assertThat(resumed.code()).as(resumed.err()).isZero();
            assertThat(resumed.out().contains("Resumed after")).isEqualTo(sample > 3);
            assertThat(files()).as("broken in sample %d", sample).isEqualTo(expected);
        }
        final CliRun again = CliRun.of("resume", out.toString());
        assertThat(again.code()).isZero();
        assertThat(again.out()).isEqualTo(out + ": the run is finished, its results are there.\n");
        assertThat(files()).isEqualTo(expected);
    }

    @Test
    void shouldTestANetworkThatWasTrainedOffTheChip() throws IOException {
        final String[] command = command("anytime --hidden 6 --ticks 3 --batch 3 --save DIR/m.model");
        assertThat(CliRun.of(command).code()).isZero();
        final Map<String, String> expected = files();
        deleteResults();
        breakDown(2, command);

        final CliRun resumed = CliRun.of("resume", out.toString());

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("Resumed after 14 training images.");
        assertThat(files()).isEqualTo(expected);
    }

    @Test
    void shouldGoOnWithTheWordsThatAFileOfThemHad() throws IOException {
        final String[] command = command("ssnn-bp --hidden 6 --ticks 4");
        assertThat(CliRun.of(command).code()).isZero();
        final String expected = files().get("out/summary.json");
        final Path words = directory.resolve("words");
        Files.write(words, List.of(command));
        breakDown(10, "@" + words);
        Files.write(words, List.of(command("ssnn-bp --hidden 7 --ticks 4")));

        final CliRun resumed = CliRun.of("resume", out.toString());

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(files()).containsEntry("out/summary.json", expected);
        assertThat(files().get("out/report-data.json")).contains("\"ssnn-bp\"").doesNotContain("@");
    }

    @Test
    void shouldMakeNoDirectoryForARunThatWasMoved() throws IOException {
        breakDown(7, command("ssnn-bp --hidden 6 --ticks 4"));
        final Path moved = Files.move(out, directory.resolve("moved"));

        assertRefused("holds the checkpoint of a run whose results go to " + out, "resume", moved.toString());
        assertThat(out).doesNotExist();

        Files.move(moved, out);
        assertThat(CliRun.of("resume", out.toString()).code()).isZero();
    }

    private void assertRefused(final String expected, final String... args) {
        final CliRun run = CliRun.of(args);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(expected);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void shouldRefuseWhatIsNotItsCheckpoint() throws IOException {
        final Path chip = Files.writeString(directory.resolve("chip.yaml"), "clock_hz: 1e9\n");
        breakDown(7, command("ssnn-bp --hidden 6 --ticks 4 --packets DIR/p.csv --chip DIR/chip.yaml"));
        final Path state = out.resolve("checkpoint").resolve("state");
        final String run = out.toString();

        Files.writeString(chip, "clock_hz: 2e9\n");
        assertRefused("--chip " + chip + " changed since the run began", "resume", run);
        Files.writeString(chip, "clock_hz: 1e9\n");

        final Path labels = data.resolve(TinyImages.TRAIN_LABELS);
        final byte[] right = Files.readAllBytes(labels);
        final byte[] wrong = right.clone();
        wrong[10] = 9;
        Files.write(labels, wrong);
        assertRefused("mnist train images changed since the run began", "resume", run);
        Files.write(labels, right);

        final Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        Files.createDirectory(elsewhere.resolve("checkpoint"));
        Files.copy(state, elsewhere.resolve("checkpoint").resolve("state"));
        assertRefused(
                elsewhere + ": holds the checkpoint of a run whose results go to " + out, "resume", "" + elsewhere);

        final Path rows = directory.resolve(".p.csv.partial");
        final byte[] whole = Files.readAllBytes(rows);
        Files.write(rows, new byte[10]);
        assertRefused("p.csv: its rows up to the checkpoint", "resume", run);
        Files.write(rows, whole);

        final byte[] image = Files.readAllBytes(state);
        image[image.length / 2]++;
        Files.write(state, image);
        assertRefused("its SHA-256 does not match", "resume", run);
        image[image.length / 2]--;
        Files.write(state, image);
        assertThat(CliRun.of("resume", run).code()).isZero();
    }

    @Test
    void shouldRefuseWhatCannotBeResumed() {
        assertRefused("there is no checkpoint in it", "resume", directory.toString());
        assertRefused("--checkpoint-every: 0 is not allowed", replaced("3", "0", command("ssnn-bp --hidden 6")));
        assertRefused("not together with --trace", command("ssnn-bp --hidden 6 --trace DIR/t.csv"));
        assertRefused("--checkpoint-every: 3 is not allowed", command("ssnn-bp --hidden 6 --seed 1,2"));
    }

    private static String[] replaced(final String word, final String by, final String... args) {
        return Stream.of(args).map(arg -> arg.equals(word) ? by : arg).toArray(String[]::new);
    }

    @Test
    void shouldDiscardTheCheckpointOfAnEarlierRun() {
        breakDown(7, command("ssnn-bp --hidden 6 --ticks 4"));
        final String[] command = command("ssnn-bp --hidden 6 --ticks 4");
        final String[] without = Stream.of(command)
                .filter(w -> !w.equals("--checkpoint-every") && !w.equals("3"))
                .toArray(String[]::new);

        assertThat(CliRun.of(without).code()).isZero();
        assertRefused("there is no checkpoint in it", "resume", out.toString());
    }
}
