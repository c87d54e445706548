package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranvier.testbench.compare.ChipContender;
import org.ranvier.testbench.compare.Contender;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.train.Model;
import org.ranvier.testbench.train.ModelFile;
import org.ranvier.testbench.train.RunOptions;
import org.ranvier.testbench.train.SsnnBpTraining;
import org.ranvier.testbench.train.TrainOptions;
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
            "Writes DIR/summary.json, DIR/history.csv and DIR/trained.model. Figures are those of training; the tests' stand under \"test\"."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train ssnn-bp                                        MNIST, 784-100-10, under three minutes",
            "  ranvier train ssnn-bp --train-samples 500 --test-samples 500 --epochs 1     a few seconds",
            "  ranvier train ssnn-bp --data-dir mnist --eta 0.03            all 60,000 training images",
            "  ranvier train ssnn-bp --dataset fashion-mnist --data-dir fashion --hidden 200,50",
            "  ranvier train ssnn-bp --events nmnist.zip --pool 2x2         recordings of an event camera, counted",
            "  ranvier train ssnn-bp --device constant-step --ticks 32      devices with spread and noise",
            "  ranvier train ssnn-bp --checkpoint-every 2000 --out runs/a   if it is killed: ranvier resume runs/a",
            "  ranvier train ssnn-bp --save digits.model && ranvier infer --model digits.model"
        })
final class TrainSsnnBpCommand implements Callable<Integer>, ComparedRule {
    @Spec
    private CommandSpec command;

    @Mixin
    private TrainingOptions training;

    @Mixin
    private CrossbarOptions crossbars;

    @Option(names = "--ticks", paramLabel = "N", description = "Learning ticks of an image (default ${DEFAULT-VALUE}).")
    private int ticks = 16;

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

    @Option(
            names = "--device",
            paramLabel = "TYPE",
            description = "The crossbars' devices: a type, a preset (see ranvier rpu list) or a FILE.yaml (default"
                    + " ${DEFAULT-VALUE}).")
    private String device = "ideal";

    @Option(names = "--save", paramLabel = "FILE", description = "Save the trained model.")
    private Path save;

    TrainSsnnBpCommand() {}

    @Override
    public Integer call() {
        try (DataSet set = training.data()) {
            training.requireOneSeed("--save", save);
            if (save != null) {
                OutputFile.requireWritable("--save", save);
            }
            final PrintWriter text = command.commandLine().getOut();
            new TrainRunner(training, crossbars.wear(), text)
                    .train(training.run(eta, device), run -> training(run, set), set.name(), trained -> {
                        final Model model = Model.of(
                                trained.run(), set.origin(), trained.result().accuracy());
                        ModelFile.save(trained.model(), model);
                        if (save != null) {
                            ModelFile.save(save, model);
                            text.printf("Saved the model as %s.%n", save);
                        }
                    });
        }
        return 0;
    }

    @Override
    public Contender contender() {
        return new ChipContender(training(training.run(eta, device), training.data()));
    }

    private SsnnBpTraining training(final RunOptions run, final DataSet set) {
        return new SsnnBpTraining(
                new TrainOptions(run, ticks, align, inferTicks, decay),
                set,
                crossbars.apply(training.chip()),
                training.profile());
    }
}
