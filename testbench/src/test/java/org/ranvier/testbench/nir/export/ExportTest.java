package org.ranvier.testbench.nir.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.anytime.AnytimeModel;
import org.ranvier.testbench.anytime.AnytimeModelFile;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.nir.file.NirFile;
import org.ranvier.testbench.nir.file.NirWriter;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.run.FloatExecutor;
import org.ranvier.testbench.nir.run.RunRules;
import org.ranvier.testbench.nir.run.Runs;
import org.ranvier.testbench.nir.run.Totals;
import org.ranvier.testbench.reference.AnytimeReference;
import org.ranvier.testbench.reference.sfdfa.SfdfaRecipes;
import org.ranvier.testbench.reference.sfdfa.SfdfaReference;
import org.ranvier.testbench.reference.sfdfa.SfdfaSpec;
import org.ranvier.testbench.reference.sfdfa.SfdfaTiming;
import org.ranvier.testbench.train.Model;
import org.ranvier.testbench.train.ModelContainer;
import org.ranvier.testbench.train.ModelFile;
import org.ranvier.testbench.train.SfdfaModel;

/** Models, saved, exported, read again and run, against the equations of their rules in real numbers and the reference in integers. */
class ExportTest {
    private static final double DT = 2e-4;

    @TempDir
    private Path directory;

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void shouldGiveTheLogitsOfARealNetworkWhenAnAnytimeModelIsExported() {
        final int[] sizes = {30, 20, 12, 5};
        final int ticks = 12;
        final int[][][] weights = weights(sizes, 0, 127);
        final int[] thresholds = {200, 150};
        // Powers of two, so that both sums are exact and no tie depends on their order.
        final double[] scales = {128, 64, 64};
        final Path file = directory.resolve("a.model");
        AnytimeModelFile.save(
                file,
                new AnytimeModel(
                        new AnytimeModel.Header(
                                "anytime", sizes, ticks, "integrate", 1, thresholds, scales, 1, "tet", "mnist", 1, 1),
                        weights));
        final Network network = exported(file);
        final AnytimeReference reference = new AnytimeReference(weights, thresholds, ticks, null, 1);
        final int samples = 100;
        int agreed = 0;
        for (int sample = 0; sample < samples; sample++) {
            final int[][] spikes = spikes(ticks, sizes[0], .3);
            final double[] sums = run(network, rows(spikes, sizes[0]), ticks, RunRules.Reset.FILE);

            assertThat(sums).containsExactly(logits(weights, thresholds, scales, spikes), within(1e-9));
            reference.run(spikes);
            agreed += largest(sums) == reference.classes()[ticks - 1] ? 1 : 0;
        }
        // The reference halves potentials downwards.
        assertThat(agreed).isGreaterThanOrEqualTo(samples * 9 / 10);
    }

    private static double[] logits(
            final int[][][] weights, final int[] thresholds, final double[] scales, final int[][] spikes) {
        final double[][] v = {new double[20], new double[12]};
        final double[] sums = new double[5];
        for (final int[] tick : spikes) {
            int[] active = tick;
            for (int layer = 0; layer < v.length; layer++) {
                final List<Integer> fired = new ArrayList<>();
                for (int i = 0; i < v[layer].length; i++) {
                    v[layer][i] /= 2;
                    for (final int input : active) {
                        v[layer][i] += weights[layer][input][i] / scales[layer];
                    }
                    if (v[layer][i] > (thresholds[layer] + .5) / scales[layer]) {
                        v[layer][i] = 0;
                        fired.add(i);
                    }
                }
                active = fired.stream().mapToInt(Integer::intValue).toArray();
            }
            for (int o = 0; o < sums.length; o++) {
                for (final int input : active) {
                    sums[o] += weights[2][input][o] / scales[2];
                }
            }
        }
        return sums;
    }

    @Test
    void shouldFireAsOnTheChipWhenASfdfaModelIsExported() {
        final ImageSet images = DataSets.load("mnist", null).train();
        final int[] sizes = {784, 24, 10};
        final SfdfaReference reference = new SfdfaReference(excitable(SfdfaRecipes.r1(sizes, 4)));
        for (int i = 0; i < 300; i++) {
            reference.learn(images.pixels(), images.offset(i), images.label(i));
        }
        final Path file = directory.resolve("s.model");
        final SfdfaTiming timing = reference.spec().timing();
        new SfdfaModel(
                        new SfdfaModel.Header(
                                "sfdfa",
                                sizes,
                                timing.steps(),
                                timing.lastInput(),
                                timing.membraneShift(),
                                timing.currentShift(),
                                new int[] {
                                    reference.spec().layer(1).threshold(),
                                    reference.spec().layer(2).threshold()
                                },
                                new int[] {10, 10},
                                4,
                                "mnist",
                                .5),
                        new int[][][] {turned(reference.weights(1)), turned(reference.weights(2))})
                .save(file);
        final Network network = exported(file);
        final int steps = timing.steps() - 2;
        int spikes = 0;
        int wrong = 0;
        for (int image = 300; image < 340; image++) {
            reference.classify(images.pixels(), images.offset(image));
            final double[][] input = new double[timing.steps()][sizes[0]];
            for (int pixel = 0; pixel < sizes[0]; pixel++) {
                final int step = timing.inputStep(images.pixel(image, pixel));
                if (step >= 0) {
                    input[step][pixel] = 1;
                }
            }

            final double[] counts = run(network, input, steps, RunRules.Reset.SUBTRACT);

            for (int o = 0; o < counts.length; o++) {
                spikes += reference.counts(2)[o];
                wrong += (int) Math.abs(counts[o] - reference.counts(2)[o]);
            }
        }
        assertThat(spikes).isGreaterThan(1000);
        // Rounded potentials and currents move a spike across a step, and now and then over the end of the sample.
        assertThat(wrong).isLessThanOrEqualTo(spikes / 100);
    }

    /** Start weights that make small layers fire from the first image on. */
    private static SfdfaSpec excitable(final SfdfaSpec spec) {
        return spec.withLayers(
                List.of(spec.layer(1).withStart(-512, 768), spec.layer(2).withStart(-1024, 4096)));
    }

    private static int[][] turned(final int[][] matrix) {
        final int[][] turned = new int[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < turned.length; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
    }

    @Test
    void shouldGiveTheMeanFieldWhenAnSsnnBpModelIsExported() {
        final int[] sizes = {16, 10, 4};
        final int steps = 512;
        final int[][][] weights = weights(sizes, 1, 1 << 19);
        final Path file = directory.resolve("m.model");
        ModelFile.save(
                file, new Model(new Model.Header("ssnn-bp", sizes, 16, true, 2, 1, "ideal", "mnist", .5), weights));
        final Network network = exported(file);
        for (int sample = 0; sample < 20; sample++) {
            final double[] rates = new double[sizes[0]];
            Arrays.setAll(rates, i -> random.nextInt(256) / 256.0);
            final double[][] input = new double[steps][];
            Arrays.fill(input, rates);

            final double[] sums = run(network, input, steps, RunRules.Reset.SUBTRACT);

            final double[] hidden = sums(weights[0], rates);
            Arrays.setAll(hidden, i -> Math.max(0, Math.min(1, hidden[i])));
            final double[] expected = sums(weights[1], hidden);
            for (int o = 0; o < sums.length; o++) {
                // A rate is exact to one spike of all steps.
                double bound = 1e-9;
                for (int i = 0; i < sizes[1]; i++) {
                    bound += Math.abs(weights[1][i][o]) / (double) (1 << 20) / steps;
                }
                assertThat(sums[o] / steps).isCloseTo(expected[o], within(bound));
            }
        }
    }

    private static double[] sums(final int[][] crossbar, final double[] rates) {
        final double[] sums = new double[crossbar[0].length];
        for (int row = 0; row < crossbar.length; row++) {
            for (int column = 0; column < sums.length; column++) {
                sums[column] += (row < rates.length ? rates[row] : 1) * crossbar[row][column] / (1 << 20);
            }
        }
        return sums;
    }

    @Test
    void shouldReadTheModelOfADirectoryAndRefuseOthers() throws Exception {
        final Path file = directory.resolve(ModelContainer.IN_DIRECTORY);
        ModelFile.save(
                file,
                new Model(
                        new Model.Header("ssnn-bp", new int[] {2, 2}, 16, true, 2, 1, "ideal", "mnist", .5),
                        weights(new int[] {2, 2}, 1, 9)));
        assertThat(Exported.of(directory, DT).graph().nodes()).containsOnlyKeys("input", "fc1", "output");
        Files.delete(file);

        assertThatThrownBy(() -> Exported.of(directory, DT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file + ": no such file");
    }

    private Network exported(final Path model) {
        final Path file = directory.resolve("net.nir");
        NirWriter.write(file, Exported.of(model, DT).graph());
        return NirFile.read(file).network(Map.of());
    }

    private static double[] run(
            final Network network, final double[][] rows, final int steps, final RunRules.Reset reset) {
        final Totals totals = new Totals(network);
        new FloatExecutor(network, new RunRules(DT, reset, RunRules.Spikes.ONE, RunRules.Charge.STEP))
                .run(Runs.frames(rows), steps, totals);
        return totals.sums();
    }

    private int[][][] weights(final int[] sizes, final int moreRows, final int largest) {
        final int[][][] weights = new int[sizes.length - 1][][];
        for (int layer = 0; layer < weights.length; layer++) {
            weights[layer] = new int[sizes[layer] + moreRows][sizes[layer + 1]];
            for (final int[] row : weights[layer]) {
                Arrays.setAll(row, i -> random.nextInt(-largest, largest + 1));
            }
        }
        return weights;
    }

    private int[][] spikes(final int ticks, final int inputs, final double probability) {
        final int[][] spikes = new int[ticks][];
        for (int tick = 0; tick < ticks; tick++) {
            final List<Integer> active = new ArrayList<>();
            for (int i = 0; i < inputs; i++) {
                if (random.nextDouble() < probability) {
                    active.add(i);
                }
            }
            spikes[tick] = active.stream().mapToInt(Integer::intValue).toArray();
        }
        return spikes;
    }

    private static double[][] rows(final int[][] spikes, final int inputs) {
        final double[][] rows = new double[spikes.length][inputs];
        for (int tick = 0; tick < rows.length; tick++) {
            for (final int input : spikes[tick]) {
                rows[tick][input] = 1;
            }
        }
        return rows;
    }

    private static int largest(final double[] sums) {
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        return best;
    }
}
