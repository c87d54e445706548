package org.ranvier.testbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.testbench.anytime.AnytimeInference;
import org.ranvier.testbench.anytime.AnytimeModel;
import org.ranvier.testbench.anytime.AnytimeModelFile;
import org.ranvier.testbench.anytime.StopRule;
import org.ranvier.testbench.anytime.ThresholdTables;
import org.ranvier.testbench.anytime.Tradeoff;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.fault.FaultReport;
import org.ranvier.testbench.report.TestRecorder;
import org.ranvier.testbench.train.Json;
import org.ranvier.testbench.train.Training;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code infer anytime}. */
@Command(
        name = "anytime",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tests a model that train anytime saved, twice on the same spikes: to the last tick, and stopping as soon as the"
                    + " gap between the two largest accumulated logits is wide enough.",
            "Prints accuracy, ticks, cycles, energy and what was saved as JSON; writes the same to DIR/summary.json."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier infer anytime --model digits.model --epsilon .02       thresholds of ranvier calibrate",
            "  ranvier infer anytime --model digits.model --beta 4            one threshold, in logits",
            "  ranvier infer anytime --model digits.model --confidence .99    never less sure than that",
            "  ranvier infer anytime --model digits.model --beta 4 --plot tradeoff.svg"
        })
final class InferAnytimeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "What train anytime --save wrote.")
    private Path modelFile;

    @ArgGroup(multiplicity = "1")
    private Stop stop;

    /** When to stop. */
    private static final class Stop {
        @Option(
                names = "--epsilon",
                paramLabel = "E",
                description = "The table that was calibrated for a share E of wrong early answers.")
        private Double epsilon;

        @Option(names = "--beta", paramLabel = "B", description = "One gap for all ticks, in accumulated logits.")
        private Double beta;

        @Option(
                names = "--confidence",
                paramLabel = "C",
                description = "One gap for all ticks, wide enough for a softmax above C: ln((K - 1) C / (1 - C)).")
        private Double confidence;
    }

    @Option(
            names = "--thresholds",
            paramLabel = "FILE.json",
            description = "The calibrated tables (default: MODEL.thresholds.json, where calibrate puts them).")
    private Path thresholds;

    @Option(
            names = {"--samples", "--test-samples"},
            paramLabel = "N",
            description = "The first N test images (default: all).")
    private Integer samples;

    @Option(
            names = "--plot",
            paramLabel = "FILE.svg",
            description = "Draw accuracy against speed-up, for many gaps and all calibrated tables.")
    private Path plot;

    @Mixin
    private SampleOptions data;

    @Mixin
    private ChipOptions chip;

    @Mixin
    private FaultOptions faults;

    @Mixin
    private EnergyOptions energy;

    @Mixin
    private TraceOptions trace;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the result goes (default runs/infer-anytime-DATASET).")
    private Path out;

    @Mixin
    private ReportOption page;

    private TestRecorder recorder;

    InferAnytimeCommand() {}

    @Override
    public Integer call() {
        if (plot != null) {
            OutputFile.requireWritable("--plot", plot);
        }
        final AnytimeModel model = AnytimeModelFile.load(modelFile);
        final StopRule rule = rule(model);
        try (DataSet set = data.load(model.header().dataset(), model.header().ticks())) {
            infer(model, rule, set);
        }
        return 0;
    }

    private void infer(final AnytimeModel model, final StopRule rule, final DataSet set) {
        final ImageSet images = Training.first("--samples", set.test(), samples);
        final AnytimeInference inference =
                new AnytimeInference(model, set, images, faults.apply(chip.spec()), energy.profile());
        inference.observer(Main.observer(command));
        final Path directory = out == null ? Path.of("runs", "infer-anytime-" + set.name()) : out;
        OutputFile.requireDirectory("--out", directory);
        final Map<String, Object> report;
        try (ProgressListener progress = new ProgressListener(null, () -> {})) {
            report = inference.run(rule, progress, stopping -> {
                recorder = new TestRecorder(Main.words(command), stopping, energy.profile(), progress);
                return recorder;
            });
            if (plot != null) {
                final Tradeoff tradeoff = new Tradeoff(model, inference.trace("curve", progress), tables(model));
                report.put("tradeoff", tradeoff.report());
                OutputFile.write(
                        plot,
                        tradeoff.plot(model.header().loss() + " on " + set.name() + ", T = "
                                        + model.header().ticks())
                                .svg());
            }
        }
        inference
                .tested()
                .forEach(chip ->
                        FaultReport.lines(chip).forEach(command.commandLine().getErr()::println));
        final String json = Json.pretty(report);
        OutputFile.write(directory.resolve("summary.json"), json);
        command.commandLine().getOut().print(json);
        page.write(directory, recorder.describe(), command.commandLine().getErr());
        Main.observer(command).finished(report);
    }

    private StopRule rule(final AnytimeModel model) {
        if (stop.beta != null) {
            return StopRule.beta(model, stop.beta);
        }
        if (stop.confidence != null) {
            return StopRule.confidence(model, stop.confidence);
        }
        final Path file = tablesFile();
        return StopRule.epsilon(ThresholdTables.load(file, model).find(stop.epsilon, file));
    }

    private ThresholdTables tables(final AnytimeModel model) {
        return thresholds != null || Files.exists(tablesFile())
                ? ThresholdTables.load(tablesFile(), model)
                : ThresholdTables.none(model);
    }

    private Path tablesFile() {
        return thresholds == null ? ThresholdTables.beside(modelFile) : thresholds;
    }
}
