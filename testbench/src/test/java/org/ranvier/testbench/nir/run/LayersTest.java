package org.ranvier.testbench.nir.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.testbench.nir.Graphs;
import org.ranvier.testbench.nir.graph.Affine;
import org.ranvier.testbench.nir.graph.Convolution;
import org.ranvier.testbench.nir.graph.Delay;
import org.ranvier.testbench.nir.graph.Flatten;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Operation;
import org.ranvier.testbench.nir.graph.Pool;
import org.ranvier.testbench.nir.graph.Scale;
import org.ranvier.testbench.nir.graph.Tensor;
import org.ranvier.testbench.nir.graph.Threshold;

/** Layers without neurons, each against its definition written as plain sums. */
class LayersTest {
    private static final double EXACT = 1e-12;

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void shouldMultiplyEveryRowWhenALayerIsAffine() {
        final double[] weight = Runs.random(random, 6, 0);
        final double[] bias = Runs.random(random, 2, 0);
        final double[] x = Runs.random(random, 12, .3);
        final double[] expected = new double[8];
        for (int row = 0; row < 4; row++) {
            for (int o = 0; o < 2; o++) {
                expected[row * 2 + o] = bias[o];
                for (int i = 0; i < 3; i++) {
                    expected[row * 2 + o] += weight[o * 3 + i] * x[row * 3 + i];
                }
            }
        }

        final double[] y =
                apply(new Affine(new Tensor(new int[] {2, 3}, weight), Tensor.vector(bias)), x, new int[] {4, 3}, 4, 2);

        assertThat(y).containsExactly(expected, within(EXACT));
    }

    @ParameterizedTest
    @CsvSource({
        // groups, stride, padding, dilation
        "1, 1, 0, 1",
        "1, 2, 1, 1",
        "2, 1, 2, 2",
        "2, 3, 1, 1",
        "4, 2, 3, 2"
    })
    void shouldCorrelateWhenALayerIsAConvolution(
            final int groups, final int stride, final int padding, final int dilation) {
        final int inputs = 4;
        final int outputs = 8;
        final int[] size = {9, 7};
        final int[] kernel = {3, 2};
        final Tensor weight = new Tensor(
                new int[] {outputs, inputs / groups, kernel[0], kernel[1]},
                Runs.random(random, outputs * inputs / groups * kernel[0] * kernel[1], 0));
        final double[] bias = Runs.random(random, outputs, 0);
        final double[] x = Runs.random(random, inputs * size[0] * size[1], .5);
        final int[] both = {padding, padding};
        final Convolution layer = new Convolution(
                weight,
                Tensor.vector(bias),
                new int[] {stride, stride},
                both,
                both,
                new int[] {dilation, dilation},
                groups,
                null);
        final int[] out = layer.outputShape(new int[] {inputs, size[0], size[1]});
        final double[] expected = new double[out[0] * out[1] * out[2]];
        for (int o = 0, n = 0; o < outputs; o++) {
            for (int row = 0; row < out[1]; row++) {
                for (int column = 0; column < out[2]; column++, n++) {
                    expected[n] = bias[o];
                    for (int i = 0; i < inputs / groups; i++) {
                        for (int ky = 0; ky < kernel[0]; ky++) {
                            for (int kx = 0; kx < kernel[1]; kx++) {
                                final int y = row * stride + ky * dilation - padding;
                                final int z = column * stride + kx * dilation - padding;
                                if (y >= 0 && y < size[0] && z >= 0 && z < size[1]) {
                                    final int channel = o / (outputs / groups) * (inputs / groups) + i;
                                    expected[n] +=
                                            weight.data()[((o * inputs / groups + i) * kernel[0] + ky) * kernel[1] + kx]
                                                    * x[(channel * size[0] + y) * size[1] + z];
                                }
                            }
                        }
                    }
                }
            }
        }

        assertThat(apply(layer, x, new int[] {inputs, size[0], size[1]}, out)).containsExactly(expected, within(EXACT));
    }

    @Test
    void shouldCorrelateAlongOneDimensionWhenALayerIsConv1d() {
        final Convolution layer = new Convolution(
                new Tensor(new int[] {1, 2, 2}, new double[] {1, 10, 100, 1000}),
                null,
                new int[] {2},
                new int[] {1},
                new int[] {1},
                new int[] {1},
                1,
                null);

        assertThat(apply(layer, new double[] {1, 2, 3, 4, 5, 6}, new int[] {2, 3}, 1, 2))
                .containsExactly(10 * 1 + 1000 * 4, 2 + 10 * 3 + 100 * 5 + 1000 * 6);
    }

    @Test
    void shouldAddOrAverageWindowsWhenALayerPools() {
        final int[] kernel = {2, 3};
        final int[] stride = {2, 1};
        final int[] padding = {0, 1};
        final double[] x = {1, 2, 3, 4, 5, 6};
        final double[] sums = {12, 21, 16};

        assertThat(apply(new Pool(false, kernel, stride, padding), x, new int[] {1, 2, 3}, 1, 1, 3))
                .containsExactly(sums);
        assertThat(apply(new Pool(true, kernel, stride, padding), x, new int[] {1, 2, 3}, 1, 1, 3))
                .containsExactly(new double[] {12 / 6.0, 21 / 6.0, 16 / 6.0}, within(EXACT));
    }

    @Test
    void shouldTreatElementsAloneWhenALayerScalesFlattensOrCompares() {
        final Network network = new Graphs()
                .input("in", 2, 2)
                .node("scale", new Scale(new Tensor(new int[] {2, 2}, new double[] {1, 2, 3, -1})))
                .node("flat", new Flatten(0, -1))
                .node("above", new Threshold(Tensor.vector(2)))
                .output("out", 4)
                .chain("in", "scale", "flat", "above", "out")
                .network();

        assertThat(Runs.outputs(network, RunRules.USUAL, new double[][] {{3, 1, 1, -3}, {2, 1.1, .5, 3}}))
                .isDeepEqualTo(new double[][] {{1, 0, 1, 1}, {0, 1, 0, 0}});
    }

    @Test
    void shouldGiveInputsLaterWhenALayerDelays() {
        final Network network = new Graphs()
                .input("in", 3)
                .node("delay", new Delay(Tensor.vector(0, 1e-4, 3.1e-4)))
                .output("out", 3)
                .chain("in", "delay", "out")
                .network();
        final double[][] ones = {{1, 1, 1}, {2, 2, 2}, {3, 3, 3}, {4, 4, 4}, {5, 5, 5}};

        assertThat(Runs.outputs(network, RunRules.USUAL, ones))
                .isDeepEqualTo(new double[][] {{1, 0, 0}, {2, 1, 0}, {3, 2, 0}, {4, 3, 1}, {5, 4, 2}});
    }

    @Test
    void shouldAddWhatSeveralNodesBring() {
        final Network network = new Graphs()
                .input("b", 1)
                .input("a", 2)
                .node("wide", Graphs.linear(new double[] {10}, new double[] {20}))
                .node("same", new Scale(Tensor.vector(1)))
                .output("out", 2)
                .chain("a", "same", "out")
                .chain("b", "wide", "same")
                .chain("a", "out")
                .network();

        // A frame holds the Inputs by name: a, a, b.
        assertThat(Runs.outputs(network, RunRules.USUAL, new double[][] {{1, 2, 3}}))
                .isDeepEqualTo(new double[][] {{1 + 30 + 1, 2 + 60 + 2}});
    }

    private static double[] apply(final Operation layer, final double[] x, final int[] input, final int... output) {
        final Network network = new Graphs()
                .input("in", input)
                .node("layer", layer)
                .output("out", output)
                .chain("in", "layer", "out")
                .network();
        return Runs.outputs(network, RunRules.USUAL, new double[][] {x})[0];
    }
}
