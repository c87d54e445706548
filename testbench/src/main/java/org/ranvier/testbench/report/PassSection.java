package org.ranvier.testbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ranvier.testbench.plot.StackPlot;
import org.ranvier.testbench.text.Html;
import org.ranvier.testbench.text.Quantity;

/** What passes over samples reached and took, where nothing was trained on the chip. */
final class PassSection {
    /** Figures of the run as a whole: pointer and name. */
    private static final Map<String, String> FIGURES = figures(
            "/accuracy", "accuracy",
            "/accuracy_full", "accuracy to the last tick",
            "/float_accuracy", "accuracy off the chip",
            "/points_lost", "points lost",
            "/test_samples", "images",
            "/samples", "samples",
            "/correct", "recognised",
            "/predicted", "predicted class",
            "/ticks", "ticks of a sample",
            "/decision_ticks", "ticks to the answer",
            "/speed_up", "times fewer ticks",
            "/pipeline_speed_up", "times fewer, the pipeline included",
            "/steps", "steps",
            "/neurons", "neurons",
            "/synapses", "synapses",
            "/chip/synapses", "synapses",
            "/chip/quantisation/weight_bits", "bits of a weight",
            "/spikes", "spikes",
            "/synaptic_events", "synaptic events",
            "/messages", "messages",
            "/coincidences", "coincidences");

    private PassSection() {}

    private static Map<String, String> figures(final String... pairs) {
        final Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static String overview(final RunFiles files) {
        final Table run = new Table();
        FIGURES.forEach((pointer, name) -> {
            if (files.at(pointer).isNumber()) {
                run.row(
                        name,
                        pointer.startsWith("/accuracy") ? Figure.share(files, pointer) : Figure.plain(files, pointer));
            }
        });
        return "<div class=\"pair\">" + run.html() + costs(files) + "</div>" + decisions(files);
    }

    private static String costs(final RunFiles files) {
        final List<Pass> passes = Pass.of(files);
        final Table table = new Table(cells("", passes, Pass::name));
        add(table, files, "cycles", "/cycles", "");
        add(table, files, "chip time", "/chip_seconds", "s");
        add(table, files, "spikes", "/spikes/total", "");
        add(table, files, "packets", "/packets", "");
        add(table, files, "packets of cores", "/packets/cores_sent", "");
        add(table, files, "energy", "/energy_j/total", "J");
        add(table, files, "cycles an image", "/cycles_per_inference", "");
        add(table, files, "energy an image", "/energy_per_inference_j", "J");
        add(table, files, "cycles a sample", "/cycles_per_sample", "");
        add(table, files, "energy a sample", "/energy_per_sample_j", "J");
        return table.html();
    }

    /** Adds a row if any pass has its figure. */
    private static void add(
            final Table table, final RunFiles files, final String name, final String key, final String unit) {
        final List<Pass> passes = Pass.of(files);
        if (passes.stream().anyMatch(pass -> files.at(pass.at() + key).isNumber())) {
            table.row(cells(
                    name,
                    passes,
                    pass -> unit.isEmpty()
                            ? Figure.plain(files, pass.at() + key)
                            : Figure.quantity(files, pass.at() + key, unit)));
        }
    }

    private static String[] cells(final String first, final List<Pass> passes, final Function<Pass, String> cell) {
        final List<String> cells = new ArrayList<>(List.of(first));
        passes.forEach(pass -> cells.add(cell.apply(pass)));
        return cells.toArray(String[]::new);
    }

    /** In which tick the answers fell, where samples may stop early. */
    private static String decisions(final RunFiles files) {
        final JsonNode counts = files.summary().path("decision_tick_counts");
        final List<String> ticks = new ArrayList<>();
        final List<Double> heights = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            ticks.add(Integer.toString(i + 1));
            heights.add(counts.get(i).asDouble());
        }
        return ticks.isEmpty()
                ? ""
                : "<figure>"
                        + new StackPlot("Answers by tick", "tick", "images", ticks)
                                .part("answers", heights)
                                .inline("decisions")
                        + "</figure>";
    }

    static String energy(final RunFiles files) {
        return "<div class=\"pair\">" + energy(files, "component", "by_component") + energy(files, "phase", "by_phase")
                + "</div>";
    }

    private static String energy(final RunFiles files, final String what, final String key) {
        final List<Pass> passes = Pass.of(files);
        final Quantity.Scale scale = Quantity.scale(passes.stream()
                .mapToDouble(pass -> files.at(pass.at() + "/energy_j/total").asDouble())
                .max()
                .orElse(0));
        final StackPlot plot = new StackPlot(
                "Energy by " + what,
                "",
                scale.prefix() + "J",
                passes.stream().map(Pass::name).toList());
        final Table table = new Table(cells(what, passes, Pass::name));
        boolean any = false;
        for (final String part : Pass.parts(files, key)) {
            final List<Double> joules = new ArrayList<>();
            passes.forEach(pass -> joules.add(scale.factor()
                    * files.at(pass.energy(files, key) + "/" + part).asDouble()));
            if (joules.stream().anyMatch(value -> value > 0)) {
                plot.part(part, joules);
                any = true;
            }
            table.row(cells(
                    Html.escape(part),
                    passes,
                    pass -> Figure.quantity(files, pass.energy(files, key) + "/" + part, "J")));
        }
        return any ? "<figure>" + plot.inline(key) + table.html() + "</figure>" : "";
    }
}
