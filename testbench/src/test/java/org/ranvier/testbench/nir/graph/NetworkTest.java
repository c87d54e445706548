package org.ranvier.testbench.nir.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.Graphs;

class NetworkTest {
    @Test
    void shouldInferEveryShapeWhenOnlyTheInputDeclaresOne() {
        final Network network = new Graphs()
                .input("in", 2, 9, 8)
                .node("conv", convolution(Graphs.ramp(1, 4, 1, 3, 2), 2, 1, 2, 2))
                .node("pool", new Pool(false, new int[] {2, 2}, new int[] {1, 2}, new int[2]))
                .node("flat", new Flatten(1, -1))
                .node("rows", Graphs.linear(new double[6], new double[6]))
                .output("out", 4, 2)
                .chain("in", "conv", "pool", "flat", "rows", "out")
                .network();

        assertThat(shapes(network))
                .containsExactly(
                        "in (2, 9, 8)", "conv (4, 4, 4)", "pool (4, 3, 2)", "flat (4, 6)", "rows (4, 2)", "out (4, 2)");
    }

    private static Convolution convolution(
            final Tensor weight, final int stride, final int padding, final int dilation, final int groups) {
        final int[] both = {padding, padding};
        return new Convolution(
                weight, null, new int[] {stride, stride}, both, both, new int[] {dilation, dilation}, groups, null);
    }

    private static List<String> shapes(final Network network) {
        return network.nodes().stream()
                .map(node -> node.path() + " " + Shapes.text(node.output()))
                .toList();
    }

    @Test
    void shouldNameTheNodeWhenWeightsAreTransposed() {
        refuses(
                new Graphs()
                        .input("in", 3)
                        .node("fc", new Affine(Graphs.ramp(1, 3, 2), null))
                        .output("out", 2)
                        .chain("in", "fc", "out"),
                "net.nir: fc: weight (3, 2) (out, in) takes 2 inputs, but it gets (3); the weights are transposed");
    }

    @Test
    void shouldNameTheNodeWhenAnEdgeOrAShapeIsWrong() {
        refuses(
                new Graphs().input("in", 3).output("out", 3).chain("in", "middle", "out"),
                "net.nir: middle: edge in -> middle names a node that is not there; there are in, out");
        refuses(
                new Graphs().input("in", 3).output("out", 4).chain("in", "out"),
                "net.nir: out: shape (4) is declared, but it gets (3)");
        refuses(
                new Graphs()
                        .input("in", 3)
                        .node("n", Graphs.lif(3, 1, 1))
                        .output("out", 3)
                        .chain("in", "out"),
                "net.nir: n: no edge leads to it");
        refuses(
                new Graphs()
                        .input("a", 3)
                        .input("b", 2)
                        .node("n", Graphs.lif(3, 1, 1))
                        .output("out", 3)
                        .chain("a", "n", "out")
                        .chain("b", "n"),
                "net.nir: n: it gets (3) from a and (2) from b");
        refuses(
                new Graphs()
                        .input("in", 3)
                        .node("n", Graphs.lif(3, -1, 1))
                        .output("out", 3)
                        .chain("in", "n", "out"),
                "net.nir: n: tau holds -1.0, expected more than 0 seconds");
        refuses(new Graphs().input("in", 3), "net.nir: node: the graph has no Output");
    }

    @Test
    void shouldRefuseACycleWhenNoNodeOnItHasAState() {
        refuses(
                new Graphs()
                        .input("in", 1)
                        .node("a", Graphs.linear(new double[] {1}))
                        .node("b", new Scale(Tensor.vector(2)))
                        .output("out", 1)
                        .chain("in", "a", "b", "a")
                        .chain("b", "out"),
                "net.nir: a: it is on a cycle by way of b in which no node has a state (a neuron, a Delay), so it cannot be"
                        + " computed");
    }

    @Test
    void shouldDelayTheEdgeBackToTheNeuronsWhenALayerIsRecurrent() {
        final Network network = new Graphs()
                .input("in", 2)
                .node("lif", Graphs.lif(2, 1, 1))
                .node("rec", Graphs.linear(new double[] {0, 1}, new double[] {1, 0}))
                .output("out", 2)
                .chain("in", "lif", "rec", "lif", "out")
                .network();

        assertThat(recurrent(network)).containsExactly("rec -> lif");
    }

    private static List<String> recurrent(final Network network) {
        return network.nodes().stream()
                .flatMap(node -> node.feeds().stream()
                        .filter(Node.Feed::recurrent)
                        .map(feed -> network.nodes().get(feed.from()).path() + " -> " + node.path()))
                .toList();
    }

    @Test
    void shouldOrderTheSameWayWhenNodesAndEdgesAreWrittenInAnotherOrder() {
        final Graphs forward = new Graphs()
                .input("in", 1)
                .node("a", Graphs.lif(1, 1, 1))
                .node("b", Graphs.lif(1, 1, 1))
                .output("out", 1)
                .chain("in", "a", "b", "a")
                .chain("b", "out");
        final Graphs backward = new Graphs()
                .output("out", 1)
                .node("b", Graphs.lif(1, 1, 1))
                .node("a", Graphs.lif(1, 1, 1))
                .input("in", 1)
                .chain("b", "out")
                .chain("b", "a")
                .chain("a", "b")
                .chain("in", "a");

        assertThat(shapes(backward.network())).isEqualTo(shapes(forward.network()));
        assertThat(recurrent(forward.network())).containsExactly("b -> a");
        assertThat(recurrent(backward.network())).containsExactly("b -> a");
    }

    @Test
    void shouldJoinNamesToPathsWhenGraphsAreNested() {
        final NirGraph inner = new Graphs()
                .input("input", 2)
                .node("cell", Graphs.lif(2, 1, 1))
                .output("output", 2)
                .chain("input", "cell", "output")
                .graph();
        final Network network = new Graphs()
                .input("in", 2)
                .node("layer.1", inner)
                .output("out", 2)
                .chain("in", "layer.1", "out")
                .network();

        assertThat(network.nodes())
                .extracting(Node::path)
                .containsExactly("in", "layer.1/input", "layer.1/cell", "layer.1/output", "out");
        assertThat(network.inputs()).containsExactly(0);
        assertThat(network.outputs()).containsExactly(4);
    }

    @Test
    void shouldSayWhichNodeIsProbablyMeantWhenAnEdgeInANestedGraphLeadsNowhere() {
        final NirGraph inner = new Graphs()
                .input("input", 2)
                .node("cell", Graphs.lif(2, 1, 1))
                .output("output", 2)
                .chain("input", "lif", "output")
                .graph();
        final Graphs graphs = new Graphs()
                .input("in", 2)
                .node("layer", inner)
                .output("out", 2)
                .chain("in", "layer", "out");

        refuses(
                graphs,
                "net.nir: layer/lif: edge input -> lif names a node that is not there; there are input, cell, output"
                        + " (--alias layer/lif=layer/cell takes the one that no edge names)");
        final Network network = Network.of("net.nir", graphs.graph(), Map.of("layer/lif", "layer/cell"));
        assertThat(network.nodes()).hasSize(5);
    }

    @Test
    void shouldTakeEdgesOnceWhenTheyAreWrittenTwice() {
        final Network network = new Graphs()
                .input("in", 1)
                .output("out", 1)
                .chain("in", "out")
                .chain("in", "out")
                .network();

        assertThat(network.nodes().get(1).feeds()).hasSize(1);
    }

    @Test
    void shouldFollowAChainOfAnyLength() {
        final int length = 5000;
        final Graphs graphs = new Graphs().input("in", 1).output("out", 1);
        final String[] names = new String[length + 2];
        names[0] = "in";
        names[length + 1] = "out";
        for (int i = 1; i <= length; i++) {
            names[i] = "s" + i;
            graphs.node(names[i], new Scale(Tensor.vector(1)));
        }

        final Network network = graphs.chain(names).network();

        assertThat(network.nodes()).extracting(Node::path).isEqualTo(Arrays.asList(names));
    }

    @Test
    void shouldRefuseShapesThatNoMemoryHolds() {
        refuses(
                new Graphs().input("in", 1 << 20, 1 << 20).output("out", 1).chain("in", "out"),
                "net.nir: in: shape (1048576, 1048576) has more than 16777216 elements");
    }

    private static void refuses(final Graphs graphs, final String message) {
        assertThatThrownBy(graphs::network)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }
}
