package org.ranvier.testbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.ranvier.testbench.text.Html;

/** What went wrong on the chip: how often, and the first of it in full. */
final class FaultSection {
    /** Where summaries have it: those of one chip, and those of one chip that ran to the end and one that stopped. */
    private static final List<String> PLACES = List.of("/faults", "/full/faults", "/cutoff/faults");

    private FaultSection() {}

    static boolean applies(final RunFiles files) {
        return PLACES.stream().anyMatch(place -> files.at(place).isObject());
    }

    static String of(final RunFiles files) {
        final StringBuilder html = new StringBuilder();
        for (final String place : PLACES) {
            if (files.at(place).isObject()) {
                html.append(of(files, place));
            }
        }
        return html.toString();
    }

    private static String of(final RunFiles files, final String place) {
        final JsonNode faults = files.at(place);
        final Table counts = new Table("fault", "happened");
        faults.path("happened")
                .fieldNames()
                .forEachRemaining(kind -> counts.row(kind, Figure.plain(files, place + "/happened/" + kind)));
        counts.row("accesses beyond a region, lost", Figure.plain(files, place + "/lost_accesses"));
        final Table first = new Table("cycle", "fault", "place", "before", "after");
        for (int i = 0; i < faults.path("first").size(); i++) {
            final String at = place + "/first/" + i;
            first.row(
                    Figure.plain(files, at + "/cycle"),
                    Figure.plain(files, at + "/kind"),
                    Figure.plain(files, at + "/place"),
                    Figure.plain(files, at + "/before"),
                    Figure.plain(files, at + "/after"));
        }
        final StringBuilder never = new StringBuilder();
        for (final JsonNode fault : faults.path("never_happened")) {
            never.append("<p>").append(Html.escape(fault.asText())).append(" never happened.</p>");
        }
        final String all = first.html();
        return counts.html() + never + (faults.path("first").isEmpty() ? "" : all);
    }
}
