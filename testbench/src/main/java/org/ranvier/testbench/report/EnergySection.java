package org.ranvier.testbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.ranvier.testbench.plot.StackPlot;
import org.ranvier.testbench.text.Html;

/** Energy of a weight update, epoch by epoch, by component and by phase; the sums over the run as tables. */
final class EnergySection {
    private static final double NANO = 1e9;

    private EnergySection() {}

    static String of(final RunFiles files) {
        return "<div class=\"pair\">"
                + part(files, "component", "by_component")
                + part(files, "phase", "by_phase")
                + "</div>";
    }

    private static String part(final RunFiles files, final String what, final String key) {
        final JsonNode epochs = files.data().path("epochs");
        final List<String> names = new ArrayList<>();
        epochs.forEach(epoch -> names.add(epoch.path("epoch").asText()));
        final StackPlot plot = new StackPlot("Energy of an update by " + what, "epoch", "nJ", names);
        final Table table = new Table(what, "training", "tests");
        boolean any = false;
        final Iterator<String> parts =
                files.summary().path("energy_j").path(key).fieldNames();
        while (parts.hasNext()) {
            final String part = parts.next();
            final List<Double> heights = new ArrayList<>();
            epochs.forEach(epoch ->
                    heights.add(perUpdate(epoch, epoch.path(key).path(part).asDouble())));
            if (heights.stream().anyMatch(height -> height > 0)) {
                plot.part(part, heights);
                any = true;
            }
            final String at = "/energy_j/" + key + "/" + part;
            table.row(Html.escape(part), Figure.quantity(files, at, "J"), Figure.quantity(files, "/test" + at, "J"));
        }
        return "<figure>"
                + (any ? plot.inline(key) : "<p>No update to draw: no weight changed, or nothing has a price.</p>")
                + table.html() + "</figure>";
    }

    /** An epoch in which no weight changed has no update to charge: no bar, and not that of a single one. */
    private static double perUpdate(final JsonNode epoch, final double joules) {
        final long updates = epoch.path("weight_updates").asLong();
        return updates == 0 ? 0 : NANO * joules / updates;
    }
}
