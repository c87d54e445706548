package org.ranvier.testbench.nir.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.MappingException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.testbench.nir.Graphs;
import org.ranvier.testbench.nir.graph.Affine;
import org.ranvier.testbench.nir.graph.Convolution;
import org.ranvier.testbench.nir.graph.Delay;
import org.ranvier.testbench.nir.graph.Flatten;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.Pool;
import org.ranvier.testbench.nir.graph.Scale;
import org.ranvier.testbench.nir.graph.Tensor;
import org.ranvier.testbench.nir.graph.Threshold;
import org.ranvier.testbench.nir.run.FloatExecutor;
import org.ranvier.testbench.nir.run.RunRules;
import org.ranvier.testbench.nir.run.Runs;

/**
 * What the chip makes of networks, against the executor in floating point: the same spikes where no potential is near its threshold, and
 * nearly the same values.
 */
class ChipExecutorTest {
    private static final int STEPS = 40;

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void shouldFireAlikeThroughConvolutionsAndPools() {
        final Network network = new Graphs()
                .input("in", 2, 8, 8)
                .node("conv", convolution(6, 2, 3, 1))
                .node("if", integrators(Math.sqrt(6), 6, 8, 8))
                .node("sum", new Pool(false, new int[] {2, 2}, new int[] {2, 2}, new int[] {0, 0}))
                .node("conv2", convolution(4, 6, 3, 1))
                .node("if2", integrators(Math.sqrt(13), 4, 4, 4))
                .node("flat", new Flatten(0, -1))
                .node("fc", whole(10, 64))
                .node("if3", integrators(Math.sqrt(42), 10))
                .output("out", 10)
                .chain("in", "conv", "if", "sum", "conv2", "if2", "flat", "fc", "if3", "out")
                .network();

        final Outcome outcome = run(network, RunRules.USUAL, events(128, 3), Precision.Q15);

        assertThat(outcome.spikes).isGreaterThan(1_000);
        // A weight of 1 beside 2 is rounded by 3e-5, so a potential meets its threshold on the wrong side about so
        // often.
        assertThat(outcome.mismatches).isLessThan(outcome.places / 1_000);
        assertThat(run(network, RunRules.USUAL, events(128, 2), Precision.INT8).mismatches)
                .as("a weight of 1 beside 2 is rounded by 0.4 % in 8 bits")
                .isLessThan(outcome.places / 25);
    }

    @Test
    void shouldFireAlikeInLoops() {
        final Network network = new Graphs()
                .input("in", 7)
                .node("w", new Affine(real(20, 7), Tensor.vector(Runs.random(random, 20, 0))))
                .node("a", cuba(20))
                .node("loop", new Affine(real(20, 20), null))
                .node("w2", new Affine(real(9, 20), null))
                .node("b", Graphs.lif(9, 8e-4, 0.2))
                .node("back", new Affine(real(20, 9), null))
                .output("out", 9)
                .chain("in", "w", "a", "w2", "b", "out")
                .chain("a", "loop", "a")
                .chain("b", "back", "a")
                .network();

        final Outcome outcome = run(network, RunRules.USUAL, Runs.random(random, STEPS, 7, .4), Precision.Q15);

        assertThat(outcome.spikes).isGreaterThan(100);
        assertThat(outcome.mismatches).isZero();
        assertThat(outcome.worst).as("worst potential").isLessThan(2e-3);
    }

    @Test
    void shouldGiveValuesOfLeakyIntegratorsAndSums() {
        final Neuron li = new Neuron(
                "LI",
                null,
                null,
                Tensor.filled(6, 1e-3),
                Tensor.filled(6, 2),
                Tensor.vector(Runs.random(random, 6, 0)),
                null,
                null);
        final Network network = new Graphs()
                .input("in", 5)
                .node("w", new Affine(real(6, 5), Tensor.vector(Runs.random(random, 6, 0))))
                .node("li", li)
                .node("scale", new Scale(Tensor.vector(Runs.random(random, 6, 0))))
                .node("w2", new Affine(real(3, 6), Tensor.vector(1, -2, 3)))
                .output("out", 3)
                .chain("in", "w", "li", "scale", "w2", "out")
                .network();

        final Outcome outcome = run(network, RunRules.USUAL, Runs.random(random, STEPS, 5, .2), Precision.Q15);

        assertThat(outcome.worstOutput).isLessThan(1e-3);
        assertThat(outcome.largestOutput).isGreaterThan(1);
    }

    @Test
    void shouldHoldBackWhatIsDelayedAndAddWhatTakesShortCuts() {
        final Network network = new Graphs()
                .input("in", 4)
                .node("late", new Delay(Tensor.vector(0, 1e-4, 3e-4, 7e-4)))
                .node("a", integrators(Math.sqrt(2), 4))
                .node("above", new Threshold(Tensor.vector(0.5)))
                .node("w", whole(4, 4))
                .node("b", integrators(Math.sqrt(6), 4))
                .output("out", 4)
                .chain("in", "late", "a", "above", "w", "b", "out")
                .chain("in", "w")
                .network();

        final Outcome outcome = run(network, RunRules.USUAL, events(4, 2), Precision.Q15);

        assertThat(outcome.spikes).isGreaterThan(20);
        assertThat(outcome.mismatches).isZero();
    }

    @Test
    void shouldSayWhatDoesNotFit() {
        final Network late = new Graphs()
                .input("in", 2)
                .node("w", new Affine(real(2, 2), Tensor.vector(1, 1)))
                .node("hold", new Delay(Tensor.vector(1e-3)))
                .node("a", integrators(1, 2))
                .output("out", 2)
                .chain("in", "w", "hold", "a", "out")
                .network();
        assertThatThrownBy(() -> run(late, RunRules.USUAL, events(2, 2), Precision.Q15))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("w: its bias reaches the Delay hold");

        final Network wide = new Graphs()
                .input("in", 2)
                .node("w", whole(600, 2))
                .node("a", integrators(1, 600))
                .output("out", 600)
                .chain("in", "w", "a", "out")
                .network();
        final Calibration calibration = new Calibration(wide, RunRules.USUAL);
        calibration.observe(Runs.frames(events(2, 2)), STEPS);
        final ChipSpec small = ChipSpec.DEFAULT.withMesh(MeshSpec.parse("2x1"));
        assertThatThrownBy(() -> new ChipExecutor(wide, RunRules.USUAL, calibration, Precision.Q15, small, false))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("needs 3 cores");
        assertThat(new ChipExecutor(wide, RunRules.USUAL, calibration, Precision.Q15, small, true)
                        .chip()
                        .spec()
                        .mesh()
                        .localNodes())
                .isEqualTo(4);
    }

    private double[][] events(final int inputs, final int most) {
        final double[][] rows = new double[STEPS][inputs];
        for (final double[] row : rows) {
            for (int i = 0; i < inputs; i++) {
                row[i] = random.nextInt(4) > 0 ? 0 : random.nextInt(most);
            }
        }
        return rows;
    }

    private Convolution convolution(final int outputs, final int inputs, final int kernel, final int padding) {
        final int[] one = {1, 1};
        final int[] pads = {padding, padding};
        final double[] weights = random.ints((long) outputs * inputs * kernel * kernel, -2, 3)
                .asDoubleStream()
                .toArray();
        return new Convolution(
                new Tensor(new int[] {outputs, inputs, kernel, kernel}, weights), null, one, pads, pads, one, 1, null);
    }

    private Affine whole(final int outputs, final int inputs) {
        return new Affine(
                new Tensor(
                        new int[] {outputs, inputs},
                        random.ints((long) outputs * inputs, -2, 4)
                                .asDoubleStream()
                                .toArray()),
                null);
    }

    private Tensor real(final int outputs, final int inputs) {
        return new Tensor(new int[] {outputs, inputs}, Runs.random(random, outputs * inputs, .2));
    }

    /** Thresholds are roots, so that no sum of whole weights comes near a multiple of one. */
    private static Neuron integrators(final double threshold, final int... shape) {
        int size = 1;
        for (final int side : shape) {
            size *= side;
        }
        return new Neuron(
                "IF",
                null,
                null,
                null,
                new Tensor(shape, Tensor.filled(size, 1).data()),
                null,
                new Tensor(shape, Tensor.filled(size, threshold).data()),
                null);
    }

    private static Neuron cuba(final int count) {
        return new Neuron(
                "CubaLIF",
                Tensor.filled(count, 3e-4),
                Tensor.filled(count, 2),
                Tensor.filled(count, 6e-4),
                Tensor.filled(count, 1.5),
                Tensor.filled(count, 0.05),
                Tensor.filled(count, 0.8),
                Tensor.filled(count, 0));
    }

    /** How a run on the chip compares with one in floating point. */
    private static final class Outcome {
        private long spikes;
        private long places;
        private long mismatches;
        private double worst;
        private double worstOutput;
        private double largestOutput;
    }

    private static Outcome run(
            final Network network, final RunRules rules, final double[][] frames, final Precision precision) {
        final Calibration calibration = new Calibration(network, rules);
        calibration.observe(Runs.frames(frames), STEPS);
        final ChipExecutor chip = new ChipExecutor(network, rules, calibration, precision, ChipSpec.DEFAULT, true);
        final Outcome outcome = new Outcome();
        final double[][][] outputs = new double[STEPS][network.nodes().size()][];
        final double[][][] potentials = new double[STEPS][network.nodes().size()][];
        new FloatExecutor(network, rules).run(Runs.frames(frames), STEPS, (step, activity) -> {
            for (int node = 0; node < outputs[step].length; node++) {
                outputs[step][node] = activity.output(node).clone();
                potentials[step][node] = activity.potential(node) == null
                        ? null
                        : activity.potential(node).clone();
            }
        });
        chip.run(Runs.frames(frames), STEPS, (step, activity) -> {
            for (int node = 0; node < outputs[step].length; node++) {
                compare(
                        outcome,
                        network.nodes().get(node).operation() instanceof final Neuron neuron && neuron.spiking(),
                        activity.output(node),
                        outputs[step][node]);
                final double[] v = activity.potential(node);
                for (int i = 0; v != null && i < v.length; i++) {
                    outcome.worst = Math.max(outcome.worst, Math.abs(v[i] - potentials[step][node][i]));
                }
            }
            final int output = network.outputs().get(0);
            for (int i = 0; i < outputs[step][output].length; i++) {
                final double expected = outputs[step][output][i];
                outcome.largestOutput = Math.max(outcome.largestOutput, Math.abs(expected));
                outcome.worstOutput = Math.max(outcome.worstOutput, Math.abs(activity.output(output)[i] - expected));
            }
        });
        return outcome;
    }

    private static void compare(
            final Outcome outcome, final boolean fires, final double[] given, final double[] expected) {
        for (int i = 0; fires && i < given.length; i++) {
            outcome.places++;
            outcome.spikes += (long) expected[i];
            outcome.mismatches += given[i] == expected[i] ? 0 : 1;
        }
    }
}
