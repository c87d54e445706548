package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FIGURE =
            Pattern.compile("<data value=\"([^\"]*)\" data-at=\"([^\"]*)\">([^<]*)</data>");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"ssnn-bp", "sfdfa", "ottt"})
    void shouldShowTheFiguresOfTheFilesWhenReported(final String rule) throws IOException {
        final Path run = train(rule, "run");
        final JsonNode summary = json(run.resolve("summary.json"));
        final JsonNode data = json(run.resolve("report-data.json"));
        final Matcher figure = FIGURE.matcher(page(run));
        final Set<String> shown = new HashSet<>();
        while (figure.find()) {
            final String at = figure.group(2);
            shown.add(at);
            final JsonNode node = at.startsWith("data:") ? data.at(at.substring(5)) : summary.at(at);
            assertThat(node.isNumber()).as(at).isTrue();
            assertThat(Double.parseDouble(figure.group(1))).as(at).isEqualTo(node.asDouble());
            if (node.isIntegralNumber() && !at.endsWith("_j")) {
                assertThat(figure.group(3).replace(",", "")).as(at).isEqualTo(node.asText());
            }
        }
        assertThat(shown)
                .contains(
                        "/accuracy",
                        "/cycles",
                        "/spikes/total",
                        "/energy_j/total",
                        "/energy_per_update_j",
                        "/test/energy_j/by_phase/forward",
                        "/energy_j/by_component/memory",
                        "/seed",
                        "/chip/memory_bytes",
                        "data:/cores/0/busy",
                        "data:/instructions/0/cycles",
                        "data:/cores/0/memory_map/0/bytes",
                        "data:/test_packets/packets");
        assertThat(page(run)).contains("Accuracy <data", "--train-samples 10", "Raster of packets", "Floor plan");
    }

    @Test
    void shouldAddUpToTheSummaryWhenRecorded() throws IOException {
        final Path run = train("ssnn-bp", "run");
        final JsonNode summary = json(run.resolve("summary.json"));
        final JsonNode data = json(run.resolve("report-data.json"));
        assertThat(sum(data.path("epochs"), "/weight_updates"))
                .isEqualTo(summary.path("weight_updates").asDouble());
        assertThat(sum(data.path("epochs"), "/by_phase/forward"))
                .isCloseTo(summary.at("/energy_j/by_phase/forward").asDouble(), within(1e-15));
        assertThat(data.path("cycles").asLong())
                .isEqualTo(summary.path("cycles").asLong());
        double components = 0;
        for (final String component : List.of("lanes", "memory", "random", "sequencer")) {
            components += summary.at("/energy_j/by_component/" + component).asDouble();
        }
        final double dispatch = summary.at("/energy_j/by_component/sequencer").asDouble();
        assertThat(sum(data.path("instructions"), "/energy_j")).isBetween(components - dispatch, components);
        assertThat(data.at("/test_packets/samples").asInt()).isEqualTo(4);
        for (final JsonNode layer : data.path("weights")) {
            for (final String when : List.of("before", "after")) {
                long devices = 0;
                for (final JsonNode bin : layer.path("bins_" + when)) {
                    devices += bin.asLong();
                }
                assertThat(devices)
                        .isEqualTo(layer.path("rows").asLong()
                                * layer.path("columns").asLong());
            }
        }
    }

    @Test
    void shouldCountTheSameWhenTheChipHasTwoThreads() throws IOException {
        final JsonNode one = json(train("ssnn-bp", "one").resolve("report-data.json"));
        final JsonNode two = json(train("ssnn-bp", "two", "--threads", "2").resolve("report-data.json"));
        for (final String part : List.of("cores", "links", "instructions", "test_packets", "weights")) {
            assertThat(two.path(part)).as(part).isEqualTo(one.path(part));
        }
    }

    @Test
    void shouldNeedNothingElseWhenOpened() throws IOException {
        final String page = page(train("ssnn-bp", "a<b&c"));
        assertThat(page.replace("http://www.w3.org/", "")).doesNotContain("http:", "https:", "<script", "<link");
        assertThat(page).contains("a&lt;b&amp;c").doesNotContain("a<b");
        final Matcher ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
        final Set<String> seen = new HashSet<>();
        while (ids.find()) {
            assertThat(seen.add(ids.group(1))).as(ids.group(1)).isTrue();
        }
    }

    @Test
    void shouldRepeatThePageWhenAskedLater() throws IOException {
        final Path run = train("ssnn-bp", "run");
        final String page = page(run);
        Files.delete(run.resolve("report.html"));
        assertThat(CliRun.of("report", run.toString()).code()).isZero();
        assertThat(page(run)).isEqualTo(page);
    }

    @Test
    void shouldNameTheFileWhenThereIsNoRun() throws IOException {
        final CliRun missing = CliRun.of("report", directory.toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("summary.json").hasLineCount(1);
        Files.writeString(directory.resolve("summary.json"), "{}");
        Files.writeString(directory.resolve("report-data.json"), "{\"version\": 99}");
        final CliRun foreign = CliRun.of("report", directory.toString());
        assertThat(foreign.code()).isEqualTo(2);
        assertThat(foreign.err()).contains("report-data.json", "99");
    }

    /** Lets a browser parse the page; where none is installed, says so. */
    @Test
    void shouldHaveItsSectionsWhenABrowserOpensIt() throws IOException, InterruptedException {
        final Path browser = Path.of("/usr/bin/chromium");
        if (!Files.isExecutable(browser)) {
            System.out.println("skipped: no " + browser + " to open the report with");
            return;
        }
        final Path dom = directory.resolve("dom.html");
        final Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--dump-dom",
                        train("ssnn-bp", "run").resolve("report.html").toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        final boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        assertThat(ended).isTrue();
        final String page = Files.readString(dom, StandardCharsets.UTF_8);
        final Matcher links = Pattern.compile("<a href=\"#([^\"]+)\"").matcher(page);
        int sections = 0;
        while (links.find()) {
            assertThat(page).contains("<section id=\"" + links.group(1) + "\"");
            sections++;
        }
        assertThat(sections).isEqualTo(10);
        assertThat(page.split("</svg>", -1)).hasSizeGreaterThan(7);
    }

    private Path train(final String rule, final String name, final String... more) throws IOException {
        final Path images = Files.createDirectories(directory.resolve("images"));
        TinyImages.write(images, 10);
        final Path run = directory.resolve(name);
        final String line = "train " + rule + " --data-dir " + images
                + " --train-samples 10 --test-samples 5 --epochs 2 --hidden 12 --report --out " + run;
        final String[] words = (line + " " + String.join(" ", more)).strip().split(" ");
        final CliRun result = CliRun.of(words);
        assertThat(result.code()).as(result.err()).isZero();
        return run;
    }

    private static double sum(final JsonNode rows, final String pointer) {
        double sum = 0;
        for (final JsonNode row : rows) {
            sum += row.at(pointer).asDouble();
        }
        return sum;
    }

    private static JsonNode json(final Path file) throws IOException {
        return JSON.readTree(Files.readAllBytes(file));
    }

    private static String page(final Path run) throws IOException {
        return Files.readString(run.resolve("report.html"), StandardCharsets.UTF_8);
    }
}
