package org.ranvier.testbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.ranvier.testbench.text.Html;

/** The mesh seen from above: cores as dark as they were busy, links as dark as they were used. */
final class FloorPlan {
    private static final int TILE = 150;
    private static final int GAP = 60;
    private static final int PITCH = TILE + GAP;
    private static final double PALEST = 0.04;

    private final RunFiles files;
    private final double cycles;
    private final int columns;
    private final int rows;
    private final int side;
    private final StringBuilder svg = new StringBuilder();

    private FloorPlan(final RunFiles files) {
        this.files = files;
        cycles = Math.max(1, files.data().path("cycles").asDouble());
        columns = files.data().at("/mesh/columns").asInt();
        rows = files.data().at("/mesh/rows").asInt();
        side = files.data().at("/mesh/concentration").asInt() == 1 ? 1 : 2;
    }

    static String of(final RunFiles files) {
        final FloorPlan plan = new FloorPlan(files);
        return "<figure>" + plan.draw()
                + "<figcaption>In layered networks IN is the input and Ll.t tile t of layer l. Cores are as full as the share of cycles in which they"
                + " were busy, links as full as flits passed them, the fullest at 100&nbsp;%. "
                + Window.of(files).note() + "</figcaption></figure>"
                + plan.cores()
                + plan.links();
    }

    private String draw() {
        final int width = columns * PITCH + GAP;
        final int height = rows * PITCH + GAP;
        svg.append(String.format(
                Locale.ROOT,
                "<svg role=\"img\" aria-label=\"Floor plan\" class=\"plan\" style=\"max-width:%dpx\" viewBox=\"0 0 %d %d\">",
                width,
                width,
                height));
        drawLinks();
        final Map<Integer, JsonNode> used = new HashMap<>();
        files.data().path("cores").forEach(core -> used.put(core.path("node").asInt(), core));
        for (int node = 0; node < columns * rows * side * side; node++) {
            drawCore(node, used.get(node));
        }
        return svg.append("</svg>").toString();
    }

    private void drawCore(final int node, final JsonNode core) {
        final int x = node % (columns * side);
        final int y = node / (columns * side);
        final int size = TILE / side;
        final int left = GAP + x / side * PITCH + x % side * size;
        final int top = GAP + y / side * PITCH + y % side * size;
        final double busy = core == null ? 0 : core.path("busy").asDouble() / cycles;
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"core\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill-opacity=\"%.3f\"/>",
                left + 2,
                top + 2,
                size - 4,
                size - 4,
                core == null ? 0 : PALEST + (1 - PALEST) * Math.min(1, busy)));
        if (core != null) {
            text(left + size / 2, top + size / 2 - 6, core.path("label").asText());
            text(left + size / 2, top + size / 2 + 12, String.format(Locale.ROOT, "%.1f %%", 100 * busy));
        }
    }

    private void text(final int x, final int y, final String text) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s</text>", x, y, Html.escape(text)));
    }

    private void drawLinks() {
        long most = 1;
        for (final JsonNode link : files.data().path("links")) {
            most = Math.max(most, link.path("flits").asLong());
        }
        for (final JsonNode link : files.data().path("links")) {
            drawLink(
                    link.path("from").asInt(),
                    link.path("to").asInt(),
                    (double) link.path("flits").asLong() / most);
        }
    }

    /** Draws one direction of a link; that of growing coordinates runs above or left of the other. */
    private void drawLink(final int from, final int to, final double load) {
        final boolean horizontal = from / columns == to / columns;
        final int first = Math.min(from, to);
        final int lane = TILE / 2 + (from < to ? -14 : 14);
        final int x = GAP + first % columns * PITCH + (horizontal ? TILE : lane);
        final int y = GAP + first / columns * PITCH + (horizontal ? lane : TILE);
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"link\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill-opacity=\"%.3f\"/>",
                horizontal ? x : x - 8,
                horizontal ? y - 8 : y,
                horizontal ? GAP : 16,
                horizontal ? 16 : GAP,
                PALEST + (1 - PALEST) * load));
        final String arrow = horizontal ? from < to ? "\u2192" : "\u2190" : from < to ? "\u2193" : "\u2191";
        text(horizontal ? x + GAP / 2 : x, horizontal ? y + 5 : y + GAP / 2, arrow);
    }

    private String cores() {
        final Table table = new Table("core", "role", "neurons", "busy", "array stall", "send stall", "barrier wait");
        for (int i = 0; i < files.data().path("cores").size(); i++) {
            final String at = Figure.DATA + "/cores/" + i;
            table.row(
                    Figure.plain(files, at + "/node"),
                    Figure.plain(files, at + "/role"),
                    Figure.plain(files, at + "/neurons"),
                    Figure.plain(files, at + "/busy"),
                    Figure.plain(files, at + "/array_stall"),
                    Figure.plain(files, at + "/send_stall"),
                    Figure.plain(files, at + "/barrier_wait"));
        }
        return "<p>Cycles of " + Figure.plain(files, Figure.DATA + "/cycles") + ":</p>" + table.html();
    }

    private String links() {
        final Table table = new Table("from router", "to router", "flits");
        boolean any = false;
        for (int i = 0; i < files.data().path("links").size(); i++) {
            final String at = Figure.DATA + "/links/" + i;
            if (files.at(at + "/flits").asLong() > 0) {
                any = true;
                table.row(
                        Figure.plain(files, at + "/from"),
                        Figure.plain(files, at + "/to"),
                        Figure.plain(files, at + "/flits"));
            }
        }
        return any ? table.html() : "<p>No flit passed a link between routers.</p>";
    }
}
