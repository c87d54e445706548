package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.fostdgd.FoStdgdRule;
import org.ranvier.testbench.compare.ChipContender;
import org.ranvier.testbench.compare.Contender;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.rpu.Preset;
import org.ranvier.testbench.train.DeviceName;
import org.ranvier.testbench.train.FoStdgdOptions;
import org.ranvier.testbench.train.FoStdgdTraining;
import org.ranvier.testbench.train.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train fo-stdgd}. */
@Command(
        name = "fo-stdgd",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a network with FO-STDGD: nonleaky integrate-and-fire neurons, gradients from the times of their spikes, and"
                    + " steps of fractional order, whose gain depends on the synapse's last step.",
            "It learns all images twice, unless --epochs and --train-samples say otherwise.",
            "Writes DIR/summary.json and DIR/history.csv. Figures are those of training; the tests' stand under \"test\"."
                    + " Gradient spikes are neurons with an error; a weight update is a step other than 0, or a pulse."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train fo-stdgd --train-samples 2000 --test-samples 1000       MNIST, 784-100-10, a minute",
            "  ranvier train fo-stdgd --order 1.5 --mu 3e-3 --eligibility exact",
            "  ranvier train fo-stdgd --order 1 --mu 0.03 --rounding nearest         plain gradient descent",
            "  ranvier train fo-stdgd --events nmnist.zip --pool 2x2                 spikes of an event camera",
            "  ranvier train fo-stdgd --eligibility separable --device ReRamES       on crossbars",
            "  ranvier validate fo-stdgd                                             orders against learning rates"
        })
final class TrainFoStdgdCommand implements Callable<Integer>, ComparedRule {
    private static final TrainingOptions.Defaults USUAL = new TrainingOptions.Defaults(2, null, 1);
    private static final String USUAL_DEVICE = "GokmenVlasov";

    @Spec
    private CommandSpec command;

    @Mixin
    private FoStdgdRuleOptions rule;

    @Mixin
    private TrainingOptions training;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description =
                    "The crossbars' devices, for separable: a type, a preset (see ranvier rpu list) or a FILE.yaml"
                            + " (default GokmenVlasov). A preset brings its periphery, unless the chip file has one of its own.")
    private String device;

    @Mixin
    private CrossbarOptions crossbars;

    @Mixin
    private PeripheryOptions periphery;

    TrainFoStdgdCommand() {}

    @Override
    public Integer call() {
        try (DataSet set = training.data(rule.rule().steps())) {
            new TrainRunner(training, crossbars.wear(), command.commandLine().getOut())
                    .train(training.run(USUAL, null, synapses()), run -> training(run, set), set.name());
        }
        return 0;
    }

    @Override
    public Contender contender() {
        return new ChipContender(training(
                training.run(USUAL, null, synapses()), training.data(rule.rule().steps())));
    }

    /** What holds the weights: the name of a device, or "sram". */
    private String synapses() {
        if (rule.rule().crossbars()) {
            return device == null ? USUAL_DEVICE : device;
        }
        if (device != null || crossbars.wear()) {
            throw new ConfigurationException((device != null ? "--device" : "--wear")
                    + ": synapses are words of memory, expected --eligibility separable with it");
        }
        return "sram";
    }

    private FoStdgdTraining training(final RunOptions run, final DataSet set) {
        final FoStdgdRule form = rule.rule();
        final ChipSpec chip = crossbars.apply(training.chip());
        if (!form.crossbars()) {
            return new FoStdgdTraining(
                    new FoStdgdOptions(run, form, rule.gains(), null), set, chip, training.profile());
        }
        final Preset preset = DeviceName.parse(run.device()).preset();
        return new FoStdgdTraining(
                new FoStdgdOptions(run, form, rule.gains(), periphery.origin(chip, preset)),
                set,
                periphery.apply(chip, preset),
                training.profile());
    }
}
