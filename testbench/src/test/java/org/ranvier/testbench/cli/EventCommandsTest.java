package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.testbench.data.raster.TinyEvents;

/** Rules that learn from recordings, and models that are tested on them, from the command line. */
class EventCommandsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path directory;

    private static Path bars;

    @BeforeAll
    static void write() {
        bars = TinyEvents.write(directory.resolve("bars"), 24, 8);
    }

    private static CliRun run(final String line) {
        final List<String> args = new ArrayList<>(List.of(line.split(" ")));
        args.replaceAll(word -> word.replace("BARS", bars.toString()).replace("DIR", directory.toString()));
        return CliRun.of(args.toArray(new String[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "ssnn-bp, --full-scale 12 --epochs 4 --eta 0.1, 0.9, steps, counted",
        "fo-stdgd, --steps 20 --epochs 8 --mu 0.003, 0.9, full_scale, in 20 steps",
        "sfdfa, --recipe r1 --epochs 8 --test-every 8 --s1 10 --init-output=-1;4, 0.7, full_scale, in 50 steps",
    })
    void shouldLearnFromRecordings(
            final String rule, final String options, final double least, final String absent, final String how)
            throws IOException {
        final String line = "train " + rule + " --fabric ideal --hidden 20 --events BARS --window-us 60000 --pool 2x2"
                + " --polarity merged --out DIR/" + rule + " " + options.replace(';', ',');
        final CliRun run = run(line);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(rule.toUpperCase(Locale.ROOT) + " on bars: 289-20-4 network")
                .contains("Recordings: 34x34, ON and OFF, pool 2x2, polarity merged: 289 inputs; the first 60000 us "
                        + how)
                .contains("24 training and 8 test recordings, 4 classes");
        final JsonNode summary =
                JSON.readTree(directory.resolve(rule + "/summary.json").toFile());
        assertThat(summary.get("accuracy").asDouble()).isGreaterThanOrEqualTo(least);
        assertThat(summary.get("dataset").asText()).isEqualTo("bars");
        assertThat(summary.at("/recordings/pool").asText()).isEqualTo("2x2");
        assertThat(summary.at("/recordings/window_us").asInt()).isEqualTo(60_000);
        assertThat(summary.get("recordings").has(absent)).isFalse();
        assertThat(summary.at("/spikes/input").asLong()).isPositive();
        assertThat(summary.at("/test/energy_j/unpriced_events")).isEmpty();
    }

    @Test
    void shouldTestASavedModelOnRecordingsAsItLearntFromThem() throws IOException {
        final CliRun trained =
                run("train ssnn-bp --fabric ideal --hidden 16 --events BARS --pool 2x2 --polarity on --epochs 2"
                        + " --save DIR/bars.model --out DIR/saved");
        assertThat(trained.code()).as(trained.err()).isZero();
        final CliRun run = run("infer --fabric ideal --model DIR/bars.model --events BARS");
        assertThat(run.code()).as(run.err()).isZero();
        final JsonNode report = JSON.readTree(run.out());
        assertThat(report.get("dataset").asText())
                .isEqualTo(report.get("trained_on").asText())
                .isEqualTo("bars window_us=300000 pool=2x2 polarity=on full_scale=32");
        assertThat(report.get("test_samples").asInt()).isEqualTo(8);
    }

    @Test
    void shouldStopEarlyOnRecordings() throws IOException {
        final CliRun trained =
                run("train anytime --fabric ideal --hidden 20 --events BARS --ticks 8 --bin-us 7500 --pool 2x2"
                        + " --epochs 12 --batch 4 --save DIR/any.model --out DIR/any");
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.out()).contains("8 ticks, events coding").contains("Recordings: 34x34");
        final JsonNode summary =
                JSON.readTree(directory.resolve("any/summary.json").toFile());
        assertThat(summary.get("accuracy").asDouble()).isGreaterThanOrEqualTo(0.85);
        assertThat(summary.at("/recordings/window_us").asInt()).isEqualTo(60_000);

        final CliRun calibrated =
                run("calibrate --fabric ideal --model DIR/any.model --events BARS --epsilon .1 --samples 24");
        assertThat(calibrated.code()).as(calibrated.err()).isZero();
        final CliRun run =
                run("infer anytime --fabric ideal --model DIR/any.model --events BARS --beta 1 --out DIR/inf");
        assertThat(run.code()).as(run.err()).isZero();
        final JsonNode report = JSON.readTree(run.out());
        assertThat(report.get("dataset").asText())
                .isEqualTo(report.get("trained_on").asText());
        assertThat(report.get("decision_ticks").asDouble()).isBetween(1.0, 7.5);
        assertThat(report.at("/saved/packets").asDouble()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train sfdfa --pool 2 | --events: missing, expected the path",
                "train sfdfa --events BARS --dataset mnist | no such option beside --dataset and --data-dir",
                "train sfdfa --events BARS --full-scale 3 | --full-scale: 3 is not allowed, expected --min-events",
                "train ssnn-bp --events BARS --min-events 3 | --min-events: 3 is not allowed, expected --full-scale",
                "train ssnn-bp --events BARS --pool 2y2 | --pool: 2y2 is not allowed, expected a number of channels",
                "train ssnn-bp --events BARS --pool 0 | --pool: 0 is not allowed, expected 1..65536",
                "train fo-stdgd --events BARS --polarity all | --polarity: all is not allowed, expected both, on, off, merged",
                "train anytime --events BARS --coding rate | --coding: recordings are spikes already",
                "train anytime --events BARS/none | none",
                "train ssnn-bp --events BARS --train-samples 25 | --train-samples: 25 is not allowed, expected 1..24",
                "train ssnn-bp --events BARS/Train | has no part test",
                "train ssnn-bp --events BARS --evnts x | Unknown option",
            })
    void shouldRefuseInOneLine(final String line, final String message) {
        final CliRun run = run(line);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines().findFirst().orElseThrow()).contains(message);
    }

    @Test
    void shouldRefuseAModelOfPixelsForSpikes() throws IOException {
        final CliRun trained =
                run("train anytime --fabric ideal --hidden 8 --train-samples 20 --test-samples 4 --epochs 1"
                        + " --save DIR/pixels.model --out DIR/pixels");
        assertThat(trained.code()).as(trained.err()).isZero();
        final CliRun run = run("infer anytime --model DIR/pixels.model --events BARS --beta 1");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--model: it ");
        assertThat(Files.exists(directory.resolve("runs"))).isFalse();
    }
}
