package org.ranvier.testbench.cli;

import java.nio.file.Path;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.train.RunOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a training run that do not depend on its rule. */
final class TrainingOptions {
    private static final int USUAL_TEST_EVERY = 2;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            description = "Neurons of the hidden layers (default 100).")
    private int[] hidden = {100};

    @Option(names = "--epochs", paramLabel = "E", description = "Passes over the images (default ${DEFAULT-VALUE}).")
    private int epochs = 4;

    @Option(names = "--train-samples", paramLabel = "N", description = "The first N training images (default: all).")
    private Integer trainSamples;

    @Option(names = "--test-samples", paramLabel = "N", description = "The first N test images (default: all).")
    private Integer testSamples;

    @Option(
            names = "--test-every",
            paramLabel = "E",
            description = "Epochs between tests; the last one is tested in any case (default 2; with --packets the last"
                    + " one only).")
    private Integer testEvery;

    @Option(names = "--seed", paramLabel = "S", description = "Any 64-bit integer (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private ChipOptions chip;

    @Mixin
    private WiresOption wires;

    @Mixin
    private EnergyOptions energy;

    @Option(
            names = "--wear",
            description = "Count pulses and half-selects of every device; writes DIR/wear.csv and sums it up.")
    private boolean wear;

    @Option(
            names = "--baseline",
            description = "Train the same network by plain back-propagation too, and put its accuracy beside.")
    private boolean baseline;

    @Option(
            names = "--packets",
            paramLabel = "FILE.csv",
            description =
                    "Write the packets of all training images, for noc replay. Tests between epochs, if --test-every"
                            + " asks for any, are in it too, because they leave their mark on the routers.")
    private Path packets;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go (default runs/RULE-DATASET).")
    private Path out;

    /** @return the data set */
    DataSet data() {
        return data.load("mnist");
    }

    /** @return the chip, counting wear if that was asked for */
    ChipSpec chip() {
        final ChipSpec spec = wires.apply(chip.spec());
        return wear ? spec.withTile(spec.tile().withWear()) : spec;
    }

    /** @return what events cost */
    EnergyProfile profile() {
        return energy.profile();
    }

    /** @return whether wear is counted */
    boolean wear() {
        return wear;
    }

    /** @return whether plain back-propagation is put beside */
    boolean baseline() {
        return baseline;
    }

    /** @return where packets go, or null */
    Path packets() {
        return packets;
    }

    /** @return where results go */
    Path directory(final String rule, final String dataset) {
        return out == null ? Path.of("runs", rule + "-" + dataset) : out;
    }

    /** @return what the run does */
    RunOptions run(final Double eta, final String device) {
        return new RunOptions(hidden, epochs, trainSamples, testSamples, epochsBetweenTests(), eta, seed, device);
    }

    private int epochsBetweenTests() {
        if (testEvery != null) {
            return testEvery;
        }
        return packets == null ? USUAL_TEST_EVERY : epochs;
    }
}
