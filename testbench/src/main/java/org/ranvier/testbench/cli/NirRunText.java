package org.ranvier.testbench.cli;

import com.fasterxml.jackson.databind.JsonNode;
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

    /**
     * Prints what the chip took and where it differs from floating point.
     *
     * @param print where to
     * @param report the parts {@code chip} and {@code differences_to_float} of the summary
     */
    static void printChip(final PrintWriter print, final JsonNode report) {
        final JsonNode chip = report.path("chip");
        print.printf(
                Locale.ROOT,
                "%nchip: %d cores on a %s mesh, %s fabric, %,d synapses of %d bits; %,.0f cycles and %s a sample%n",
                chip.path("cores").asInt(),
                chip.path("mesh").asText(),
                chip.path("fabric").asText(),
                chip.path("synapses").asLong(),
                chip.at("/quantisation/weight_bits").asInt(),
                chip.path("cycles_per_sample").asDouble(),
                Quantity.of(chip.path("energy_per_sample_j").asDouble(), "J"));
        print.printf("%n%-20s %12s %12s%n", "spikes of", "other than", "in float, of");
        final JsonNode spikes = report.at("/differences_to_float/spikes");
        spikes.fieldNames()
                .forEachRemaining(node -> print.printf(
                        Locale.ROOT,
                        "%-20s %12d %12d%n",
                        node,
                        spikes.path(node).path("mismatches").asLong(),
                        spikes.path(node).path("of").asLong()));
        print.printf("%n%-20s %-20s %12s %24s%n", "weights from", "to", "synapses", "relative rounding error");
        for (final JsonNode wire : chip.at("/quantisation/wires")) {
            print.printf(
                    Locale.ROOT,
                    "%-20s %-20s %12d %24.3g%n",
                    wire.path("from").asText(),
                    wire.path("to").asText(),
                    wire.path("synapses").asLong(),
                    wire.path("relative_error").asDouble());
        }
    }

    private static String numbers(final double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.6g", value))
                .map(text -> text.contains(".") ? text.replaceAll("\\.?0+$", "") : text)
                .collect(Collectors.joining(" "));
    }
}
