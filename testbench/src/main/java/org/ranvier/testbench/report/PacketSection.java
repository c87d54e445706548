package org.ranvier.testbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.testbench.plot.StackPlot;
import org.ranvier.testbench.text.Html;

/** Packets of a few test images: who sent what when, and how long they took. */
final class PacketSection {
    private static final int WIDTH = 1000;
    private static final int BAND = 110;
    private static final int SPACE = 24;
    private static final int COLORS = 5;
    private static final String HOST = "host";

    private final RunFiles files;
    private final JsonNode packets;

    private PacketSection(final RunFiles files) {
        this.files = files;
        packets = files.data().path("test_packets");
    }

    static String raster(final RunFiles files) {
        final PacketSection section = new PacketSection(files);
        final String samples = Figure.plain(files, Figure.DATA + "/test_packets/samples");
        return "<p>Packets of the first "
                + Window.of(files)
                        .watched(samples, section.packets.path("samples").asInt())
                + "; a dot is a packet, upwards by neuron, one band a sender and kind. "
                + (section.packets.path("raster").size()
                                < section.packets.path("packets").asLong()
                        ? "The first " + section.packets.path("raster").size() + " of "
                        : "All ")
                + Figure.plain(files, Figure.DATA + "/test_packets/packets") + " are shown.</p><figure>"
                + section.draw()
                + "</figure>";
    }

    /** A band: the keys and times of one sender's packets of one kind. */
    private record Band(String name, List<long[]> dots) {
        long least() {
            return dots.stream().mapToLong(dot -> dot[1]).min().orElse(0);
        }

        long most() {
            return dots.stream().mapToLong(dot -> dot[1]).max().orElse(0);
        }

        String keys() {
            return least() == most() ? "key " + least() : "keys " + least() + " to " + most();
        }
    }

    private String draw() {
        // By core and kind, those of hosts together below.
        final Map<Long, Band> bands = new TreeMap<>();
        long end = 1;
        for (final JsonNode dot : packets.path("raster")) {
            end = Math.max(end, dot.get(0).asLong());
            final String sender = sender(dot.get(1).asInt());
            final long order =
                    sender.equals(HOST) ? Integer.MAX_VALUE : dot.get(1).asInt();
            bands.computeIfAbsent(
                            (order << Integer.SIZE) + dot.get(2).asInt(),
                            unused -> new Band(sender + ", " + kind(dot), new ArrayList<>()))
                    .dots()
                    .add(new long[] {dot.get(0).asLong(), dot.get(3).asLong()});
        }
        final StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg role=\"img\" aria-label=\"Raster of packets\" class=\"raster\" viewBox=\"0 0 %d %d\">",
                WIDTH,
                bands.size() * (BAND + SPACE) + SPACE));
        int place = 0;
        for (final Band band : bands.values()) {
            drawBand(svg, band, place, end);
            place++;
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" class=\"end\">%,d cycles</text></svg>",
                WIDTH,
                bands.size() * (BAND + SPACE) + SPACE - 6,
                end));
        return svg.toString();
    }

    private void drawBand(final StringBuilder svg, final Band band, final int place, final long end) {
        final int top = place * (BAND + SPACE) + SPACE;
        final long least = band.least();
        final long keys = band.most() - least + 1;
        svg.append(String.format(
                Locale.ROOT, "<text x=\"0\" y=\"%d\">%s, %s</text>", top - 6, Html.escape(band.name()), band.keys()));
        svg.append("<path class=\"c").append(place % COLORS).append("\" d=\"");
        for (final long[] dot : band.dots()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "M%.1f %.1fh1.5",
                    (double) dot[0] * (WIDTH - 2) / end,
                    top + BAND - (dot[1] - least + 0.5) * BAND / keys));
        }
        svg.append("\"/>");
    }

    private String kind(final JsonNode dot) {
        return files.data().path("kinds").path(dot.get(2).asInt()).asText();
    }

    private String sender(final int node) {
        String sender = HOST;
        for (final JsonNode core : files.data().path("cores")) {
            sender = core.path("node").asInt() == node
                    ? "core " + node + ", " + core.path("role").asText()
                    : sender;
        }
        return sender;
    }

    static String latency(final RunFiles files) {
        final JsonNode cycles = files.data().at("/test_packets/latency_cycles");
        final List<String> names = new ArrayList<>();
        final List<Double> counts = new ArrayList<>();
        final Table table = new Table("cycles", "packets delivered");
        for (int i = 0; i < cycles.size(); i++) {
            final String at = Figure.DATA + "/test_packets/latency_";
            names.add(cycles.get(i).asText());
            counts.add(files.at(at + "count/" + i).asDouble());
            table.row(Figure.plain(files, at + "cycles/" + i), Figure.plain(files, at + "count/" + i));
        }
        return names.isEmpty()
                ? "<p>No packet was watched.</p>"
                : "<figure>"
                        + new StackPlot("From being queued to arriving", "cycles", "packets", names)
                                .part("packets", counts)
                                .inline("latency")
                        + "</figure><details><summary>Counts</summary>" + table.html() + "</details>";
    }
}
