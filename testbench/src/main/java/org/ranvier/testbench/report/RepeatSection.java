package org.ranvier.testbench.report;

import java.util.Iterator;
import org.ranvier.testbench.text.Html;

/** What is needed to run it again: command, seed, versions, options and chip. */
final class RepeatSection {
    private static final String[] KEYS = {
        "version",
        "rule",
        "app",
        "network",
        "file",
        "nir_version",
        "precision",
        "dt",
        "reset",
        "spikes_per_step",
        "charge",
        "dataset",
        "trained_on",
        "seed",
        "mesh",
        "fabric",
        "device",
        "profile",
        "energy_profile",
        "stop_by",
        "stop_value",
        "model",
        "weights_hash"
    };

    private RepeatSection() {}

    static String of(final RunFiles files) {
        final StringBuilder command = new StringBuilder("./ranvier");
        files.data().path("command").forEach(word -> command.append(' ').append(quoted(word.asText())));
        final Table run = new Table("run", "");
        for (final String key : KEYS) {
            if (files.summary().has(key)) {
                run.row(key, Figure.plain(files, "/" + key));
            }
        }
        run.row("java", Figure.plain(files, Figure.DATA + "/java"));
        return "<pre>" + Html.escape(command.toString()) + "</pre><div class=\"pair\">" + run.html()
                + object(files, "chip") + object(files, "options") + "</div>";
    }

    private static String object(final RunFiles files, final String key) {
        if (!files.summary().has(key)) {
            return "";
        }
        final Table table = new Table(key, "");
        final Iterator<String> names = files.summary().path(key).fieldNames();
        while (names.hasNext()) {
            final String name = names.next();
            if (!files.summary().path(key).path(name).isObject()) {
                table.row(Html.escape(name), Figure.plain(files, "/" + key + "/" + name));
            }
        }
        return table.html();
    }

    /** Quotes a word for a shell, if it needs that. */
    private static String quoted(final String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
