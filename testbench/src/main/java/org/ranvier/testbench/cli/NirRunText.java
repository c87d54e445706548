package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Node;
import org.ranvier.testbench.nir.run.RunRules;
import org.ranvier.testbench.nir.run.Totals;
import org.ranvier.testbench.text.Quantity;

/** What {@code nir run} prints. */
final class NirRunText {
    private NirRunText() {}

    /**
     * Prints a run.
     *
     * @param print where to
     * @param network the network
     * @param totals sums over all samples
     * @param rules the rules it was run by
     * @param results what {@code summary.json} says of the samples
     */
    static void print(
            final PrintWriter print,
            final Network network,
            final Totals totals,
            final RunRules rules,
            final Map<String, Object> results) {
        print.printf("%s: %d steps of %s%n%n", network.source(), totals.steps(), Quantity.of(rules.dt(), "s"));
        print.printf("%-20s %9s %12s %18s%n", "node", "neurons", "spikes", "a neuron and step");
        for (int i = 0; i < totals.spiking().length; i++) {
            final Node node = network.nodes().get(totals.spiking()[i]);
            final long spikes = totals.spikes()[i];
            print.printf(
                    Locale.ROOT,
                    "%-20s %9d %12d %18.4g%n",
                    node.path(),
                    node.neurons(),
                    spikes,
                    (double) spikes / node.neurons() / totals.steps());
        }
        print.println();
        if (results.containsKey("predicted")) {
            print.printf("output %s%n", numbers(totals.sums()));
            print.printf("predicted class %s%n", results.get("predicted"));
        } else if (results.containsKey("accuracy")) {
            print.printf(
                    Locale.ROOT,
                    "accuracy %.4f: %d of %d recordings%n",
                    results.get("accuracy"),
                    results.get("correct"),
                    results.get("labelled"));
        } else {
            print.printf("%s recordings without labels%n", results.get("samples"));
        }
    }

    private static String numbers(final double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.6g", value))
                .map(text -> text.contains(".") ? text.replaceAll("\\.?0+$", "") : text)
                .collect(Collectors.joining(" "));
    }
}
