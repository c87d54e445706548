package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.noc.PacketRecorder;
import org.ranvier.testbench.report.RunRecorder;
import org.ranvier.testbench.train.Json;
import org.ranvier.testbench.train.RunOptions;
import org.ranvier.testbench.train.TrainResult;
import org.ranvier.testbench.train.TrainSummary;
import org.ranvier.testbench.train.Training;
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
     * What was trained last.
     *
     * @param run the run, whose chip is as training left it
     * @param result of it
     */
    record Trained<T extends Training>(T run, TrainResult result) {}

    /**
     * Trains a network for every seed.
     *
     * @param run what each does
     * @param make builds one that has its seed
     * @param dataset name of the data set
     * @return the last one
     */
    <T extends Training> Trained<T> train(
            final RunOptions run, final Function<RunOptions, T> make, final String dataset) {
        options.requireOneSeed("--packets", options.packets());
        final long[] seeds = options.seeds();
        final SeedTable table = new SeedTable(text);
        T training = null;
        TrainResult result = null;
        for (final long seed : seeds) {
            training = make.apply(run.withSeed(seed));
            final Path directory = options.directory(training.rule(), dataset);
            result = run(training, dataset, seeds.length == 1 ? directory : directory.resolve("seed-" + seed), table);
        }
        if (seeds.length > 1) {
            table.explain(options.directory(training.rule(), dataset));
        }
        return new Trained<>(training, result);
    }

    private TrainResult run(final Training run, final String dataset, final Path directory, final SeedTable seeds) {
        OutputFile.requireDirectory("--out", directory);
        options.observer().built(run.chip().chip(), run.chip().layers().chip());
        final TrainTable table = new TrainTable(text);
        table.header(dataset, run);
        final TrainResult result;
        final RunRecorder observer;
        try (PacketRecorder recorder = recorder(run);
                ProgressListener listener =
                        new ProgressListener(table, recorder == null ? () -> {} : recorder::complete)) {
            observer = new RunRecorder(options.words(), run.chip(), run.profile(), listener);
            result = run.run(observer);
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
        OutputFile.write(directory.resolve("history.csv"), TrainSummary.history(run, result));
        OutputFile.write(directory.resolve("summary.json"), Json.pretty(summary));
        options.observer().finished(summary);
        table.explain(run, result, accuracies, directory);
        options.report().write(directory, observer.describe(), text);
        seeds.add(run.runOptions().seed(), result, (List<?>) summary.get("feedback_alignment"));
        return result;
    }

    private PacketRecorder recorder(final Training run) {
        if (options.packets() == null) {
            return null;
        }
        OutputFile.requireWritable("--packets", options.packets());
        return new PacketRecorder(options.packets(), run.chip().chip().fabric());
    }
}
