package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"ssnn-bp", "sfdfa", "ottt"})
    void shouldShowTheFiguresOfTheFilesWhenReported(final String rule) throws IOException {
        final Path run = train(rule, "run");
        final Set<String> shown = PageFigures.check(run);
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
    void shouldDrawNoEnergyOfAnUpdateInAnEpochThatHadNone() throws IOException {
        final Path run = train("ssnn-bp", "run");
        final Path file = run.resolve("report-data.json");
        final ObjectNode data = (ObjectNode) json(file);
        final ObjectNode last = (ObjectNode) data.path("epochs").get(1);
        last.put("weight_updates", 0);
        Files.write(file, JSON.writeValueAsBytes(data));
        assertThat(CliRun.of("report", run.toString()).code()).isZero();
        final String idle = page(run);
        for (final String key : List.of("by_component", "by_phase")) {
            final ObjectNode joules = (ObjectNode) last.path(key);
            joules.fieldNames().forEachRemaining(part -> joules.put(part, 0.0));
        }
        Files.write(file, JSON.writeValueAsBytes(data));
        assertThat(CliRun.of("report", run.toString()).code()).isZero();

        assertThat(page(run)).isEqualTo(idle);

        ((ObjectNode) data.path("epochs").get(0)).put("weight_updates", 0);
        Files.write(file, JSON.writeValueAsBytes(data));
        assertThat(CliRun.of("report", run.toString()).code()).isZero();
        assertThat(page(run)).contains("no weight changed, or nothing has a price");
    }

    @Test
    void shouldDrawBandsByCoreEachFromItsFirstKeyToItsLast() throws IOException {
        final Path run = train("ssnn-bp", "run");
        final Path file = run.resolve("report-data.json");
        final ObjectNode data = (ObjectNode) json(file);
        for (final int node : new int[] {10, 12}) {
            final ObjectNode core = data.path("cores").get(2).deepCopy();
            ((ArrayNode) data.path("cores")).add(core.put("node", node).put("role", "further"));
        }
        ((ObjectNode) data.path("test_packets"))
                .put("samples", 1)
                .set("raster", JSON.readTree("[[1,70,0,9],[2,12,0,4],[3,10,0,7],[4,4,0,5],[5,4,0,8],[6,71,0,3]]"));
        Files.write(file, JSON.writeValueAsBytes(data));
        assertThat(CliRun.of("report", run.toString()).code()).isZero();

        assertThat(page(run))
                .containsSubsequence(
                        ">core 4, ",
                        "keys 5 to 8</text>",
                        ">core 10, further, PIX, key 7</text>",
                        ">core 12, further, PIX, key 4</text>",
                        ">host, PIX, keys 3 to 9</text>")
                .contains("Packets of the first image of the last test;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "summary.json|(?s).*|",
                "summary.json|(?s).*|[]",
                "report-data.json|\"training\"|\"nothing\"",
                "report-data.json|\"columns\"|\"pillars\"",
                "report-data.json|\"map_rows\"|\"rows\"",
                "report-data.json|\"map_columns\" *: *[0-9]+|\"map_columns\":1"
            })
    void shouldRefuseFilesThatWereAltered(final String change) throws IOException {
        final Path run = train("ssnn-bp", "run");
        final String page = page(run);
        final String[] parts = change.split("\\|", -1);
        final Path file = run.resolve(parts[0]);
        Files.writeString(file, Files.readString(file).replaceFirst(parts[1], parts[2]));

        final CliRun report = CliRun.of("report", run.toString());

        assertThat(report.code()).as(report.err()).isEqualTo(2);
        assertThat(report.err()).contains(parts[0]).hasLineCount(1);
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
