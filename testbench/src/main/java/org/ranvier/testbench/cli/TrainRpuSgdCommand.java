package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.rpusgd.Activation;
import org.ranvier.testbench.compare.ChipContender;
import org.ranvier.testbench.compare.Contender;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.rpu.Preset;
import org.ranvier.testbench.train.DeviceName;
import org.ranvier.testbench.train.RpuSgdOptions;
import org.ranvier.testbench.train.RpuSgdTraining;
import org.ranvier.testbench.train.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train rpu-sgd}. */
@Command(
        name = "rpu-sgd",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a network with RPU-SGD: back-propagation whose products are all done by the crossbars, read forward and"
                    + " backward through converters and updated by the trains of their pulse generators.",
            "Writes DIR/summary.json and DIR/history.csv. Figures are those of training; the tests' stand under \"test\"."
                    + " Spikes are activations, gradient spikes errors, as far as they are not 0."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train rpu-sgd --train-samples 5000                   MNIST, 784-100-10, Gokmen-Vlasov devices",
            "  ranvier train rpu-sgd --train-samples 500 --test-samples 500 --epochs 1     a few seconds",
            "  ranvier train rpu-sgd --hidden 256,128 --bl 10 --wear        the network of Gokmen and Vlasov, and its wear",
            "  ranvier train rpu-sgd --io perfect --update DeterministicImplicit --device ideal"
        })
final class TrainRpuSgdCommand implements Callable<Integer>, ComparedRule {
    @Spec
    private CommandSpec command;

    @Mixin
    private TrainingOptions training;

    @Mixin
    private CrossbarOptions crossbars;

    @Option(names = "--eta", paramLabel = "X", description = "Learning rate (default 0.2).")
    private Double eta;

    @Option(
            names = "--eta-decay",
            paramLabel = "X",
            description = "Factor, an epoch, on the learning rate (default ${DEFAULT-VALUE}).")
    private double decay = 0.7;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "Of hidden neurons: sigmoid, tanh or relu (default ${DEFAULT-VALUE}).")
    private String activation = "sigmoid";

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "The crossbars' devices: a type, a preset (see ranvier rpu list) or a FILE.yaml (default"
                    + " ${DEFAULT-VALUE}). A preset brings its periphery, unless the chip file has one of its own.")
    private String device = "GokmenVlasov";

    @Mixin
    private PeripheryOptions periphery;

    TrainRpuSgdCommand() {}

    @Override
    public Integer call() {
        try (DataSet set = training.data()) {
            new TrainRunner(training, crossbars.wear(), command.commandLine().getOut())
                    .train(training.run(eta, device), run -> training(run, set), set.name());
        }
        return 0;
    }

    @Override
    public Contender contender() {
        return new ChipContender(training(training.run(eta, device), training.data()));
    }

    private RpuSgdTraining training(final RunOptions run, final DataSet set) {
        final ChipSpec chip = crossbars.apply(training.chip());
        final Preset preset = DeviceName.parse(device).preset();
        final Activation function = Activation.parse("--activation", activation);
        return new RpuSgdTraining(
                new RpuSgdOptions(run, function, decay, periphery.origin(chip, preset)),
                set,
                periphery.apply(chip, preset),
                training.profile());
    }
}
