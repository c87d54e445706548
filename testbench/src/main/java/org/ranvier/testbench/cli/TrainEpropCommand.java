package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.rules.EpropRule;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.train.EpropOptions;
import org.ranvier.testbench.train.OnlineTraining;
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
final class TrainEpropCommand implements Callable<Integer> {
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
            names = "--readout-shift",
            paramLabel = "K",
            description = "The read-out learns at eta / 2^K (default ${DEFAULT-VALUE}).")
    private int readoutShift = 2;

    @Option(
            names = "--leak",
            paramLabel = "K",
            description = "Potentials and traces of inputs lose their 2^-K in a tick (default ${DEFAULT-VALUE}).")
    private int leak = 1;

    @Option(
            names = "--filter",
            paramLabel = "K",
            description = "The read-out and the eligibilities lose their 2^-K in a tick, 0 for no memory (default"
                    + " ${DEFAULT-VALUE}).")
    private int filter = 1;

    @Option(
            names = "--refractory",
            paramLabel = "N",
            description = "Ticks in which a neuron that has fired cannot fire (default ${DEFAULT-VALUE}).")
    private int refractory;

    @Option(
            names = "--feedback",
            paramLabel = "NAME",
            description = "How errors come back: symmetric, through the read-out's weights, or random (default"
                    + " ${DEFAULT-VALUE}).")
    private String feedback = "symmetric";

    @Option(
            names = "--neuron",
            paramLabel = "NAME",
            description = "lif, or alif with a threshold that adapts (default ${DEFAULT-VALUE}).")
    private String neuron = "lif";

    TrainEpropCommand() {}

    @Override
    public Integer call() {
        final EpropRule rule = new EpropRule(
                leak,
                filter,
                refractory,
                isFirst("--feedback", feedback, "symmetric", "random"),
                !isFirst("--neuron", neuron, "lif", "alif"),
                readoutShift);
        final EpropOptions options = new EpropOptions(training.run(eta, "sram"), ticks, rule, decay);
        final DataSet set = training.data();
        final OnlineTraining run = new OnlineTraining(options, set, training.chip(), training.profile());
        new TrainRunner(training, false, command.commandLine().getOut()).run(run, set.name());
        return 0;
    }

    private static boolean isFirst(final String option, final String value, final String first, final String second) {
        if (!value.equals(first) && !value.equals(second)) {
            throw ConfigurationException.of(option, value, first + " or " + second);
        }
        return value.equals(first);
    }
}
