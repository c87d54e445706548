package org.ranvier.testbench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes the page: a heading, links to the sections, and the sections. It loads nothing, and its policy forbids that it could. */
public final class ReportPage {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <h1>%s</h1>
            <p class="lead">%s</p>
            """;

    private ReportPage() {}

    /**
     * Makes a page of a run's files.
     *
     * @param files the files
     * @return HTML in UTF-8 that needs nothing else
     */
    public static String of(final RunFiles files) {
        final Map<String, String> sections = sections(files);
        final String title = Heading.title(files);
        final StringBuilder html = new StringBuilder(String.format(HEAD, title, style(), title, Heading.lead(files)));
        html.append("<nav>");
        sections.keySet()
                .forEach(name -> html.append("<a href=\"#")
                        .append(anchor(name))
                        .append("\">")
                        .append(name)
                        .append("</a> "));
        html.append("</nav>\n<main>\n");
        sections.forEach((name, content) -> html.append("<section id=\"")
                .append(anchor(name))
                .append("\"><h2>")
                .append(name)
                .append("</h2>\n")
                .append(content)
                .append("</section>\n"));
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static Map<String, String> sections(final RunFiles files) {
        final Map<String, String> sections = new LinkedHashMap<>();
        if (Window.of(files) == Window.TRAINING) {
            sections.put("Overview", OverviewSection.of(files));
            sections.put("Epochs", CurvesSection.of(files));
            sections.put("Energy", EnergySection.of(files));
        } else {
            sections.put("Overview", PassSection.overview(files));
            sections.put("Energy", PassSection.energy(files));
        }
        sections.put("Floor plan", FloorPlan.of(files));
        sections.put("Raster", PacketSection.raster(files));
        if (files.data().has("weights")) {
            sections.put("Weights", WeightSection.of(files));
        }
        sections.put("Latency", PacketSection.latency(files));
        sections.put("Instructions", InstructionSection.of(files));
        sections.put("Memory", MemorySection.of(files));
        sections.put("Repeat it", RepeatSection.of(files));
        return sections;
    }

    private static String anchor(final String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String style() {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
