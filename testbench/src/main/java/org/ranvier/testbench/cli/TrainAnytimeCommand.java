package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.anytime.AnytimeCourse;
import org.ranvier.testbench.anytime.AnytimeInference;
import org.ranvier.testbench.anytime.AnytimeModel;
import org.ranvier.testbench.anytime.AnytimeModelFile;
import org.ranvier.testbench.anytime.AnytimeSummary;
import org.ranvier.testbench.anytime.AnytimeTraining;
import org.ranvier.testbench.anytime.StoppedTest;
import org.ranvier.testbench.bptt.BpttOptions;
import org.ranvier.testbench.bptt.LifSpec;
import org.ranvier.testbench.bptt.LossName;
import org.ranvier.testbench.checkpoint.Checkpoints;
import org.ranvier.testbench.compare.Contender;
import org.ranvier.testbench.compare.OffChipContender;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.fault.FaultReport;
import org.ranvier.testbench.report.TestRecorder;
import org.ranvier.testbench.train.Json;
import org.ranvier.testbench.train.ModelContainer;
import org.ranvier.testbench.train.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train anytime}. */
@Command(
        name = "anytime",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a network of leaky integrate-and-fire layers for anytime inference: off the chip, in real numbers, by"
                    + " surrogate gradients and Adam. Then quantises it to bytes and tests it on the chip.",
            "Writes DIR/summary.json and DIR/trained.model, a model for calibrate, infer anytime and nir export."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train anytime --save digits.model                      MNIST, 784-100-10, TET loss, half a minute",
            "  ranvier train anytime --loss str --lambda .1 --save str.model   with the spatial-temporal regulariser",
            "  ranvier train anytime --loss mean --hidden 64,64,64 --gain .25",
            "  ranvier train anytime --events nmnist.zip --pool 2x2 --ticks 20 --save events.model",
            "  ranvier train anytime --train-samples 500 --test-samples 200 --epochs 1     a few seconds"
        })
final class TrainAnytimeCommand implements Callable<Integer>, ComparedRule {
    private static final double USUAL_LAMBDA = 0.1;
    private static final int MOST_HIDDEN = 14;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description =
                    "mean: cross entropy of the mean logits; tet: of every tick's; str, strb: the ratio of what leaves"
                            + " a layer as spikes to what stays, added to --base, as it is and bounded; rcs: cosine similarity of"
                            + " features, added to --base (default ${DEFAULT-VALUE}).")
    private String loss = "tet";

    @Option(
            names = "--base",
            paramLabel = "NAME",
            description = "What str, strb and rcs are added to, mean or tet (default ${DEFAULT-VALUE}).")
    private String base = "tet";

    @Option(names = "--lambda", paramLabel = "X", description = "Weight of str, strb and rcs (default 0.1).")
    private Double lambda;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            description = "Neurons of the hidden layers (default 100).")
    private int[] hidden = {100};

    @Option(names = "--ticks", paramLabel = "T", description = "Ticks of an image (default ${DEFAULT-VALUE}).")
    private int ticks = 10;

    @Mixin
    private CodingOptions coding;

    @Option(names = "--epochs", paramLabel = "E", description = "Passes over the images (default ${DEFAULT-VALUE}).")
    private int epochs = 5;

    @Option(
            names = "--eta",
            paramLabel = "X",
            description = "Learning rate of Adam; falls to 0 along half a cosine (default ${DEFAULT-VALUE}).")
    private double eta = 0.005;

    @Option(names = "--batch", paramLabel = "N", description = "Images of a step (default ${DEFAULT-VALUE}).")
    private int batch = 64;

    @Option(names = "--train-samples", paramLabel = "N", description = "The first N training images (default: all).")
    private Integer trainSamples;

    @Option(names = "--test-samples", paramLabel = "N", description = "The first N test images (default: all).")
    private Integer testSamples;

    @Option(
            names = "--test-every",
            paramLabel = "E",
            description = "Epochs between tests; the last one is tested in any case (default ${DEFAULT-VALUE}).")
    private int testEvery = 1;

    @Option(names = "--seed", paramLabel = "S", description = "Any 64-bit integer (default ${DEFAULT-VALUE}).")
    private long seed = 1;

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

    @Mixin
    private CheckpointOption checkpoint;

    @Option(names = "--save", paramLabel = "FILE", description = "Where the model goes.")
    private Path save;

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go (default runs/anytime-DATASET).")
    private Path out;

    @Mixin
    private ReportOption report;

    private TestRecorder recorder;

    TrainAnytimeCommand() {}

    @Override
    public Integer call() {
        if (save != null) {
            OutputFile.requireWritable("--save", save);
        }
        ConfigurationException.checkRange("--test-every", testEvery, 1, 10_000);
        try (DataSet set = data.load("mnist", ticks())) {
            train(set);
        }
        return 0;
    }

    private void train(final DataSet set) {
        final AnytimeTraining training = training(set);
        final Path directory = out == null ? Path.of("runs", "anytime-" + set.name()) : out;
        try (Checkpoints checkpoints =
                checkpoint.checkpoints(command, directory, training.trainImages(), training.testImages())) {
            run(training, directory, checkpoints);
            checkpoints.finish();
        }
    }

    private void run(final AnytimeTraining training, final Path directory, final Checkpoints checkpoints) {
        checkpoints.announce(command.commandLine().getOut());
        final AnytimeTable table = new AnytimeTable(command.commandLine().getOut());
        table.header(training, chip.spec());
        final AnytimeModel model;
        final StoppedTest result;
        try (ProgressListener progress = new ProgressListener(null, () -> {})) {
            checkpoints.run(new AnytimeCourse(
                    training,
                    testEvery,
                    progress,
                    epoch -> table.row(epoch, training.trainImages().count())));
            model = training.model();
            final AnytimeInference inference = new AnytimeInference(
                    model, training.data(), training.testImages(), faults.apply(chip.spec()), energy.profile());
            inference.observer(Main.observer(command));
            result = inference.whole(running -> {
                recorder = new TestRecorder(Main.words(command), running, energy.profile(), progress);
                return recorder;
            });
        }
        AnytimeModelFile.save(directory.resolve(ModelContainer.IN_DIRECTORY), model);
        if (save != null) {
            AnytimeModelFile.save(save, model);
        }
        final Path summary = directory.resolve("summary.json");
        final Map<String, Object> figures =
                AnytimeSummary.of(Version.number(), training, model, result, energy.profile());
        FaultReport.put(figures, result.chip().chip());
        OutputFile.write(summary, Json.pretty(figures));
        Main.observer(command).finished(figures);
        table.explain(training, result, summary, save);
        FaultReport.lines(result.chip().chip()).forEach(command.commandLine().getOut()::println);
        report.write(directory, recorder.describe(), command.commandLine().getOut());
    }

    @Override
    public Contender contender() {
        return new OffChipContender(training(data.load("mnist", ticks())), chip.spec(), energy.profile());
    }

    private int ticks() {
        return ConfigurationException.checkRange("--ticks", ticks, 1, 10_000);
    }

    private AnytimeTraining training(final DataSet set) {
        final ImageSet train = Training.first("--train-samples", set.requireTrain(), trainSamples);
        final ImageSet test = Training.first("--test-samples", set.test(), testSamples);
        return new AnytimeTraining(options(set), set, train, test);
    }

    private BpttOptions options(final DataSet set) {
        ConfigurationException.checkRange("--hidden layers", hidden.length, 1, MOST_HIDDEN);
        for (final int neurons : hidden) {
            ConfigurationException.checkRange("--hidden", neurons, 1, 65_535);
        }
        final LossName name = LossName.parse("--loss", loss);
        if (lambda != null && !name.isRegularizer()) {
            throw new ConfigurationException(
                    "--lambda: the loss " + name.label() + " has no weight, only str, strb and rcs");
        }
        final int[] sizes = new int[hidden.length + 2];
        sizes[0] = set.test().imageSize();
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[hidden.length + 1] = set.classes();
        return new BpttOptions(
                LifSpec.of(sizes, ticks),
                set.recordings() == null ? coding.coding() : coding.recorded(),
                name.isRegularizer() ? LossName.parse("--base", base) : name,
                name.isRegularizer() ? name : null,
                lambda == null ? USUAL_LAMBDA : lambda,
                epochs,
                batch,
                eta,
                seed);
    }
}
