package org.ranvier.testbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import org.ranvier.testbench.text.Html;

/** What the populations of a network in NIR did on the chip beside the same network in floating point, and its rounded weights. */
final class PopulationSection {
    private static final String DIFFERENCES = "/differences_to_float/spikes";
    private static final String WIRES = "/chip/quantisation/wires";

    private PopulationSection() {}

    static boolean applies(final RunFiles files) {
        return files.at(DIFFERENCES).isObject();
    }

    static String of(final RunFiles files) {
        return "<div class=\"pair\">" + spikes(files) + weights(files) + "</div>";
    }

    private static String spikes(final RunFiles files) {
        final Table table = new Table("population", "spikes", "other than in float", "neurons and steps");
        for (final Iterator<String> names = files.at(DIFFERENCES).fieldNames(); names.hasNext(); ) {
            final String name = names.next();
            final String at = "/" + name.replace("~", "~0").replace("/", "~1");
            table.row(
                    Html.escape(name),
                    Figure.plain(files, "/spikes" + at),
                    Figure.plain(files, DIFFERENCES + at + "/mismatches"),
                    Figure.plain(files, DIFFERENCES + at + "/of"));
        }
        return table.html();
    }

    private static String weights(final RunFiles files) {
        final Table table = new Table("weights from", "to", "synapses", "relative rounding error");
        final JsonNode wires = files.at(WIRES);
        for (int i = 0; i < wires.size(); i++) {
            final String at = WIRES + "/" + i;
            table.row(
                    Figure.plain(files, at + "/from"),
                    Figure.plain(files, at + "/to"),
                    Figure.plain(files, at + "/synapses"),
                    Figure.plain(files, at + "/relative_error"));
        }
        return table.html();
    }
}
