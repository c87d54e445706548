package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds every number of a page against the file that it comes from. */
final class PageFigures {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FIGURE =
            Pattern.compile("<data value=\"([^\"]*)\" data-at=\"([^\"]*)\">([^<]*)</data>");

    private PageFigures() {}

    /** @return the pointers of all figures of the page, each of which equals its file */
    static Set<String> check(final Path run) throws IOException {
        final JsonNode summary = JSON.readTree(Files.readAllBytes(run.resolve("summary.json")));
        final JsonNode data = JSON.readTree(Files.readAllBytes(run.resolve("report-data.json")));
        final Matcher figure = FIGURE.matcher(Files.readString(run.resolve("report.html"), StandardCharsets.UTF_8));
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
        return shown;
    }
}
