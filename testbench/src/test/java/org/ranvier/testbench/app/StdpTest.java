package org.ranvier.testbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.random.CounterRandom;
import org.ranvier.testbench.reference.rules.LeakyNeurons;
import org.ranvier.testbench.reference.rules.PairStdp;

/** The STDP example against plain Java: every potential of every tick, every weight of every sample. */
class StdpTest {
    private static final int INPUTS = 16;
    private static final int NEURONS = 4;
    private static final int TICKS = 100;
    private static final int SAMPLES = 10;
    private static final long SEED = 3;

    private final StringBuilder potentials = new StringBuilder("sample,tick,0,1,2,3\n");
    private final StringBuilder weights = new StringBuilder("sample,row,0,1,2,3\n");
    private final StringBuilder spikes = new StringBuilder();

    @Test
    void shouldFollowAPlainModelBitForBitWhenItLearns(@TempDir final Path out) {
        Apps.run(AppReader.read(Examples.app("stdp")), out);
        runModel();

        assertThat(Apps.read(out, "potentials.csv")).isEqualTo(potentials.toString());
        assertThat(Apps.read(out, "weights.csv")).isEqualTo(weights.toString());
        assertThat(withoutCycles(Apps.read(out, "host.csv"))).isEqualTo(spikes.toString());
    }

    private void runModel() {
        final PairStdp model = new PairStdp(
                new LeakyNeurons.Parameters(400, 4, 2), new PairStdp.Parameters(64, 3, 3, 4, 5), startWeights());
        for (int sample = 0; sample < SAMPLES; sample++) {
            model.startSample();
            for (int tick = 0; tick < TICKS; tick++) {
                final boolean[] fired = model.tick(tick == 0 ? new boolean[INPUTS] : input(sample, tick - 1));
                potentials.append(sample).append(',').append(tick);
                for (int neuron = 0; neuron < NEURONS; neuron++) {
                    potentials.append(',').append(model.potentials()[neuron]);
                    if (fired[neuron]) {
                        spikes.append(sample + "," + tick + ",SPK," + neuron + ",0\n");
                    }
                }
                potentials.append('\n');
            }
            for (int row = 0; row < INPUTS; row++) {
                weights.append(sample).append(',').append(row);
                for (final int weight : model.weights()[row]) {
                    weights.append(',').append(weight);
                }
                weights.append('\n');
            }
        }
    }

    private static boolean[] input(final int sample, final int tick) {
        final boolean[] spikes = new boolean[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            final int stimulus = i < INPUTS / 2 ? 0 : 1;
            final double rate = stimulus == 0 ? 0.08 : 0.02;
            final long counter = (1L << 61) + ((long) sample << 32) + tick;
            spikes[i] = CounterRandom.uniform(SEED, stimulus, i, counter) < 1 - StrictMath.exp(-rate);
        }
        return spikes;
    }

    private static int[][] startWeights() {
        final int[][] weights = new int[INPUTS][NEURONS];
        for (int i = 0; i < INPUTS * NEURONS; i++) {
            weights[i / NEURONS][i % NEURONS] =
                    (int) Math.rint(40 + 120 * CounterRandom.uniform(SEED, 0, i, 0x10L << 56));
        }
        return weights;
    }

    /** Drops the header and the column of cycles. */
    private static String withoutCycles(final String csv) {
        final StringBuilder rest = new StringBuilder();
        csv.lines()
                .skip(1)
                .forEach(line -> rest.append(line.replaceFirst("^(\\d+,\\d+),\\d+", "$1"))
                        .append('\n'));
        return rest.toString();
    }
}
