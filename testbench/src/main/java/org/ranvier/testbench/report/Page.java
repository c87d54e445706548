package org.ranvier.testbench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What all reports are: a heading, links to the sections, and the sections. It loads nothing, and its policy forbids that it could. */
public final class Page {
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

    private Page() {}

    /**
     * Makes a page.
     *
     * @param title its heading, HTML
     * @param lead what stands below it, HTML
     * @param sections HTML by name, in their order
     * @return HTML in UTF-8 that needs nothing else
     */
    public static String of(final String title, final String lead, final Map<String, String> sections) {
        final StringBuilder html = new StringBuilder(String.format(HEAD, title, style(), title, lead));
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

    private static String anchor(final String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String style() {
        try (InputStream css = Page.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
