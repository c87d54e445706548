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
        final Iterator<String> parts =
                files.summary().path("energy_j").path(key).fieldNames();
        while (parts.hasNext()) {
            final String part = parts.next();
            final List<Double> heights = new ArrayList<>();
            epochs.forEach(epoch -> heights.add(NANO
                    * epoch.path(key).path(part).asDouble()
                    / Math.max(1, epoch.path("weight_updates").asLong())));
            if (heights.stream().anyMatch(height -> height > 0)) {
                plot.part(part, heights);
            }
            final String at = "/energy_j/" + key + "/" + part;
            table.row(Html.escape(part), Figure.quantity(files, at, "J"), Figure.quantity(files, "/test" + at, "J"));
        }
        return "<figure>" + plot.inline(key) + table.html() + "</figure>";
    }
}
