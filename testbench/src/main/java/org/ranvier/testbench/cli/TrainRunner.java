package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.noc.PacketRecorder;
import org.ranvier.testbench.train.Json;
import org.ranvier.testbench.train.TrainResult;
import org.ranvier.testbench.train.TrainSummary;
import org.ranvier.testbench.train.Training;
import org.ranvier.testbench.train.Wear;

/** Runs a training of any rule, prints its table and writes its files. */
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

    TrainResult run(final Training run, final String dataset) {
        final Path directory = options.directory(run.rule(), dataset);
        OutputFile.requireDirectory("--out", directory);
        final TrainTable table = new TrainTable(text);
        table.header(dataset, run);
        final TrainResult result;
        try (PacketRecorder recorder = recorder(run);
                ProgressListener listener =
                        new ProgressListener(table, recorder == null ? () -> {} : recorder::complete)) {
            result = run.run(listener);
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
        table.explain(run, result, accuracies, directory);
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
