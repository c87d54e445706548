package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.testbench.compare.ChipContender;
import org.ranvier.testbench.compare.Contender;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.train.EpropOptions;
import org.ranvier.testbench.train.OnlineTraining;
import org.ranvier.testbench.train.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train eprop}. */
@Command(
        name = "eprop",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a network of one hidden layer with e-prop: every synapse on a core with SRAM keeps an eligibility, and learns"
                    + " from its product with a signal made of the read-out's errors.",
            "Writes DIR/summary.json and DIR/history.csv. Figures are those of training; the tests' stand under \"test\"."
                    + " Gradient spikes are errors other than 0. --baseline adds the rule in double precision."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train eprop                                          MNIST, 784-100-10, under three minutes",
            "  ranvier train eprop --train-samples 500 --test-samples 500 --epochs 1     a few seconds",
            "  ranvier train eprop --feedback random --neuron alif --baseline"
        })
final class TrainEpropCommand implements Callable<Integer>, ComparedRule {
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

    @Mixin
    private EpropRuleOptions rule;

    TrainEpropCommand() {}

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
        return new OnlineTraining(
                new EpropOptions(run, ticks, rule.rule(), decay), set, training.chip(), training.profile());
    }
}
