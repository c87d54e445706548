package org.ranvier.testbench.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.nir.file.NirFile;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.run.CsvFrames;
import org.ranvier.testbench.nir.run.EventFrames;
import org.ranvier.testbench.nir.run.Executor;
import org.ranvier.testbench.nir.run.Recorder;
import org.ranvier.testbench.nir.run.Recordings;
import org.ranvier.testbench.nir.run.RunRules;
import org.ranvier.testbench.nir.run.RunSummary;
import org.ranvier.testbench.nir.run.Totals;
import org.ranvier.testbench.train.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nir run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs a network on a CSV file (a row a step, a column an input) or on recordings of events.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier nir run lif.nir --input spikes.csv --record lif --out lif     rasters and potentials, a row a step",
            "  ranvier nir run rnn.nir --input touch.csv --reset subtract            resets as the network was trained with",
            "  ranvier nir run cnn.nir --input nmnist.zip --steps 300                accuracy on recordings, bins of 1 ms",
            "  ranvier nir run cnn.nir --input nmnist.zip --steps 300 --precision int8     on the chip, and what that costs",
            "  ranvier nir run rnn.nir --input touch.csv --precision q15 --report --out rnn     a page of what the chip did",
            "",
            "--out DIR gets summary.json and, for a CSV file, spikes-NODE.csv, potential-NODE.csv and output-NODE.csv; for",
            "recordings samples.csv.",
            "",
            "docs/design/nir.md has the update rules."
        })
final class NirRunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NirFileOptions file;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "PATH",
            description = "A .csv file without a header, or a folder, archive or file of recordings.")
    private Path input;

    @Option(names = "--part", paramLabel = "NAME", description = "Recordings: train or test (default: test, or all).")
    private String part;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "Recordings: their format, if the files do not tell (ranvier data list).")
    private String format;

    @Option(names = "--samples", paramLabel = "N", description = "Recordings: the first N (default: all).")
    private Integer samples;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps; after its end the input is silent (default: as many as the input has).")
    private Integer steps;

    @Mixin
    private NirRules rules;

    @Mixin
    private NirExecution execution;

    @Option(
            names = "--record",
            split = ",",
            paramLabel = "NODE",
            description = "CSV input: write the potentials of these populations too.")
    private List<String> record = List.of();

    @Mixin
    private ResultOptions results;

    private Path out;

    NirRunCommand() {}

    @Override
    public Integer call() {
        if (steps != null) {
            ConfigurationException.checkRange("--steps", steps, 1, EventFrames.MOST_STEPS);
        }
        if (samples != null) {
            ConfigurationException.checkRange("--samples", samples, 1, Integer.MAX_VALUE);
        }
        if (results.page() && !execution.usesChip()) {
            throw ConfigurationException.of("--report", "--precision float", "q15 or int8: a page shows a chip");
        }
        final boolean csv = input.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        final NirFile content = file.read();
        final Network network = file.network(content);
        final RunRules chosen = rules.of(network);
        out = results.directory("nir-" + file.name());
        if (!record.isEmpty() && (out == null || !csv)) {
            throw ConfigurationException.of("--record", String.join(",", record), "a CSV file as --input, and --out");
        }
        final Totals totals = new Totals(network);
        final Map<String, Object> outcome = csv ? sample(network, chosen, totals) : recordings(network, chosen, totals);
        outcome.putAll(execution.report());
        final PrintWriter print = spec.commandLine().getOut();
        NirRunText.print(print, network, totals, chosen, outcome);
        if (execution.usesChip()) {
            NirRunText.printChip(print, new JsonMapper().valueToTree(outcome));
            execution.faults().forEach(print::println);
        }
        final Map<String, Object> summary = RunSummary.of(content, execution.precision(), chosen, totals, network);
        summary.putAll(outcome);
        Main.observer(spec).finished(summary);
        if (out != null) {
            write(summary, print);
        }
        return 0;
    }

    private void write(final Map<String, Object> summary, final PrintWriter print) {
        if (execution.usesChip()) {
            results.write(out, summary, execution.observed(), print);
        } else {
            OutputFile.write(out.resolve("summary.json"), Json.pretty(summary));
        }
    }

    private Map<String, Object> sample(final Network network, final RunRules chosen, final Totals totals) {
        final CsvFrames frames = new CsvFrames(input, network.inputSize());
        final int length = steps == null ? frames.steps() : steps;
        final Executor executor =
                execution.executor(network, chosen, calibration -> calibration.observe(frames, length), out != null);
        if (out == null) {
            executor.run(frames, length, totals);
        } else {
            try (Recorder recorder = new Recorder(network, record, out)) {
                executor.run(frames, length, (step, activity) -> {
                    totals.step(step, activity);
                    recorder.step(step, activity);
                });
                recorder.commit();
            }
        }
        return RunSummary.sample(totals);
    }

    private Map<String, Object> recordings(final Network network, final RunRules chosen, final Totals totals) {
        final List<Recordings.Outcome> outcomes;
        try (Recordings recordings = new Recordings(input, part, format)) {
            final int count = samples == null ? recordings.size() : Math.min(samples, recordings.size());
            final int length = steps == null ? 0 : steps;
            final Executor executor = execution.executor(
                    network,
                    chosen,
                    calibration -> recordings.visit(
                            network,
                            chosen.dt(),
                            Math.min(execution.calibrate(), recordings.size()),
                            length,
                            (sample, frames, taken) -> calibration.observe(frames, taken)),
                    out != null);
            try (RunProgress progress = new RunProgress(network.source(), count)) {
                outcomes = recordings.run(network, executor, chosen.dt(), count, length, totals, progress::done);
            }
        }
        if (out != null) {
            OutputFile.write(out.resolve("samples.csv"), Recordings.csv(outcomes));
        }
        return RunSummary.recordings(outcomes);
    }
}
