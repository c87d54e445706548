package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.checkpoint.Checkpoints;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.observe.ChipObserver;
import org.ranvier.testbench.train.RunOptions;
import org.ranvier.testbench.train.Training;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of a training run that do not depend on its rule. */
final class TrainingOptions {
    private static final Defaults USUAL = new Defaults(4, null, 2);

    /**
     * What a run does unless it is told otherwise.
     *
     * @param epochs passes over the images
     * @param trainSamples images of a pass, or null for all
     * @param testEvery epochs between tests
     */
    record Defaults(int epochs, Integer trainSamples, int testEvery) {}

    @Mixin
    private SampleOptions samples;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            description = "Neurons of the hidden layers (default 100).")
    private int[] hidden = {100};

    @Option(names = "--epochs", paramLabel = "E", description = "Passes over the images (default 4; sfdfa see below).")
    private Integer epochs;

    @Option(names = "--train-samples", paramLabel = "N", description = "The first N training images (default: all).")
    private Integer trainSamples;

    @Option(names = "--test-samples", paramLabel = "N", description = "The first N test images (default: all).")
    private Integer testSamples;

    @Option(
            names = "--test-every",
            paramLabel = "E",
            description =
                    "Epochs between tests; the last one is tested in any case (default 2, sfdfa 1; with --packets the"
                            + " last one only).")
    private Integer testEvery;

    @Option(
            names = "--seed",
            paramLabel = "S",
            split = ",",
            description =
                    "Any 64-bit integer (default 1). Several train as many networks, each to DIR/seed-S, and print"
                            + " means with standard errors, which go to DIR/seeds.csv seed by seed.")
    private long[] seeds = {1};

    @Mixin
    private ChipOptions chip;

    @Mixin
    private FaultOptions faults;

    @Mixin
    private EnergyOptions energy;

    @Mixin
    private TraceOptions trace;

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

    @Mixin
    private ReportOption report;

    @Mixin
    private CheckpointOption checkpoint;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go (default runs/RULE-DATASET).")
    private Path out;

    /** @return the data set, recordings as counts; to be closed */
    DataSet data() {
        return samples.load("mnist");
    }

    /**
     * @param steps steps of a sample
     * @return the data set, recordings as spikes in so many steps; to be closed
     */
    DataSet data(final int steps) {
        return samples.load("mnist", steps);
    }

    /** @return the chip */
    ChipSpec chip() {
        return faults.apply(chip.spec());
    }

    /** @return is to be handed the chip before it runs */
    ChipObserver observer() {
        return Main.observer(command);
    }

    /** @return what events cost */
    EnergyProfile profile() {
        return energy.profile();
    }

    /** @return whether plain back-propagation is put beside */
    boolean baseline() {
        return baseline;
    }

    /** @return the seeds of the networks to train, one or more */
    long[] seeds() {
        return seeds.clone();
    }

    /**
     * Refuses an option that writes one file, or nothing, for several networks.
     *
     * @param option its name
     * @param value what it was given; null when it was not
     */
    void requireOneSeed(final String option, final Object value) {
        if (value != null && seeds.length > 1) {
            throw ConfigurationException.of(option, value, "no such option, or a single --seed");
        }
    }

    /** @return whether a report is written, and what writes it */
    ReportOption report() {
        return report;
    }

    /** @return the words of the command line */
    List<String> words() {
        return Main.words(command);
    }

    /** @return training images between two checkpoints, or null for none */
    Integer checkpointEvery() {
        return checkpoint.every();
    }

    /**
     * Gives the checkpoints of a run.
     *
     * @param directory where its results go
     * @param run the run
     * @return they
     */
    Checkpoints checkpoints(final Path directory, final Training run) {
        return checkpoint.checkpoints(command, directory, run.trainImages(), run.testImages());
    }

    /** @return where packets go, or null */
    Path packets() {
        return packets;
    }

    /** @return where results go; those of a network among several, to its folder in there */
    Path directory(final String rule, final String dataset) {
        return out == null ? Path.of("runs", rule + "-" + dataset) : out;
    }

    /**
     * Gives what the run does.
     *
     * @param eta learning rate, or null for the rule's
     * @param device name of the devices
     * @return the run, with the usual epochs and tests where nothing else was asked for
     */
    RunOptions run(final Double eta, final String device) {
        return run(USUAL, eta, device);
    }

    /**
     * Gives what the run does, for a rule with defaults of its own.
     *
     * @param usual its defaults
     * @param eta learning rate, or null for the rule's
     * @param device name of the devices
     * @return the run
     */
    RunOptions run(final Defaults usual, final Double eta, final String device) {
        final int passes = epochs == null ? usual.epochs() : epochs;
        final int between = packets == null ? usual.testEvery() : passes;
        return new RunOptions(
                hidden,
                passes,
                trainSamples == null ? usual.trainSamples() : trainSamples,
                testSamples,
                testEvery == null ? between : testEvery,
                eta,
                seeds[0],
                device);
    }
}
