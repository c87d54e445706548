package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.noc.PacketRecorder;
import org.ranvier.testbench.train.Baseline;
import org.ranvier.testbench.train.Json;
import org.ranvier.testbench.train.Model;
import org.ranvier.testbench.train.ModelFile;
import org.ranvier.testbench.train.SsnnBpTraining;
import org.ranvier.testbench.train.TrainOptions;
import org.ranvier.testbench.train.TrainResult;
import org.ranvier.testbench.train.TrainSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train ssnn-bp}. */
@Command(
        name = "ssnn-bp",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a network with SSNN-BP: spikes carry activations and gradients, and a weight changes when a forward and a"
                    + " gradient spike coincide at its device.",
            "Writes DIR/summary.json and DIR/history.csv. Figures are those of training; the tests' stand under \"test\"."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train ssnn-bp                                        MNIST, 784-100-10, under three minutes",
            "  ranvier train ssnn-bp --train-samples 500 --test-samples 500 --epochs 1     a few seconds",
            "  ranvier train ssnn-bp --data-dir mnist --eta 0.03            all 60,000 training images",
            "  ranvier train ssnn-bp --dataset fashion-mnist --data-dir fashion --hidden 200,50",
            "  ranvier train ssnn-bp --device constant-step --ticks 32      devices with spread and noise",
            "  ranvier train ssnn-bp --save digits.model && ranvier infer --model digits.model"
        })
final class TrainSsnnBpCommand implements Callable<Integer> {
    private static final int USUAL_TEST_EVERY = 2;

    @Spec
    private CommandSpec command;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            description = "Neurons of the hidden layers (default 100).")
    private int[] hidden = {100};

    @Option(names = "--ticks", paramLabel = "N", description = "Learning ticks of an image (default ${DEFAULT-VALUE}).")
    private int ticks = 16;

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

    @Option(
            names = "--infer-ticks",
            paramLabel = "N",
            description = "Winner spikes counted for a test image (default ${DEFAULT-VALUE}).")
    private int inferTicks = 32;

    @Option(
            names = "--eta",
            paramLabel = "X",
            description =
                    "Learning rate (default 0.05, Fashion-MNIST 0.01). The ideal device steps by eta/ticks; any other"
                            + " device keeps its own step dw, reaches at most ticks*dw, and is thinned below that.")
    private Double eta;

    @Option(
            names = "--learn-enable-decay",
            paramLabel = "X",
            description =
                    "Factor, an epoch, on the probability that a tick updates weights (default ${DEFAULT-VALUE}).")
    private double decay = 0.7;

    @Option(
            names = "--align",
            arity = "1",
            paramLabel = "true|false",
            description = "Delay lines pair a gradient spike with the spike that caused it (default ${DEFAULT-VALUE}).")
    private boolean align = true;

    @Option(names = "--seed", paramLabel = "S", description = "Any 64-bit integer (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--device",
            paramLabel = "TYPE",
            description = "The crossbars' devices: a type, a preset (see ranvier rpu list) or a FILE.yaml (default"
                    + " ${DEFAULT-VALUE}).")
    private String device = "ideal";

    @Mixin
    private ChipOptions chip;

    @Mixin
    private EnergyOptions energy;

    @Option(
            names = "--baseline",
            description = "Train the same network by plain back-propagation too, and put its accuracy beside.")
    private boolean baseline;

    @Option(names = "--save", paramLabel = "FILE", description = "Save the trained model.")
    private Path save;

    @Option(
            names = "--packets",
            paramLabel = "FILE.csv",
            description =
                    "Write the packets of all training images, for noc replay. Tests between epochs, if --test-every"
                            + " asks for any, are in it too, because they leave their mark on the routers.")
    private Path packets;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go (default runs/ssnn-bp-DATASET).")
    private Path out;

    TrainSsnnBpCommand() {}

    @Override
    public Integer call() {
        final TrainOptions options = options();
        final ChipSpec chipSpec = chip.spec();
        final DataSet set = data.load("mnist");
        final SsnnBpTraining run = new SsnnBpTraining(options, set, chipSpec, energy.profile());
        final Path directory = out == null ? Path.of("runs", "ssnn-bp-" + set.name()) : out;
        if (save != null) {
            OutputFile.requireWritable("--save", save);
        }
        OutputFile.requireDirectory("--out", directory);
        final PrintWriter text = command.commandLine().getOut();
        final TrainTable table = new TrainTable(text);
        table.header(set.name(), run);
        final TrainResult result;
        try (PacketRecorder recorder = recorder(run);
                ProgressListener listener =
                        new ProgressListener(table, recorder == null ? () -> {} : recorder::complete)) {
            result = run.run(listener);
        }
        final Map<String, Object> summary = TrainSummary.of(Version.number(), set.name(), run, result);
        final Map<String, Double> accuracies = baseline ? Baseline.of(run, set.name()) : Map.of();
        if (baseline) {
            summary.put("baseline", accuracies);
        }
        OutputFile.write(directory.resolve("history.csv"), TrainSummary.history(run, result));
        OutputFile.write(directory.resolve("summary.json"), Json.pretty(summary));
        table.explain(run, result, accuracies, directory);
        if (save != null) {
            ModelFile.save(save, Model.of(run, set.name(), result.accuracy()));
            text.printf("Saved the model as %s.%n", save);
        }
        return 0;
    }

    private PacketRecorder recorder(final SsnnBpTraining run) {
        if (packets == null) {
            return null;
        }
        OutputFile.requireWritable("--packets", packets);
        return new PacketRecorder(packets, run.chip().chip().fabric());
    }

    private int epochsBetweenTests() {
        if (testEvery != null) {
            return testEvery;
        }
        return packets == null ? USUAL_TEST_EVERY : epochs;
    }

    private TrainOptions options() {
        return new TrainOptions(
                hidden,
                ticks,
                align,
                epochs,
                trainSamples,
                testSamples,
                epochsBetweenTests(),
                inferTicks,
                eta,
                decay,
                seed,
                device);
    }
}
