package org.ranvier.testbench.nir.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.Graphs;
import org.ranvier.testbench.nir.graph.Affine;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.NirGraph;
import org.ranvier.testbench.nir.graph.Tensor;
import org.ranvier.testbench.nir.run.RunRules.Charge;
import org.ranvier.testbench.nir.run.RunRules.Reset;
import org.ranvier.testbench.nir.run.RunRules.Spikes;

/** Populations, each against its update rule written out for one neuron. */
class NeuronsTest {
    private static final double DT = 1e-4;
    private static final double TAU_SYN = 4e-4;
    private static final double TAU = 1e-3;
    private static final double W = 3;
    private static final double R = 2;
    private static final double LEAK = .05;
    private static final double THRESHOLD = .3;
    private static final double RESET = -.1;

    private static Neuron neuron(final String type, final boolean resetInFile) {
        final boolean synapse = type.startsWith("Cuba");
        final boolean leak = type.contains("L");
        final boolean spiking = type.endsWith("F");
        return new Neuron(
                type,
                synapse ? Tensor.vector(TAU_SYN) : null,
                synapse ? Tensor.vector(W) : null,
                leak ? Tensor.vector(TAU) : null,
                Tensor.vector(R),
                leak ? Tensor.vector(LEAK) : null,
                spiking ? Tensor.vector(THRESHOLD) : null,
                spiking && resetInFile ? Tensor.vector(RESET) : null);
    }

    private static Network network(final Neuron neuron) {
        return new Graphs()
                .input("in", 1)
                .node("cell", neuron)
                .output("out", 1)
                .chain("in", "cell", "out")
                .network();
    }

    @ParameterizedTest
    @CsvSource({
        "I, FILE, false", "IF, FILE, false", "IF, FILE, true", "IF, ZERO, false",
        "LI, FILE, false", "LIF, FILE, false", "LIF, FILE, true", "LIF, SUBTRACT, true",
        "CubaLI, FILE, false", "CubaLIF, FILE, false", "CubaLIF, FILE, true", "CubaLIF, SUBTRACT, false"
    })
    void shouldFollowTheUpdateRuleOfEachType(final String type, final Reset reset, final boolean resetInFile) {
        final double[][] x = Runs.random(new SplittableRandom(3), 400, 1, .4);
        final double[][] expected = new double[x.length][1];
        final boolean leak = type.contains("L");
        final boolean subtract = reset == Reset.SUBTRACT || reset == Reset.FILE && !resetInFile && !leak;
        final double after = resetInFile ? RESET : 0;
        double syn = 0;
        double v = 0;
        int fired = 0;
        for (int t = 0; t < x.length; t++) {
            syn = (1 - DT / TAU_SYN) * syn + DT / TAU_SYN * W * x[t][0];
            final double drive = type.startsWith("Cuba") ? syn : x[t][0];
            final boolean above = v > THRESHOLD;
            v = leak ? (1 - DT / TAU) * v + DT / TAU * (LEAK + R * drive) : v + R * drive;
            if (!type.endsWith("F")) {
                expected[t][0] = v;
            } else if (subtract && !leak) {
                final int spikes = v >= THRESHOLD ? (int) (v / THRESHOLD) : 0;
                expected[t][0] = spikes;
                v -= spikes * THRESHOLD;
                fired += spikes;
            } else if (v > (subtract && above ? 2 * THRESHOLD : THRESHOLD)) {
                expected[t][0] = 1;
                v = subtract ? v - THRESHOLD : after;
                fired++;
            }
        }

        final double[][] outputs =
                Runs.outputs(network(neuron(type, resetInFile)), new RunRules(DT, reset, Spikes.USUAL, Charge.STEP), x);

        for (int t = 0; t < x.length; t++) {
            assertThat(outputs[t]).as("step %d", t).containsExactly(expected[t], within(1e-9));
        }
        assertThat(fired > 3 || !type.endsWith("F")).isTrue();
    }

    @Test
    void shouldFireAboveTwiceTheThresholdWhenASubtractionLeftTheNeuronAboveIt() {
        final Neuron neuron = new Neuron("IF", null, null, null, Tensor.vector(1), null, Tensor.vector(1), null);
        final RunRules once = new RunRules(DT, Reset.SUBTRACT, Spikes.ONE, Charge.STEP);
        final double[][] x = {{2.5}, {0}, {.6}, {0}, {0}};

        // 2.5 -> 1.5 | 1.5, not above 2 | 2.1 -> 1.1 | 1.1 | 1.1
        assertThat(Runs.outputs(network(neuron), once, x)).isDeepEqualTo(new double[][] {{1}, {0}, {1}, {0}, {0}});
        // 2.5 -> .5 | .5 | 1.1 -> .1
        assertThat(Runs.outputs(network(neuron), new RunRules(DT, Reset.SUBTRACT, Spikes.SEVERAL, Charge.STEP), x))
                .isDeepEqualTo(new double[][] {{2}, {0}, {1}, {0}, {0}});
    }

    @Test
    void shouldMultiplyChargeWithTheStepWhenAskedTo() {
        final Neuron neuron = new Neuron("I", null, null, null, Tensor.vector(4), null, null, null);

        assertThat(Runs.outputs(
                        network(neuron),
                        new RunRules(.25, Reset.FILE, Spikes.USUAL, Charge.TIME),
                        new double[][] {{3}, {1}}))
                .isDeepEqualTo(new double[][] {{3}, {4}});
    }

    @Test
    void shouldNameTheNodeWhenAStepIsTooLongOrThresholdsAllowNoCount() {
        assertThatThrownBy(() -> new FloatExecutor(
                        network(neuron("LIF", false)), new RunRules(.1, Reset.FILE, Spikes.USUAL, Charge.STEP)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "net.nir: cell: tau of 0.001 s is less than half a step of 0.1 s (--dt): it would not settle");
        assertThatThrownBy(() -> new FloatExecutor(
                        network(new Neuron("IF", null, null, null, Tensor.vector(1), null, Tensor.vector(0), null)),
                        RunRules.USUAL))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("net.nir: cell: v_threshold holds 0.0; more than 0 is needed");
    }

    @Test
    void shouldBringSpikesOfTheStepBeforeWhenALayerIsRecurrent() {
        final int neurons = 5;
        final SplittableRandom random = new SplittableRandom(11);
        final double[] weight = Runs.random(random, neurons * neurons, 0);
        final double[] bias = Runs.random(random, neurons, 0);
        final double[][] x = Runs.random(random, 300, neurons, .2);
        final Affine back = new Affine(new Tensor(new int[] {neurons, neurons}, weight), Tensor.vector(bias));
        final double[][] expected = new double[x.length][neurons];
        final double[] v = new double[neurons];
        double[] before = new double[neurons];
        int fired = 0;
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < neurons; i++) {
                double current = x[t][i] + bias[i];
                for (int j = 0; j < neurons; j++) {
                    current += weight[i * neurons + j] * before[j];
                }
                v[i] += DT / TAU * (LEAK - v[i] + R * current);
                if (v[i] > THRESHOLD) {
                    expected[t][i] = 1;
                    v[i] = 0;
                    fired++;
                }
            }
            before = expected[t];
        }

        final Network flat = new Graphs()
                .input("in", neurons)
                .node("cell", neuron("LIF", false))
                .node("back", back)
                .output("out", neurons)
                .chain("in", "cell", "back", "cell", "out")
                .network();
        final NirGraph layer = new Graphs()
                .input("input", neurons)
                .node("cell", neuron("LIF", false))
                .node("back", back)
                .output("output", neurons)
                .chain("input", "cell", "back", "cell", "output")
                .graph();
        final Network nested = new Graphs()
                .input("in", neurons)
                .node("layer", layer)
                .output("out", neurons)
                .chain("in", "layer", "out")
                .network();

        assertThat(Runs.outputs(flat, RunRules.USUAL, x)).isDeepEqualTo(expected);
        assertThat(Runs.outputs(nested, RunRules.USUAL, x)).isDeepEqualTo(expected);
        assertThat(fired).isGreaterThan(50);
    }

    @Test
    void shouldBeginAtRestWhenAnotherSampleFollows() {
        final FloatExecutor executor = new FloatExecutor(network(neuron("CubaLI", false)), RunRules.USUAL);
        final double[][] seen = new double[2][5];
        for (final double[] sample : seen) {
            executor.run(
                    Runs.frames(new double[][] {{1}, {2}}),
                    5,
                    (step, activity) -> sample[step] = activity.output(1)[0]);
        }

        assertThat(seen[1]).containsExactly(seen[0]);
        assertThat(seen[0][4]).isNotZero();
    }
}
