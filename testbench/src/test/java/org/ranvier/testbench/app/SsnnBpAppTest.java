package org.ranvier.testbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.programs.ssnnbp.SsnnBpMapping;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;

/** SSNN-BP written as an app is the SSNN-BP that the project maps itself. */
class SsnnBpAppTest {
    private static final int ALWAYS = 1 << 20;

    @Test
    void shouldLearnTheSameWeightsInTheSameCyclesWhenTheExampleRuns() {
        final AppChip app = new AppChip(AppReader.read(Examples.app("ssnn-bp")).withSamples(3));
        new AppRun(app).run(null, null, samples -> {});
        final SsnnBpChip chip = chip(new int[] {784, 100, 10}, 16, 1, 3);

        assertThat(hash(app)).isEqualTo(chip.weightsHash());
        assertThat(app.chip().cycle()).isEqualTo(chip.chip().cycle());
        assertThat(app.chip().array(1).coincidences())
                .isEqualTo(chip.coincidences(1))
                .isPositive();
    }

    @Test
    void shouldLearnTheSameWeightsWhenTheyStartFromAFile(@TempDir final Path directory) {
        final int[] sizes = {784, 12, 10};
        final SsnnBpChip chip = chip(sizes, 6, 5, 0);
        for (int crossbar = 1; crossbar <= 2; crossbar++) {
            Apps.write(directory, "w" + crossbar + ".csv", csv(chip.weights(crossbar)));
        }
        learn(chip, 4);
        final StringBuilder gumbel = new StringBuilder();
        for (final int entry : chip.chip().cores().get(2).region("GUM").cells()[0]) {
            gumbel.append(entry).append('\n');
        }
        Apps.write(directory, "gumbel.csv", gumbel.toString());
        Apps.write(directory, "app.yaml", APP);

        final AppChip app = new AppChip(AppReader.read(directory.resolve("app.yaml")));
        new AppRun(app).run(null, null, samples -> {});

        assertThat(hash(app)).isEqualTo(chip.weightsHash());
        assertThat(app.chip().array(2).coincidences())
                .isEqualTo(chip.coincidences(2))
                .isPositive();
    }

    private static final String APP = """
            chip: {mesh: 2x2}
            ticks: 9
            samples: 4
            seed: 5
            cores:
              - {name: in, program: "builtin:ssnnbp/input.asm", params: {NIN: 784}}
              - name: hid
                program: builtin:ssnnbp/layer.asm
                params: {NIN: 784, NOUT: 12, N: 6, L: 2, LAY: 1}
                array: {type: crossbar, device: {type: ideal, step: 1/256}, weights: w1.csv}
              - name: out
                program: builtin:ssnnbp/layer.asm
                params: {NIN: 12, NOUT: 10, N: 6, L: 2, LAY: 2}
                array: {type: crossbar, device: {type: ideal, step: 0.00390625}, weights: w2.csv}
                data: {GUM: gumbel.csv}
            routes:
              - {from: in, kind: SPK, to: hid}
              - {from: hid, kind: SPK, to: out}
              - {from: out, kind: GP, to: [hid]}
              - {from: out, kind: GN, to: [hid]}
              - {from: out, kind: RES, to: host}
            stimulus:
              images: {dataset: mnist, to: in, kind: PIX, label: {to: [hid, out], kind: LAB, payload: 1048576}}
            """;

    private static SsnnBpChip chip(final int[] sizes, final int ticks, final long seed, final int images) {
        final SsnnBpNetwork network = SsnnBpNetwork.of(sizes, ticks, seed, new IdealDevice(1.0 / 256, 0, 1));
        final SsnnBpChip chip = new SsnnBpChip(new SsnnBpMapping(network, ChipSpec.DEFAULT));
        learn(chip, images);
        return chip;
    }

    private static void learn(final SsnnBpChip chip, final int images) {
        final ImageSet digits = DataSets.load("mnist", null).train();
        for (int image = 0; image < images; image++) {
            chip.learn(digits.pixels(), digits.offset(image), digits.label(image), ALWAYS);
        }
    }

    private static String csv(final int[][] weights) {
        final StringBuilder csv = new StringBuilder("# weights\n");
        for (final int[] row : weights) {
            for (int column = 0; column < row.length; column++) {
                csv.append(column > 0 ? "," : "").append(String.format(Locale.ROOT, "%.20f", row[column] * 0x1p-20));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private static int hash(final AppChip app) {
        int hash = 0;
        for (int place = 1; place <= 2; place++) {
            final SynapseArray array = app.chip().array(place);
            for (int row = 0; row < array.rows(); row++) {
                for (int column = 0; column < array.columns(); column++) {
                    hash = 31 * hash + array.weight(row, column);
                }
            }
        }
        return hash;
    }
}
