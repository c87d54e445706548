package org.ranvier.testbench.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ranvier.testbench.nir.file.NirFile;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Node;
import org.ranvier.testbench.nir.graph.Shapes;
import org.ranvier.testbench.nir.graph.Tensor;
import org.ranvier.testbench.nir.graph.Unknown;

/** A NIR file as text. */
final class NirTable {
    private NirTable() {}

    /**
     * Describes a network.
     *
     * @param file where it comes from
     * @param network the network
     * @return lines, each with its end
     */
    static String of(final NirFile file, final Network network) {
        final List<Node> nodes = network.nodes();
        final long edges = nodes.stream().mapToInt(node -> node.feeds().size()).sum();
        final long recurrent = nodes.stream()
                .flatMap(node -> node.feeds().stream())
                .filter(Node.Feed::recurrent)
                .count();
        final StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: NIR %s, %d nodes, %d edges (%d recurrent), %d neurons, %d synapses%n%n",
                file.source(),
                file.version().isEmpty() ? "of no version" : file.version(),
                nodes.size(),
                edges,
                recurrent,
                nodes.stream().mapToInt(Node::neurons).sum(),
                nodes.stream().mapToLong(Node::synapses).sum()));
        addNodes(text, nodes);
        text.append(String.format("%nedges%n"));
        for (final Node node : nodes) {
            for (final Node.Feed feed : node.feeds()) {
                text.append(String.format(
                        "  %s -> %s%s%n",
                        nodes.get(feed.from()).path(),
                        node.path(),
                        feed.recurrent() ? "   recurrent: arrives one step later" : ""));
            }
        }
        final String unsupported = nodes.stream()
                .filter(node -> node.operation() instanceof Unknown)
                .map(node -> node.path() + " (" + node.operation().type() + ")")
                .collect(Collectors.joining(", "));
        text.append(String.format("%nnot supported: %s%n", unsupported.isEmpty() ? "nothing" : unsupported));
        return text.toString();
    }

    private static void addNodes(final StringBuilder text, final List<Node> nodes) {
        final int width = Math.max(
                4, nodes.stream().mapToInt(node -> node.path().length()).max().orElse(0));
        final String row = "%-" + width + "s  %-9s  %-14s  %-14s  %8s  %9s  %s%n";
        text.append(String.format(row, "node", "type", "in", "out", "neurons", "synapses", "parameters"));
        for (final Node node : nodes) {
            text.append(String.format(
                    row,
                    node.path(),
                    node.operation().type(),
                    Shapes.text(node.input()),
                    Shapes.text(node.output()),
                    node.neurons() == 0 ? "" : node.neurons(),
                    node.synapses() == 0 ? "" : node.synapses(),
                    parameters(node)));
        }
    }

    private static String parameters(final Node node) {
        final String tensors = node.operation().parameters().entrySet().stream()
                .map(entry -> entry.getKey() + " " + text(entry.getValue()))
                .collect(Collectors.joining("; "));
        final String settings = node.operation().settings().entrySet().stream()
                .map(entry -> entry.getKey() + " " + text(entry.getValue()))
                .collect(Collectors.joining("; "));
        return tensors.isEmpty() || settings.isEmpty() ? tensors + settings : tensors + "; " + settings;
    }

    private static String text(final int[] numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    private static String text(final Tensor tensor) {
        final double min = tensor.min();
        final double max = tensor.max();
        final String range = min == max
                ? String.format(Locale.ROOT, "%.4g", min)
                : String.format(Locale.ROOT, "%.4g..%.4g", min, max);
        return Shapes.text(tensor.shape()) + " " + range;
    }
}
