package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.report.TestRecorder;
import org.ranvier.testbench.train.Json;
import org.ranvier.testbench.train.Model;
import org.ranvier.testbench.train.ModelFile;
import org.ranvier.testbench.train.PcmOptions;
import org.ranvier.testbench.train.SsnnBpInference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code infer}. */
@Command(
        name = "infer",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = InferAnytimeCommand.class,
        description = "Tests a saved model on the chip and prints accuracy, cycles and energy per inference as JSON.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train ssnn-bp --save digits.model",
            "  ranvier infer --model digits.model --infer-ticks 64",
            "  ranvier infer --model digits.model --fabric ideal --test-samples 1000",
            "  ranvier infer --model digits.model --pcm --after 1mo --compensation per-column     after a month of drift",
            "  ranvier infer --model digits.model --report --out runs/digits              a page about it",
            "  ranvier infer --model digits.model --wires 1e-4 --test-samples 200     through lines with resistance",
            "  ranvier infer anytime --help      models that train anytime saved, which stop as soon as they are sure"
        })
final class InferCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--model", paramLabel = "FILE", description = "What train ... --save wrote; required.")
    private Path model;

    @Mixin
    private SampleOptions data;

    @Option(names = "--test-samples", paramLabel = "N", description = "The first N test images (default: all).")
    private Integer testSamples;

    @Option(
            names = "--infer-ticks",
            paramLabel = "N",
            description = "Winner spikes counted for an image (default ${DEFAULT-VALUE}).")
    private int inferTicks = 32;

    @Mixin
    private PcmChoice pcm;

    @Mixin
    private ChipOptions chip;

    @Mixin
    private FaultOptions faults;

    @Mixin
    private WiresOption wires;

    @Mixin
    private EnergyOptions energy;

    @Mixin
    private ResultOptions results;

    @Mixin
    private TraceOptions trace;

    InferCommand() {}

    @Override
    public Integer call() {
        // Not by the parser: a subcommand has a model of its own.
        if (model == null) {
            throw new ParameterException(command.commandLine(), "Missing required option: '--model=FILE'");
        }
        final PcmOptions memory = pcm.options();
        final Model saved = ModelFile.load(model);
        final ChipSpec chipSpec = faults.apply(wires.apply(chip.spec()));
        try (DataSet set = data.load(saved.header().dataset())) {
            infer(saved, memory, chipSpec, set);
        }
        return 0;
    }

    private void infer(final Model saved, final PcmOptions memory, final ChipSpec chipSpec, final DataSet set) {
        final SsnnBpInference inference =
                new SsnnBpInference(saved, memory, set, testSamples, inferTicks, chipSpec, energy.profile());
        inference.chip().chip().faults().check();
        Main.observer(command).built(inference.chip().chip(), chipSpec);
        final Path directory = results.directory("infer-" + set.name());
        final Map<String, Object> result;
        final TestRecorder recorder;
        try (ProgressListener listener = new ProgressListener(null, () -> {})) {
            recorder = new TestRecorder(Main.words(command), inference.chip(), energy.profile(), listener);
            result = inference.run(recorder);
        }
        FaultOptions.report(
                inference.chip().chip(), result, command.commandLine().getErr());
        command.commandLine().getOut().print(Json.pretty(result));
        Main.observer(command).finished(result);
        if (directory != null) {
            results.write(
                    directory,
                    result,
                    recorder.describe(),
                    command.commandLine().getErr());
        }
    }
}
