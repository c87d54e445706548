package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.testbench.compare.ChipContender;
import org.ranvier.testbench.compare.Contender;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.train.OnlineTraining;
import org.ranvier.testbench.train.OtttOptions;
import org.ranvier.testbench.train.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train ottt}. */
@Command(
        name = "ottt",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a network of one hidden layer with OTTT, online training through time: leaky integrate-and-fire neurons on"
                    + " cores with SRAM synapses, which learn in every tick from an error and a trace per input.",
            "Writes DIR/summary.json and DIR/history.csv. Figures are those of training; the tests' stand under \"test\"."
                    + " Gradient spikes are errors other than 0. --baseline adds the rule in double precision."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train ottt                                           MNIST, 784-100-10, under three minutes",
            "  ranvier train ottt --train-samples 500 --test-samples 500 --epochs 1     a few seconds",
            "  ranvier train ottt --hidden 200 --ticks 10 --baseline"
        })
final class TrainOtttCommand implements Callable<Integer>, ComparedRule {
    @Spec
    private CommandSpec command;

    @Mixin
    private TrainingOptions training;

    @Option(names = "--ticks", paramLabel = "N", description = "Ticks of an image (default ${DEFAULT-VALUE}).")
    private int ticks = 6;

    @Option(names = "--eta", paramLabel = "X", description = "Learning rate (default 0.01).")
    private Double eta;

    @Option(
            names = "--eta-decay",
            paramLabel = "X",
            description = "Factor, an epoch, on the learning rate (default ${DEFAULT-VALUE}).")
    private double decay = 0.7;

    @Option(
            names = "--leak",
            paramLabel = "K",
            description = "Potentials and traces lose their 2^-K in a tick (default ${DEFAULT-VALUE}).")
    private int leak = 1;

    TrainOtttCommand() {}

    @Override
    public Integer call() {
        try (DataSet set = training.data()) {
            new TrainRunner(training, false, command.commandLine().getOut())
                    .train(training.run(eta, "sram"), run -> training(run, set), set.name());
        }
        return 0;
    }

    @Override
    public Contender contender() {
        return new ChipContender(training(training.run(eta, "sram"), training.data()));
    }

    private OnlineTraining training(final RunOptions run, final DataSet set) {
        return new OnlineTraining(new OtttOptions(run, ticks, leak, decay), set, training.chip(), training.profile());
    }
}
