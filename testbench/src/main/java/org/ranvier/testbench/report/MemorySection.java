package org.ranvier.testbench.report;

import com.fasterxml.jackson.databind.JsonNode;

/** What lies where in the local memory of every core. */
final class MemorySection {
    private MemorySection() {}

    static String of(final RunFiles files) {
        final StringBuilder html = new StringBuilder();
        final JsonNode cores = files.data().path("cores");
        for (int i = 0; i < cores.size(); i++) {
            final String at = Figure.DATA + "/cores/" + i;
            html.append("<details><summary>Core ").append(Figure.plain(files, at + "/node"));
            html.append(", ").append(Figure.plain(files, at + "/role")).append(": ");
            html.append(Figure.plain(files, at + "/bytes")).append(" of ");
            html.append(Figure.plain(files, at + "/memory_bytes")).append(" bytes</summary>");
            final Table table = new Table("region", "address", "bytes");
            for (int entry = 0; entry < cores.get(i).path("memory_map").size(); entry++) {
                final String place = at + "/memory_map/" + entry;
                table.row(
                        "<code>" + Figure.plain(files, place + "/name") + "</code>",
                        Figure.plain(files, place + "/address"),
                        Figure.plain(files, place + "/bytes"));
            }
            html.append(table.html()).append("</details>\n");
        }
        return html.toString();
    }
}
