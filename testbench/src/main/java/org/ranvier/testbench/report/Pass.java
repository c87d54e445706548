package org.ranvier.testbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A pass over samples that a page without training gives a column.
 *
 * @param name what the column is called
 * @param at a JSON pointer to its object in {@code summary.json}; empty for the whole file
 */
record Pass(String name, String at) {
    /** Where summaries of networks in NIR have what the chip took. */
    private static final String CHIP = "/chip";

    private static final String ENERGY = "/energy_j";
    private static final String TOTAL = "total";

    /** @return the passes that a run's summary tells of */
    static List<Pass> of(final RunFiles files) {
        if (files.summary().has("cutoff")) {
            return List.of(new Pass("stopping early", "/cutoff"), new Pass("to the last tick", "/full"));
        }
        if (files.at(CHIP + ENERGY).isObject()) {
            return List.of(new Pass("run", CHIP));
        }
        return List.of(files.summary().has("test") ? new Pass("tests", "/test") : new Pass("run", ""));
    }

    /**
     * @param part {@code by_component} or {@code by_phase}
     * @return where its joules stand; summaries of networks have components beside the total
     */
    String energy(final RunFiles files, final String part) {
        return at + ENERGY + (files.at(at + ENERGY).has(part) || part.equals("by_phase") ? "/" + part : "");
    }

    /** @return what has joules in any of the passes */
    static Set<String> parts(final RunFiles files, final String part) {
        final Set<String> names = new LinkedHashSet<>();
        for (final Pass pass : of(files)) {
            final JsonNode joules = files.at(pass.energy(files, part));
            for (final Iterator<String> fields = joules.fieldNames(); fields.hasNext(); ) {
                final String field = fields.next();
                if (!field.equals(TOTAL) && joules.path(field).isNumber()) {
                    names.add(field);
                }
            }
        }
        return names;
    }
}
