package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.state.Stateful;
import org.ranvier.testbench.checkpoint.Checkpoints;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.fault.FaultReport;
import org.ranvier.testbench.noc.PacketRecorder;
import org.ranvier.testbench.report.RunRecorder;
import org.ranvier.testbench.train.Json;
import org.ranvier.testbench.train.ModelContainer;
import org.ranvier.testbench.train.RunOptions;
import org.ranvier.testbench.train.TrainResult;
import org.ranvier.testbench.train.TrainSummary;
import org.ranvier.testbench.train.Training;
import org.ranvier.testbench.train.TrainingCursor;
import org.ranvier.testbench.train.Wear;

/** Runs trainings of any rule, prints their tables and writes their files. */
final class TrainRunner {
    private final TrainingOptions options;
    private final boolean wear;
    private final PrintWriter text;

    /**
     * @param options what any rule's run does
     * @param wear whether wear of devices is written
     * @param text gets the table
     */
    TrainRunner(final TrainingOptions options, final boolean wear, final PrintWriter text) {
        this.options = options;
        this.wear = wear;
        this.text = text;
    }

    /**
     * What was trained.
     *
     * @param run the run, whose chip is as training left it
     * @param result of it
     * @param directory where its results are
     */
    record Trained<T extends Training>(T run, TrainResult result, Path directory) {
        /** @return where its model goes */
        Path model() {
            return directory.resolve(ModelContainer.IN_DIRECTORY);
        }
    }

    /**
     * Trains a network for every seed.
     *
     * @param run what each does
     * @param make builds one that has its seed
     * @param dataset name of the data set
     */
    <T extends Training> void train(final RunOptions run, final Function<RunOptions, T> make, final String dataset) {
        train(run, make, dataset, trained -> {});
    }

    /**
     * Trains a network for every seed.
     *
     * @param run what each does
     * @param make builds one that has its seed
     * @param dataset name of the data set
     * @param results writes what else comes of each
     */
    <T extends Training> void train(
            final RunOptions run,
            final Function<RunOptions, T> make,
            final String dataset,
            final Consumer<Trained<T>> results) {
        options.requireOneSeed("--packets", options.packets());
        options.requireOneSeed(CheckpointOption.NAME, options.checkpointEvery());
        final long[] seeds = options.seeds();
        final SeedTable table = new SeedTable(text);
        for (final long seed : seeds) {
            final T training = make.apply(run.withSeed(seed));
            final Path all = options.directory(training.rule(), dataset);
            final Path directory = seeds.length == 1 ? all : all.resolve("seed-" + seed);
            try (Checkpoints checkpoints = options.checkpoints(directory, training)) {
                results.accept(
                        new Trained<>(training, run(training, dataset, directory, checkpoints, table), directory));
                checkpoints.finish();
            }
            if (seed == seeds[seeds.length - 1] && seeds.length > 1) {
                table.explain(all);
            }
        }
    }

    private TrainResult run(
            final Training run,
            final String dataset,
            final Path directory,
            final Checkpoints checkpoints,
            final SeedTable seeds) {
        run.chip().chip().faults().check();
        options.observer().built(run.chip().chip(), run.chip().layers().chip());
        final TrainTable table = new TrainTable(text);
        checkpoints.announce(text);
        table.header(dataset, run);
        final TrainResult result;
        final RunRecorder observer;
        try (PacketRecorder recorder = recorder(run, checkpoints);
                ProgressListener listener =
                        new ProgressListener(table, recorder == null ? () -> {} : recorder::complete)) {
            observer = new RunRecorder(options.words(), run.chip(), run.profile(), listener);
            final TrainingCursor cursor = new TrainingCursor(run, observer);
            checkpoints.run(cursor, recorder == null ? new Stateful[] {observer} : new Stateful[] {observer, recorder});
            result = cursor.result();
        }
        final Map<String, Object> summary = TrainSummary.of(Version.number(), dataset, run, result);
        final Map<String, Double> accuracies = options.baseline() ? run.baseline(dataset) : Map.of();
        if (options.baseline()) {
            summary.put("baseline", accuracies);
        }
        if (wear) {
            summary.put("wear", Wear.summary(run.chip()));
            OutputFile.write(directory.resolve("wear.csv"), Wear.csv(run.chip()));
        }
        FaultReport.put(summary, run.chip().chip());
        OutputFile.write(directory.resolve("history.csv"), TrainSummary.history(run, result));
        OutputFile.write(directory.resolve("summary.json"), Json.pretty(summary));
        options.observer().finished(summary);
        table.explain(run, result, accuracies, directory);
        FaultReport.lines(run.chip().chip()).forEach(text::println);
        options.report().write(directory, observer.describe(), text);
        seeds.add(run.runOptions().seed(), result, (List<?>) summary.get("feedback_alignment"));
        return result;
    }

    private PacketRecorder recorder(final Training run, final Checkpoints checkpoints) {
        final Path file = options.packets();
        if (file == null) {
            return null;
        }
        OutputFile.requireWritable("--packets", file);
        final Fabric fabric = run.chip().chip().fabric();
        if (checkpoints.goesOn()) {
            return PacketRecorder.resumed(file, fabric);
        }
        return options.checkpointEvery() == null
                ? new PacketRecorder(file, fabric)
                : PacketRecorder.resumable(file, fabric);
    }
}
