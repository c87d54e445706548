package org.ranvier.testbench.nir.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ranvier.testbench.nir.file.NirFile;
import org.ranvier.testbench.nir.graph.Network;

/** What {@code summary.json} holds. */
public final class RunSummary {
    private RunSummary() {}

    /**
     * Describes how a network was run.
     *
     * @param file the network's file
     * @param precision what computed it
     * @param rules the rules it was run by
     * @param totals sums over all samples
     * @param network the network
     * @return keys in the order in which they are written
     */
    public static Map<String, Object> of(
            final NirFile file,
            final String precision,
            final RunRules rules,
            final Totals totals,
            final Network network) {
        final Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", file.source());
        tree.put("nir_version", file.version());
        tree.put("precision", precision);
        tree.put("dt", rules.dt());
        tree.put("reset", rules.reset().name().toLowerCase(Locale.ROOT));
        tree.put("spikes_per_step", rules.spikes().name().toLowerCase(Locale.ROOT));
        tree.put("charge", rules.charge().name().toLowerCase(Locale.ROOT));
        tree.put("steps", totals.steps());
        final Map<String, Long> spikes = new LinkedHashMap<>();
        for (int i = 0; i < totals.spiking().length; i++) {
            spikes.put(network.nodes().get(totals.spiking()[i]).path(), totals.spikes()[i]);
        }
        tree.put("spikes", spikes);
        return tree;
    }

    /**
     * Gives the results of one sample.
     *
     * @param totals its sums
     * @return keys in the order in which they are written
     */
    public static Map<String, Object> sample(final Totals totals) {
        final Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("output", totals.sums());
        tree.put("predicted", totals.predicted());
        return tree;
    }

    /**
     * Gives the results of recordings.
     *
     * @param outcomes a row a recording
     * @return keys in the order in which they are written; accuracy only where there are labels
     */
    public static Map<String, Object> recordings(final List<Recordings.Outcome> outcomes) {
        final Map<String, Object> tree = new LinkedHashMap<>();
        final long labelled = outcomes.stream().filter(o -> o.label() >= 0).count();
        tree.put("samples", outcomes.size());
        tree.put("labelled", labelled);
        if (labelled > 0) {
            final long correct =
                    outcomes.stream().filter(o -> o.label() == o.predicted()).count();
            tree.put("correct", correct);
            tree.put("accuracy", (double) correct / labelled);
        }
        return tree;
    }
}
